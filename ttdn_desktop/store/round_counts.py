"""How much a unit did in some days, counted by the database: for pages, not one row at a time.

All is counted in the search index, which stands by day and leaves out what is in the bin. What
serves an item reported apart is counted nowhere but as `withheld`, as the report does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, literal_column, select

from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import progress
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.search_index import ROWS_A_DAY, first_number
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    evidence,
    search_items,
    search_rows,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.progress import Progress
    from ttdn_desktop.domain.round import Round

_rows, _items = search_rows.c, search_items.c
_ZERO: ColumnElement[int] = literal_column("0")
_DAY, _NEXT_MONTH = timedelta(days=1), timedelta(days=31)


@immutable
class ItemCount:
    """What serves one item: how many activities, and whether a result or a figure came of one.

    `withheld` are activities that go into a report apart.
    """

    activities: int = 0
    fruitful: bool = False
    without_evidence: int = 0
    withheld: int = 0


@immutable
class RoundState:
    """What a unit stated for a round and what it did, each by the item's id.

    `evidence` counts each piece of an item once; None where that was not asked.
    """

    stated: Mapping[str, Progress]
    counts: Mapping[str, ItemCount]
    evidence: Mapping[str, int] | None = None

    @property
    def apart(self) -> frozenset[str]:
        """The items reported apart ("báo cáo riêng theo chế độ mật")."""
        return apart_of(self.stated)


@immutable
class RoundCount:
    """A round's activities, each once: those told, those with evidence, those without a result.

    `months` are the told ones by (year, month) of their first day.
    """

    activities: int
    with_evidence: int
    without_result: int
    withheld: int
    months: Mapping[tuple[int, int], int]


def state(
    connection: Connection, unit_id: str, asked: Round, *, evidence: bool = False
) -> RoundState:
    """Return what a unit stated and did in a round; pieces of evidence only where asked."""
    stated = {each.item_id: each for each in progress.of_round(connection, unit_id, asked.id)}
    apart = apart_of(stated)
    pieces = evidence_by_item(connection, asked.period, apart) if evidence else None
    return RoundState(stated, by_item(connection, asked.period, apart), pieces)


def apart_of(stated: Mapping[str, Progress]) -> frozenset[str]:
    """Return those items of a round's statements that are reported apart."""
    return frozenset(item for item, each in stated.items() if each.state is TaskState.SEPARATE)


def by_item(
    connection: Connection, period: Span, apart: Collection[str] = ()
) -> Mapping[str, ItemCount]:
    """Return the counts of each item that anything serves; `apart` are items reported apart."""
    values = _values(period.first, period.last, apart)
    if run_prepared(connection, _ANY, **values).fetchone() is None:
        return {}
    found = {
        item: ItemCount(activities, bool(fruitful), bare)
        for item, activities, fruitful, bare in run_prepared(
            connection, _told_by_item(bool(apart)), **values
        )
    }
    if apart:
        for item, number in run_prepared(connection, _WITHHELD_BY_ITEM, **values):
            found[item] = replace(found.get(item, ItemCount()), withheld=number)
    return found


def evidence_by_item(
    connection: Connection, period: Span, apart: Collection[str] = ()
) -> Mapping[str, int]:
    """Return how many pieces of evidence each item has, each piece counted once."""
    wanted = _pieces_by_item(bool(apart))
    values = _values(period.first, period.last, apart)
    return dict(run_prepared(connection, wanted, **values).fetchall())


def of_round(connection: Connection, period: Span, apart: Collection[str] = ()) -> RoundCount:
    """Return the counts of the activities that start in some days."""
    wanted = _told(bool(apart))
    months = {
        (first.year, first.month): _one(connection, wanted, first, last, apart)
        for first, last in _months(period)
    }
    told, proven, bare = (sum(each) for each in zip(*months.values(), strict=True))
    (withheld,) = _one(connection, _WITHHELD, period.first, period.last, apart) if apart else (0,)
    return RoundCount(told, proven, bare, withheld, {key: own[0] for key, own in months.items()})


