"""Activities put together from their rows: one read a table, however many activities."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from ttdn_desktop.domain.activity import Activity, Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.funding import Funding, Source, Stage
from ttdn_desktop.domain.indicator import Reading, Split
from ttdn_desktop.store.days import to_day
from ttdn_desktop.store.evidence import from_row as evidence_of
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    fundings,
    obstacles,
    proposals,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table


def assembled(connection: Connection, ids: Sequence[str]) -> dict[str, Activity]:
    """Return activities by id, whole; those unknown are left out."""
    parts = {name: _grouped(connection, ids, wanted, made) for name, wanted, made in _PARTS}
    found = connection.execute(_OWN, {"ids": ids})
    return {row.id: _activity(row, parts) for row in found}


def _among(column: ColumnElement[str]) -> ColumnElement[bool]:
    return column.in_(bindparam("ids", expanding=True))


def _children(table: Table) -> Select[Any]:
    columns = table.c
    wanted = select(table).where(_among(columns.activity_id))
    return wanted.order_by(columns.activity_id, columns.ordinal)


def _grouped(
    connection: Connection,
    ids: Sequence[str],
    wanted: Select[Any],
    made: Callable[[Row[Any]], object],
) -> Mapping[str, list[Any]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted, {"ids": ids}):
        groups[row.activity_id].append(made(row))
    return groups


def _item(row: Row[Any]) -> str:
    item_id: str = row.item_id
    return item_id


def _obstacle(row: Row[Any]) -> Obstacle:
    return Obstacle(row.text, None if row.cause is None else Cause(row.cause))


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(row.text, row.addressee, row.answered)


def _reading(row: Row[Any]) -> Reading:
    split = None if row.split_name is None else Split(row.split_name, row.split_value)
    return Reading(row.code, Decimal(row.value), split, row.approximate, row.estimate)


def _funding(row: Row[Any]) -> Funding:
    return Funding(Source(row.source), row.amount, Stage(row.stage), row.in_kind)


_OWN = select(activities).where(_among(activities.c.id))
_EVIDENCE = (
    select(evidence, activity_evidence.c.activity_id)
    .select_from(activity_evidence.join(evidence))
    .where(_among(activity_evidence.c.activity_id), evidence.c.binned_at.is_(None))
    .order_by(activity_evidence.c.activity_id, activity_evidence.c.ordinal)
)
_PARTS: tuple[tuple[str, Select[Any], Callable[[Row[Any]], object]], ...] = (
    ("item_ids", _children(activity_items), _item),
    ("obstacles", _children(obstacles), _obstacle),
    ("proposals", _children(proposals), _proposal),
    ("readings", _children(readings), _reading),
    ("fundings", _children(fundings), _funding),
    ("evidence", _EVIDENCE, evidence_of),
)


def _activity(row: Row[Any], parts: Mapping[str, Mapping[str, list[Any]]]) -> Activity:
    return Activity(
        id=row.id,
        unit_id=row.unit_id,
        code=row.code,
        title=row.title,
        start=Moment(date.fromisoformat(row.start), Precision(row.precision)),
        part=Part(row.part),
        until=to_day(row.until),
        kind=row.kind,
        place=row.place,
        content=row.content,
        result=row.result,
        partners=tuple(row.partners),
        audience=tuple(row.audience),
        highlight=row.highlight,
        good_practice=row.good_practice,
        **{name: tuple(of.get(row.id, ())) for name, of in parts.items()},
    )
