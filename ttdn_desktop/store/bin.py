"""Thùng rác: what is binned, taken out again, or purged for ever.

A purge deletes the rows and blanks what the journal kept of them; the hashes stay, so that the
chain verifies. Files that nobody speaks of any more are left to the sweep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from ttdn_desktop.domain.story import RecordKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import drafts, journal_pages, rows
from ttdn_desktop.store.database import driver
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    change_rows,
    changes,
    evidence,
    fundings,
    report_pictures,
    round_extras,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from ttdn_desktop.store.changes import Tx

_KINDS = {RecordKind.ACTIVITY: activities, RecordKind.EVIDENCE: evidence}


@immutable
class Binned:
    """Something in the bin: since `binned_at` (UTC milliseconds), put there by `by`."""

    kind: RecordKind
    id: str
    code: str
    name: str
    binned_at: int
    by: str


def contents(connection: Connection) -> tuple[Binned, ...]:
    """Return all that is in the bin, the last put there first."""
    found = (
        Binned(kind, *row) for kind in _KINDS for row in connection.execute(_binned(_KINDS[kind]))
    )
    return tuple(sorted(found, key=lambda each: (-each.binned_at, each.id)))


def take_out(tx: Tx, wanted: Sequence[Binned]) -> None:
    """Put things back where they were."""
    for each in wanted:
        tx.update(_KINDS[each.kind], each.id, {"binned_at": None})


def users(connection: Connection, evidence_id: str, *, but: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of the activities that have a piece of evidence, those in `but` left out."""
    having = select(activities.c.code).join(activity_evidence)
    having = having.where(activity_evidence.c.evidence_id == evidence_id)
    having = having.where(activities.c.id.not_in(but))
    return tuple(connection.scalars(having.order_by(activities.c.year, activities.c.ordinal)))


def purge(tx: Tx, wanted: Sequence[Binned]) -> None:
    """Delete things for ever, activities before the evidence they may have.

    What is freed in the database file is overwritten.
    """
    driver(tx.connection).execute("PRAGMA secure_delete = ON").fetchall()
    for each in sorted(wanted, key=lambda one: one.kind is RecordKind.EVIDENCE):
        if each.kind is RecordKind.ACTIVITY:
            _purge_activity(tx, each.id)
        else:
            for key in list(_keys_of(tx.connection, report_pictures, "evidence_id", each.id)):
                tx.erase(report_pictures, key)
            tx.erase(evidence, each.id)
            _forget(tx, journal_pages.of_row(evidence, each.id))


def _purge_activity(tx: Tx, activity_id: str) -> None:
    drafts.discard(tx, f"activity:{activity_id}")
    for table in (*journal_pages.KEYED_BY_ACTIVITY, fundings, round_extras):
        for key in list(_keys_of(tx.connection, table, "activity_id", activity_id)):
            tx.erase(table, key)
    tx.erase(activities, activity_id)
    _forget(tx, journal_pages.of_activity(activity_id))


def _keys_of(
    connection: Connection, table: Table, column: str, identity: str
) -> Iterator[rows.Key]:
    own = select(table).where(table.c[column] == identity)
    for row in connection.execute(own).mappings():
        yield rows.key_of(table, {str(name): value for name, value in row.items()})


def _forget(tx: Tx, of: ColumnElement[bool]) -> None:
    """Blank what the journal kept; the hashes stay."""
    blank = {"before": None, "after": None, "purged": True}
    tx.connection.execute(update(change_rows).where(of).values(blank))


def _binned(table: Table) -> Select[Any]:
    by = (
        select(changes.c.actor)
        .join_from(changes, change_rows, changes.c.seq == change_rows.c.seq)
        .where(change_rows.c.table_name == table.name, change_rows.c.row_id == table.c.id)
        .order_by(change_rows.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    name = table.c.title if table is activities else table.c.name
    columns = (table.c.id, table.c.code, name, table.c.binned_at, by)
    return select(*columns).where(table.c.binned_at.is_not(None))
