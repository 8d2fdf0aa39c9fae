"""Activities as rows of a table: what a row shows and no more, in a constant number of reads."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.browsing import ActivityRow, Figure
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.days import to_day
from ttdn_desktop.store.tables import activities, activity_items, readings, search_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from ttdn_desktop.domain.indicator import Indicator

FIGURES = 3
"""How many totals a row shows."""

_OWN = (
    select(
        activities.c.id,
        activities.c.code,
        activities.c.title,
        activities.c.start,
        activities.c.precision,
        activities.c.until,
        activities.c.part,
        activities.c.kind,
        search_rows.c.proofs,
        search_rows.c.has_result,
        activities.c.highlight,
    )
    .join_from(activities, search_rows, search_rows.c.activity_id == activities.c.id)
    .where(activities.c.id.in_(LISTED))
)
_ITEMS = (
    select(activity_items.c.activity_id, activity_items.c.item_id)
    .where(activity_items.c.activity_id.in_(LISTED))
    .order_by(activity_items.c.activity_id, activity_items.c.ordinal)
)
_TOTALS = (
    select(
        readings.c.activity_id,
        readings.c.code,
        readings.c.value,
        readings.c.approximate,
    )
    .where(readings.c.activity_id.in_(LISTED), readings.c.split_name.is_(None))
    .order_by(readings.c.activity_id, readings.c.ordinal)
)


def rows(
    connection: Connection,
    ids: Sequence[str],
    codes: Mapping[str, str],
    catalogue: Mapping[str, Indicator],
) -> tuple[ActivityRow, ...]:
    """Return the rows of activities in the order asked, those unknown or binned left out.

    `codes` are those of the plan's items by id; an item that has none is not shown.
    """
    listed = json_text(ids)
    items: defaultdict[str, list[str]] = defaultdict(list)
    for activity_id, item_id in run_prepared(connection, _ITEMS, ids=listed):
        if item_id in codes:
            items[activity_id].append(codes[item_id])
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for activity_id, *total in run_prepared(connection, _TOTALS, ids=listed):
        if len(figures[activity_id]) < FIGURES:
            figures[activity_id].append(_figure(catalogue, *total))
    own = {row[0]: row for row in run_prepared(connection, _OWN, ids=listed)}
    return tuple(_row(own[one], items[one], figures[one]) for one in ids if one in own)


def _figure(
    catalogue: Mapping[str, Indicator], code: str, value: str, approximate: object
) -> Figure:
    indicator = catalogue[code]
    return Figure(indicator.name, Decimal(value), indicator.unit, bool(approximate))


def _row(own: Sequence[Any], items: Sequence[str], figures: Sequence[Figure]) -> ActivityRow:
    """Make a row of the columns of `_OWN`."""
    identity, code, title, start, precision, until, part, kind, *marks = own
    evidence, has_result, highlight = marks
    return ActivityRow(
        id=identity,
        code=code,
        title=title,
        start=Moment(date.fromisoformat(start), Precision(precision)),
        until=to_day(until),
        part=Part(part),
        kind=kind,
        items=tuple(items),
        figures=tuple(figures),
        evidence=evidence,
        has_result=bool(has_result),
        highlight=bool(highlight),
    )
