"""Every number, once: what screen, Word, parcel and console show comes from here.

An activity belongs to the round in which it starts and counts once, whatever it serves. Figures
of lead and advise are added; those of support and join are shown beside them. A flow is added. A
stock is the latest reading up to the cut-off, in whatever round it was read: what was in force
then still is, until it is read anew. A snapshot says no more than what was measured on its day:
the round's latest, never added, never carried on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.funding import STATE_SOURCES, Source, Stage
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Reading, Split

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ttdn_desktop.domain.dates import Moment, Span

_Readings = list[tuple[Activity, Reading]]

OWN_PARTS = frozenset({Part.LEAD, Part.ADVISE})
"""The parts whose figures are the unit's own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator over a round.

    `value` is the unit's own figure, None where nothing was read; `shared` what the unit only
    supported or joined; `approximate` and `shared_approximate` tell that these are about;
    `estimate` is what is expected for the year; `parts` and `shared_parts` are "trong đó";
    `as_of` is the day of a stock or snapshot, of the unit's own where it has one, `shared_as_of`
    that of `shared`; `records` the activities it comes from.
    """

    indicator: Indicator
    value: Decimal | None
    shared: Decimal | None = None
    estimate: Decimal | None = None
    approximate: bool = False
    shared_approximate: bool = False
    parts: tuple[tuple[Split, Decimal], ...] = ()
    shared_parts: tuple[tuple[Split, Decimal], ...] = ()
    as_of: date | None = None
    shared_as_of: date | None = None
    records: tuple[str, ...] = ()

    def parts_complete(self, name: str) -> bool:
        """Tell whether the parts of one split add up to the total ("gồm", not "trong đó")."""
        shares = [value for split, value in self.parts if split.name == name]
        return bool(shares) and sum(shares) == self.value


@dataclass(frozen=True, slots=True)
class Money:
    """Kinh phí of one source over a round, in whole đồng."""

    source: Source
    planned: int
    spent: int
    records: tuple[str, ...] = ()


def figures(
    activities: Iterable[Activity],
    catalogue: Iterable[Indicator],
    *,
    earlier: Iterable[Activity] = (),
    period: Span | None = None,
) -> tuple[Figure, ...]:
    """Return a figure for each indicator that was read, in the catalogue's order.

    `activities` are the round's; `earlier` those before it whose stocks may still stand: they
    count where the round itself has read none. No day lies outside the activity's own round, as
    far as `period` (its days up to the cut-off) tells: "12/2025" read before the 15th is of the
    14th at the latest.
    """
    given = tuple(catalogue)
    now, before = _by_code(activities), _standing(earlier, given)
    read = now.keys() | before.keys()
    return tuple(
        _figure(indicator, now.get(indicator.code, []), before.get(indicator.code, []), period)
        for indicator in (given if read else ())
        if indicator.code in read
    )


def _by_code(activities: Iterable[Activity]) -> dict[str, _Readings]:
    readings: dict[str, _Readings] = {}
    for activity in activities:
        for reading in activity.readings:
            readings.setdefault(reading.code, []).append((activity, reading))
    return readings


def _standing(earlier: Iterable[Activity], catalogue: Iterable[Indicator]) -> dict[str, _Readings]:
    """Return what was measured of stocks before the round, by code."""
    read = {code: _measured(readings) for code, readings in _by_code(earlier).items()}
    stocks = {each.code for each in catalogue if each.kind is IndicatorKind.STOCK} if read else ()
    return {code: readings for code, readings in read.items() if readings and code in stocks}


def _figure(indicator: Indicator, now: _Readings, before: _Readings, period: Span | None) -> Figure:
    is_flow = indicator.kind is IndicatorKind.FLOW
    counts = _all if is_flow else _latest
    (own, others), (own_before, others_before) = _by_part(now), _by_part(before)
    counted = counts(_measured(own)) or _latest(own_before)
    beside = counts(_measured(others)) or _latest(others_before)
    return Figure(
        indicator,
        _total(counted),
        shared=_total(beside),
        estimate=_total(counts([pair for pair in own if pair[1].estimate])),
        approximate=_about(counted),
        shared_approximate=_about(beside),
        parts=_parts(counted),
        shared_parts=_parts(beside),
        as_of=None if is_flow else _day_of(counted or beside, period),
        shared_as_of=None if is_flow else _day_of(beside, period),
        records=_once([activity.id for activity, _ in (*own, *others, *counted, *beside)]),
    )


def _by_part(readings: _Readings) -> tuple[_Readings, _Readings]:
    if not readings:
        return [], []
    own = [pair for pair in readings if pair[0].part in OWN_PARTS]
    return own, [pair for pair in readings if pair[0].part not in OWN_PARTS]


def _measured(readings: _Readings) -> _Readings:
    return readings and [pair for pair in readings if not pair[1].estimate]


def _all(readings: _Readings) -> _Readings:
    return readings


def recency(start: Moment, activity_id: str) -> tuple[date, str]:
    """Return what tells which of two readings is the later: the day, then what was recorded last.

    A month or a quarter stands for its end.
    """
    return start.last, activity_id


def _latest(readings: _Readings) -> _Readings:
    if not readings:
        return []
    newest = max(recency(activity.start, activity.id) for activity, _reading in readings)
    return [pair for pair in readings if recency(pair[0].start, pair[0].id) == newest]


def _about(readings: _Readings) -> bool:
    return any(reading.approximate for _activity, reading in readings if reading.split is None)


def _day_of(readings: _Readings, period: Span | None) -> date | None:
    if not readings:
        return None
    start = readings[0][0].start
    if period is None:
        return start.last
    return min(start.last, period.last if start.first >= period.first else day_before(period.first))


def _total(readings: _Readings) -> Decimal | None:
    values = [reading.value for _activity, reading in readings if reading.split is None]
    return sum(values[1:], values[0]) if values else None


def _parts(readings: _Readings) -> tuple[tuple[Split, Decimal], ...]:
    if not readings:
        return ()
    sums: dict[Split, Decimal] = defaultdict(Decimal)
    for _activity, reading in readings:
        if reading.split is not None:
            sums[reading.split] += reading.value
    return tuple(sums.items())


def money(activities: Iterable[Activity]) -> tuple[Money, ...]:
    """Return planned and spent đồng by source, in the plan's order of sources."""
    sums: dict[tuple[Source, Stage], int] = defaultdict(int)
    records: dict[Source, list[str]] = defaultdict(list)
    for activity in activities:
        for funding in activity.fundings:
            sums[funding.source, funding.stage] += funding.amount
            records[funding.source].append(activity.id)
    return tuple(
        Money(
            source, sums[source, Stage.PLANNED], sums[source, Stage.SPENT], _once(records[source])
        )
        for source in Source
        if source in records
    )


def _once(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def state_budget(amounts: Iterable[Money]) -> tuple[int, int]:
    """Return planned and spent đồng of the state budget; xã hội hóa never enters its share."""
    state = [amount for amount in amounts if amount.source in STATE_SOURCES]
    return sum(amount.planned for amount in state), sum(amount.spent for amount in state)


def evidence_of(activities: Iterable[Activity]) -> int:
    """Return how many pieces of evidence activities have between them, each counted once."""
    return len({proof.id for activity in activities for proof in activity.evidence})
