"""How much a unit did in some days, counted by the database: for pages, not one row at a time.

What serves an item reported apart is counted nowhere but as `withheld`, as the report does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, case, exists, func, or_, select

from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.store import progress
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, Connection, Select

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.progress import Progress
    from ttdn_desktop.domain.round import Round

_ITEM = activity_items.c.item_id
_KEPT = activity_evidence.c.evidence_id.not_in(
    select(evidence.c.id).where(evidence.c.binned_at.is_not(None))
)
_PROVEN = exists().where(activity_evidence.c.activity_id == activities.c.id, _KEPT)
_READ = exists().where(readings.c.activity_id == activities.c.id)
_MONTH = func.substr(activities.c.start, 1, 7)


@dataclass(frozen=True, slots=True)
class ItemCount:
    """What serves one item: how many activities, and whether a result or a figure came of one.

    `evidence` counts each piece once; `withheld` are activities that go into a report apart.
    """

    activities: int = 0
    fruitful: bool = False
    without_evidence: int = 0
    evidence: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class RoundState:
    """What a unit stated for a round and what it did, each by the item's id."""

    stated: Mapping[str, Progress]
    counts: Mapping[str, ItemCount]

    @property
    def apart(self) -> frozenset[str]:
        """The items reported apart ("báo cáo riêng theo chế độ mật")."""
        return apart_of(self.stated)


@dataclass(frozen=True, slots=True)
class RoundCount:
    """A round's activities, each once: those told, those with evidence, those without a result."""

    activities: int
    with_evidence: int
    without_result: int
    withheld: int


def state(connection: Connection, unit_id: str, asked: Round) -> RoundState:
    """Return what a unit stated and did in a round."""
    stated = {each.item_id: each for each in progress.of_round(connection, unit_id, asked.id)}
    return RoundState(stated, by_item(connection, asked.period, apart_of(stated)))


def apart_of(stated: Mapping[str, Progress]) -> frozenset[str]:
    """Return those items of a round's statements that are reported apart."""
    return frozenset(item for item, each in stated.items() if each.state is TaskState.SEPARATE)


def by_item(
    connection: Connection, period: Span, apart: Collection[str] = ()
) -> Mapping[str, ItemCount]:
    """Return the counts of each item that anything serves; `apart` are items reported apart."""
    found = {
        item: ItemCount(*counts) for item, *counts in connection.execute(_told_by(period, apart))
    }
    if apart:
        for item, number in connection.execute(_withheld_by(period, apart)):
            found[item] = replace(found.get(item, ItemCount()), withheld=number)
    return found


def _told_by(period: Span, apart: Collection[str]) -> Select[Any]:
    """Return the read of an `ItemCount` for each item.

    Whether anything came of an activity is looked up once, however many items it serves.
    """
    fruitful = or_(activities.c.result != "", _READ).label("fruitful")
    outcomes = select(activities.c.id, fruitful).where(_told(period, apart))
    each = outcomes.cte("each").prefix_with("MATERIALIZED")
    links, proofs = activity_items.c, activity_evidence.c
    serving = each.join(activity_items, links.activity_id == each.c.id).outerjoin(
        activity_evidence, and_(proofs.activity_id == each.c.id, _KEPT)
    )
    counts = (
        func.count(links.activity_id.distinct()),
        func.max(each.c.fruitful),
        _sum(proofs.evidence_id.is_(None)),
        func.count(proofs.evidence_id.distinct()),
    )
    return select(_ITEM, *counts).select_from(serving).group_by(_ITEM)


def _withheld_by(period: Span, apart: Collection[str]) -> Select[Any]:
    serving = select(_ITEM, func.count()).select_from(activities.join(activity_items))
    return serving.where(_withheld(period, apart)).group_by(_ITEM)


def of_round(connection: Connection, period: Span, apart: Collection[str] = ()) -> RoundCount:
    """Return the counts of the activities that start in some days."""
    wanted = select(func.count(), _sum(_PROVEN), _sum(activities.c.result == ""))
    told, proven, bare = connection.execute(wanted.where(_told(period, apart))).one()
    hidden = select(func.count()).select_from(activities).where(_withheld(period, apart))
    withheld = connection.execute(hidden).scalar_one() if apart else 0
    return RoundCount(told, proven or 0, bare or 0, withheld)


def by_month(
    connection: Connection, period: Span, apart: Collection[str] = ()
) -> Mapping[tuple[int, int], int]:
    """Return how many activities start in each month, by (year, month)."""
    wanted = select(_MONTH, func.count()).where(_told(period, apart)).group_by(_MONTH)
    return {
        (int(month[:4]), int(month[5:])): number for month, number in connection.execute(wanted)
    }


def starts(connection: Connection) -> tuple[tuple[int, bool], ...]:
    """Return the calendar years in which activities start, and whether after the plan year's end.

    A pair (2025, True) says that some start in 2025 on 15 December or later.
    """
    year = func.substr(activities.c.start, 1, 4)
    late = func.substr(activities.c.start, 6) >= "12-15"
    wanted = select(year, late).where(activities.c.binned_at.is_(None)).distinct()
    return tuple((int(number), bool(after)) for number, after in connection.execute(wanted))


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0), type_=Integer)


def _within(period: Span) -> ColumnElement[bool]:
    first, last = period.first.isoformat(), period.last.isoformat()
    return and_(activities.c.binned_at.is_(None), activities.c.start.between(first, last))


def _serves(items: Collection[str]) -> ColumnElement[bool]:
    links = activity_items.alias("links").c
    return activities.c.id.in_(select(links.activity_id).where(links.item_id.in_(sorted(items))))


def _told(period: Span, apart: Collection[str]) -> ColumnElement[bool]:
    return and_(_within(period), ~_serves(apart)) if apart else _within(period)


def _withheld(period: Span, apart: Collection[str]) -> ColumnElement[bool]:
    return and_(_within(period), _serves(apart))
