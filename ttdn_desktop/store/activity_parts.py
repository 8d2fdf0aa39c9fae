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
from ttdn_desktop.store.evidence import FIELDS as EVIDENCE_FIELDS
from ttdn_desktop.store.evidence import from_fields as evidence_of
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
    found = connection.execute(_OWN, {"ids": ids}).all()
    return {row.id: _activity(row, parts) for row in found}


def _among(column: ColumnElement[str]) -> ColumnElement[bool]:
    return column.in_(bindparam("ids", expanding=True))


def _of_activities(table: Table, *fields: str) -> Select[Any]:
    """Return the read of some fields of what belongs to activities, in the officer's order."""
    columns = table.c
    wanted = select(columns.activity_id, *(columns[field] for field in fields))
    return wanted.where(_among(columns.activity_id)).order_by(columns.activity_id, columns.ordinal)


def _grouped(
    connection: Connection, ids: Sequence[str], wanted: Select[Any], made: Callable[..., object]
) -> Mapping[str, list[Any]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for activity_id, *fields in connection.execute(wanted, {"ids": ids}).all():
        groups[activity_id].append(made(*fields))
    return groups


def _obstacle(text: str, cause: str | None) -> Obstacle:
    return Obstacle(text, None if cause is None else Cause(cause))


def _reading(
    code: str,
    value: str,
    split_name: str | None,
    split_value: str | None,
    approximate: bool,  # noqa: FBT001  (a column of the table)
    estimate: bool,  # noqa: FBT001  (a column of the table)
) -> Reading:
    split = None if split_name is None else Split(split_name, split_value or "")
    return Reading(code, Decimal(value), split, approximate, estimate)


def _funding(source: str, amount: int, stage: str, in_kind: str) -> Funding:
    return Funding(Source(source), amount, Stage(stage), in_kind)


_OWN = select(activities).where(_among(activities.c.id))
_EVIDENCE = (
    select(activity_evidence.c.activity_id, *EVIDENCE_FIELDS)
    .select_from(activity_evidence.join(evidence))
    .where(_among(activity_evidence.c.activity_id), evidence.c.binned_at.is_(None))
    .order_by(activity_evidence.c.activity_id, activity_evidence.c.ordinal)
)
_READING_FIELDS = ("code", "value", "split_name", "split_value", "approximate", "estimate")
_PARTS: tuple[tuple[str, Select[Any], Callable[..., object]], ...] = (
    ("item_ids", _of_activities(activity_items, "item_id"), str),
    ("obstacles", _of_activities(obstacles, "text", "cause"), _obstacle),
    ("proposals", _of_activities(proposals, "text", "addressee", "answered"), Proposal),
    ("readings", _of_activities(readings, *_READING_FIELDS), _reading),
    ("fundings", _of_activities(fundings, "source", "amount", "stage", "in_kind"), _funding),
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
