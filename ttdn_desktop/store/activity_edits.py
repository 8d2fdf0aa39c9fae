"""An activity written over the one recorded: only rows that differ, so the history says no more."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.store import activity_rows, rows
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    fundings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection, Table

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.store.changes import Tx

_GIVEN_ONCE = ("id", "unit_id", "year", "ordinal", "code")
"""What an activity gets when it is recorded and keeps: its short code is printed in annexes."""
_PRESENT = activity_evidence.c.evidence_id.in_(
    select(evidence.c.id).where(evidence.c.binned_at.is_(None))
)


def replace(tx: Tx, activity: Activity, *, year: int) -> None:
    """Write an activity of a plan year in place of the one with its id, all that belongs to it too.

    Its code and its plan year stay as they were recorded. Links to binned evidence stay, so that
    it comes back where it was.
    """
    own = activity_rows.own(activity, year)
    tx.update(activities, activity.id, {k: v for k, v in own.items() if k not in _GIVEN_ONCE})
    for table, rows_of in activity_rows.PARTS:
        if table is not activity_evidence:
            _replace_parts(tx, table, activity.id, rows_of(activity))
    _replace_fundings(tx, activity, year)
    _replace_links(tx, activity)


def _replace_parts(
    tx: Tx, table: Table, activity_id: str, wanted: Iterable[Mapping[str, Any]]
) -> None:
    """Write the parts whose key is their place."""
    before = {row["ordinal"]: row for row in _current(tx.connection, table, activity_id)}
    after = {row["ordinal"]: row for row in _placed(table, before.values(), wanted)}
    changed = [place for place, row in before.items() if after.get(place) != row]
    # An item never stands twice, not even while two change places: the old row goes first.
    leaving = {place for place in changed if table is activity_items or place not in after}
    for place in leaving:
        tx.delete(table, (activity_id, place))
    for place in changed:
        if place not in leaving:
            tx.update(table, (activity_id, place), after[place])
    there = before.keys() - leaving
    tx.insert_many(table, [row for place, row in after.items() if place not in there])


def _replace_fundings(tx: Tx, activity: Activity, year: int) -> None:
    """Write the money; an amount keeps its identity as long as its place is kept."""
    before = {row["ordinal"]: row for row in _current(tx.connection, fundings, activity.id)}
    wanted = activity_rows.fundings_of(activity, year)
    after = {row["ordinal"]: row for row in _placed(fundings, before.values(), wanted)}
    for place, row in before.items():
        if place in after:
            tx.update(fundings, row["id"], after[place])
        else:
            tx.delete(fundings, row["id"])
    new = (row for place, row in after.items() if place not in before)
    tx.insert_many(fundings, [{"id": tx.new_id(), **row} for row in new])


def _replace_links(tx: Tx, activity: Activity) -> None:
    """Write what proves it."""
    before = list(_current(tx.connection, activity_evidence, activity.id, _PRESENT))
    wanted = activity_rows.evidence_of(activity)
    after = {row["evidence_id"]: row for row in _placed(activity_evidence, before, wanted)}
    linked = {row["evidence_id"] for row in before}
    for one in linked - after.keys():
        tx.delete(activity_evidence, (activity.id, one))
    for one in linked & after.keys():
        tx.update(activity_evidence, (activity.id, one), after[one])
    tx.insert_many(activity_evidence, [row for one, row in after.items() if one not in linked])


def _current(
    connection: Connection, table: Table, activity_id: str, *narrowed: ColumnElement[bool]
) -> Iterator[dict[str, Any]]:
    own = select(table).where(table.c.activity_id == activity_id, *narrowed)
    found = connection.execute(own.order_by(table.c.ordinal)).mappings()
    yield from (dict(row) for row in found.all())


def _placed(
    table: Table, before: Iterable[Mapping[str, Any]], wanted: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Give each wanted row a place: what stays keeps its own, as long as places rise.

    Places order and do not count: where something went, a gap is left.
    """
    old, new = list(before), [rows.clean(table, row) for row in wanted]
    matcher = SequenceMatcher(None, [*map(_says, old)], [*map(_says, new)], autojunk=False)
    kept = {
        place: old[was]["ordinal"]
        for _tag, first, end, new_first, new_end in matcher.get_opcodes()
        for was, place in zip(range(first, end), range(new_first, new_end), strict=False)
    }
    last = -1
    for place, row in enumerate(new):
        last = max(last + 1, kept.get(place, 0))
        yield {**row, "ordinal": last}


def _says(row: Mapping[str, Any]) -> tuple[object, ...]:
    """Return what a part says, without its identity and its place."""
    return tuple(row[name] for name in sorted(row.keys() - {"id", "activity_id", "ordinal"}))
