"""Every number, once: what screen, Word, parcel and console show comes from here.

An activity belongs to the round in which it starts and counts once, whatever it serves. Figures
of lead and advise are added; those of support and join are shown beside them. A flow is added, a
stock is the latest reading up to the cut-off, a snapshot likewise and never added.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.funding import STATE_SOURCES, Source, Stage
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Reading, Split

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_Readings = list[tuple[Activity, Reading]]

OWN_PARTS = frozenset({Part.LEAD, Part.ADVISE})
"""The parts whose figures are the unit's own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator over a round.

    `value` is the unit's own figure, None where nothing was read; `shared` what the unit only
    supported or joined; `approximate` and `shared_approximate` tell that these are about;
    `estimate` is what is expected for the year; `parts` and `shared_parts` are "trong đó";
    `as_of` is the day of a stock or snapshot; `records` the activities it comes from.
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


def figures(activities: Iterable[Activity], catalogue: Iterable[Indicator]) -> tuple[Figure, ...]:
    """Return a figure for each indicator that was read, in the catalogue's order."""
    readings: dict[str, _Readings] = defaultdict(list)
    for activity in activities:
        for reading in activity.readings:
            readings[reading.code].append((activity, reading))
    return tuple(
        _figure(indicator, readings[indicator.code])
        for indicator in catalogue
        if indicator.code in readings
    )


def _figure(indicator: Indicator, readings: _Readings) -> Figure:
    is_flow = indicator.kind is IndicatorKind.FLOW
    counts = _all if is_flow else _latest
    own = [pair for pair in readings if pair[0].part in OWN_PARTS]
    others = [pair for pair in readings if pair[0].part not in OWN_PARTS]
    counted, beside = counts(_measured(own)), counts(_measured(others))
    return Figure(
        indicator,
        _total(counted),
        shared=_total(beside),
        estimate=_total(counts([pair for pair in own if pair[1].estimate])),
        approximate=_about(counted),
        shared_approximate=_about(beside),
        parts=_parts(counted),
        shared_parts=_parts(beside),
        as_of=None if is_flow else _day_of(counted or beside),
        records=tuple(dict.fromkeys(activity.id for activity, _reading in own + others)),
    )


def _measured(readings: _Readings) -> _Readings:
    return [pair for pair in readings if not pair[1].estimate]


def _all(readings: _Readings) -> _Readings:
    return readings


def _latest(readings: _Readings) -> _Readings:
    if not readings:
        return []
    newest = max((activity.start.last, activity.id) for activity, _reading in readings)
    return [pair for pair in readings if (pair[0].start.last, pair[0].id) == newest]


def _about(readings: _Readings) -> bool:
    return any(reading.approximate for _activity, reading in readings if reading.split is None)


def _day_of(readings: _Readings) -> date | None:
    return readings[0][0].start.last if readings else None


def _total(readings: _Readings) -> Decimal | None:
    values = [reading.value for _activity, reading in readings if reading.split is None]
    return sum(values, Decimal(0)) if values else None


def _parts(readings: _Readings) -> tuple[tuple[Split, Decimal], ...]:
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
