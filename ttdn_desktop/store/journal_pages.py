"""The journal read: page by page, and the story of one record with all that belongs to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from ttdn_desktop.domain.story import RecordKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    change_rows,
    changes,
    directions,
    duties,
    evidence,
    fundings,
    obstacles,
    officers,
    plan_reviews,
    plans,
    progress,
    proposals,
    readings,
    tasks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Table

KEYED_BY_ACTIVITY = (activity_items, obstacles, proposals, readings, activity_evidence)
"""Parts of an activity whose key begins with its id."""


@immutable
class Line:
    """One change: `at` is UTC milliseconds, `tables` what it wrote."""

    seq: int
    at: int
    actor: str
    label: str
    undoes: int | None
    tables: frozenset[str]


@immutable
class Touched:
    """One row that a change touched: what it was before and after, None where it was not."""

    seq: int
    at: int
    actor: str
    label: str
    table: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    purged: bool


def latest(connection: Connection, limit: int, before_seq: int | None = None) -> tuple[Line, ...]:
    """Return the last changes, the newest first, or the last ones before a `seq`."""
    wanted = select(changes).order_by(changes.c.seq.desc()).limit(limit)
    if before_seq is not None:
        wanted = wanted.where(changes.c.seq < before_seq)
    found = connection.execute(wanted).all()
    tables = _tables_of(connection, [row.seq for row in found])
    return tuple(
        Line(row.seq, row.at, row.actor, row.label, row.undoes, tables.get(row.seq, frozenset()))
        for row in found
    )


def story(connection: Connection, kind: RecordKind, identity: str) -> tuple[Touched, ...]:
    """Return the changed rows of a record and of what belongs to it, the oldest first."""
    wanted = (
        select(changes.c.at, changes.c.actor, changes.c.label, change_rows)
        .join_from(changes, change_rows, changes.c.seq == change_rows.c.seq)
        .where(_of(kind, identity))
        .order_by(change_rows.c.seq, change_rows.c.ordinal)
    )
    return tuple(map(_touched, connection.execute(wanted)))


def of_activity(activity_id: str) -> ColumnElement[bool]:
    """Return the condition that a row of `change_rows` is of an activity or a part of it."""
    row_id, table_name = change_rows.c.row_id, change_rows.c.table_name
    parts = [table.name for table in KEYED_BY_ACTIVITY]
    return or_(
        (table_name == activities.name) & (row_id == activity_id),
        table_name.in_(parts) & row_id.between(f"{activity_id}/", f"{activity_id}0"),
        _speaking_of(activity_id, fundings),
    )


def of_row(table: Table, row_id: str) -> ColumnElement[bool]:
    """Return the condition that a row of `change_rows` is of one row."""
    return (change_rows.c.table_name == table.name) & (change_rows.c.row_id == row_id)


def _of(kind: RecordKind, identity: str) -> ColumnElement[bool]:
    match kind:
        case RecordKind.ACTIVITY:
            return of_activity(identity)
        case RecordKind.EVIDENCE:
            return of_row(evidence, identity) | _speaking_of(identity, activity_evidence)
        case RecordKind.PLAN:
            return of_row(plans, identity)
        case RecordKind.OFFICER:
            return of_row(officers, identity)
        case RecordKind.ITEM:
            return _speaking_of(identity, progress, plan_reviews, tasks, directions, duties)


def _speaking_of(identity: str, *tables: Table) -> ColumnElement[bool]:
    """Return the condition that a row of some tables had an id somewhere in its content."""
    content = func.coalesce(change_rows.c.after, change_rows.c.before)
    names = [table.name for table in tables]
    return change_rows.c.table_name.in_(names) & (func.instr(content, f'"{identity}"') > 0)


def _touched(row: Row[Any]) -> Touched:
    return Touched(
        row.seq,
        row.at,
        row.actor,
        row.label,
        row.table_name,
        row.row_id,
        _content(row.before),
        _content(row.after),
        row.purged,
    )


def _content(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def _tables_of(connection: Connection, seqs: Sequence[int]) -> dict[int, frozenset[str]]:
    pairs = (
        select(change_rows.c.seq, change_rows.c.table_name)
        .where(change_rows.c.seq.in_(seqs))
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for row in connection.execute(pairs):
        found.setdefault(row.seq, set()).add(row.table_name)
    return {seq: frozenset(tables) for seq, tables in found.items()}