def starts(connection: Connection) -> tuple[tuple[int, bool], ...]:
    """Return the calendar years in which activities start, and whether after the plan year's end.

    A pair (2025, True) says that some start in 2025 on 15 December or later.
    """
    year = func.substr(activities.c.start, 1, 4)
    late = func.substr(activities.c.start, 6) >= "12-15"
    wanted = select(year, late).where(activities.c.binned_at.is_(None)).distinct()
    return tuple((int(number), bool(after)) for number, after in connection.execute(wanted))


def _one(
    connection: Connection, wanted: Select[Any], first: date, last: date, apart: Collection[str]
) -> tuple[int, ...]:
    counted = run_prepared(connection, wanted, **_values(first, last, apart)).fetchone()
    return tuple(number or 0 for number in counted)


def _months(period: Span) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each month of a period, cut to the period."""
    first = period.first
    while first <= period.last:
        following = (first.replace(day=1) + _NEXT_MONTH).replace(day=1)
        yield first, min(following - _DAY, period.last)
        first = following


def _values(first: date, last: date, apart: Collection[str]) -> dict[str, object]:
    """Return what the conditions are given: row numbers, and the ids of the items apart."""
    return {
        "first": first_number(first),
        "last": first_number(last) + ROWS_A_DAY - 1,
        "ids": json_text(sorted(apart)),
    }


def _within(number: ColumnElement[int]) -> ColumnElement[bool]:
    return number.between(bindparam("first"), bindparam("last"))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


_APART = select(search_items.c.row_id).where(search_items.c.item_id.in_(LISTED))
_ANY = select(_rows.id).where(_within(_rows.id)).limit(1)
_WITHHELD = (
    select(func.count()).select_from(search_rows).where(_within(_rows.id), _rows.id.in_(_APART))
)
# "+ 0": going through all items in their order costs less than sorting those of some days.
_SERVING = _within(_items.row_id + _ZERO)
_WITHHELD_BY_ITEM = (
    select(_items.item_id, func.count())
    .where(_SERVING, _items.row_id.in_(_APART))
    .group_by(_items.item_id)
)
_KEPT = activity_evidence.c.evidence_id.not_in(
    select(evidence.c.id).where(evidence.c.binned_at.is_not(None))
)


@cache
def _told(apart: bool) -> Select[Any]:  # noqa: FBT001 (the key of a cache)
    """Return the read of a `RoundCount` without the items apart."""
    counts: tuple[Any, ...] = (
        func.count(),
        _sum(_rows.proofs > _ZERO),
        _sum(~_rows.has_result),
    )
    wanted = select(*counts).where(_within(_rows.id))
    return wanted.where(_rows.id.not_in(_APART)) if apart else wanted


@cache
def _told_by_item(apart: bool) -> Select[Any]:  # noqa: FBT001 (as above)
    """Return the read of an `ItemCount` for each item."""
    counts = func.count(), func.max(_items.fruitful), _sum(_items.proofs == _ZERO)
    wanted = select(_items.item_id, *counts).where(_SERVING).group_by(_items.item_id)
    return wanted.where(_items.row_id.not_in(_APART)) if apart else wanted


@cache
def _pieces_by_item(apart: bool) -> Select[Any]:  # noqa: FBT001 (as above)
    proofs = activity_evidence.c
    proven = search_items.join(search_rows, _rows.id == _items.row_id).join(
        activity_evidence, proofs.activity_id == _rows.activity_id
    )
    pieces = select(_items.item_id, func.count(proofs.evidence_id.distinct()))
    wanted = (
        pieces.select_from(proven)
        .where(_SERVING, _items.proofs > _ZERO, _KEPT)
        .group_by(_items.item_id)
    )
    return wanted.where(_items.row_id.not_in(_APART)) if apart else wanted
