"""Every number, once: what screen, Word, parcel and console show comes from here.

An activity belongs to the round in which it starts and counts once, whatever it serves. Figures
of lead and advise are added; those of support and join are shown beside them. A flow is added. A
stock is the latest reading up to the cut-off, in whatever round it was read: what was in force
then still is, until it is read anew. A snapshot says no more than what was measured on its day:
the round's latest, never added, never carried on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.funding import STATE_SOURCES, Source, Stage
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Reading, Split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from ttdn_desktop.domain.dates import Moment, Span

_Readings = list[tuple[Activity, Reading]]
_Read = Sequence[tuple[Activity, Reading]]

OWN_PARTS = (Part.LEAD, Part.ADVISE)
"""The parts whose figures are the unit's own; a pair, for the hash of an enumeration is slow."""


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
        _figure(indicator, now.get(indicator.code, ()), before.get(indicator.code, ()), period)
        for indicator in (given if read else ())
        if indicator.code in read
    )


def alone(
    catalogue: Iterable[Indicator], period: Span | None = None
) -> Callable[[Activity], tuple[Figure, ...]]:
    """Return what gives the figures of one activity, as `figures` does: for thousands of them.

    It looks up what an activity has read, in place of looking through the catalogue.
    """
    indicators = {each.code: each for each in catalogue}
    places = {code: place for place, code in enumerate(indicators)}

    def figures_of(activity: Activity) -> tuple[Figure, ...]:
        now = _by_code((activity,))
        read = sorted(places.keys() & now.keys(), key=places.__getitem__)
        return tuple([_figure(indicators[code], now[code], (), period) for code in read])

    return figures_of


def _by_code(activities: Iterable[Activity]) -> dict[str, _Readings]:
    readings: dict[str, _Readings] = {}
    for activity in activities:
        for reading in activity.readings:
            readings.setdefault(reading.code, []).append((activity, reading))
    return readings


def _standing(earlier: Iterable[Activity], catalogue: Iterable[Indicator]) -> dict[str, _Read]:
    """Return what was measured of stocks before the round, by code."""
    read = {code: _measured(readings) for code, readings in _by_code(earlier).items()}
    stocks = {each.code for each in catalogue if each.kind is IndicatorKind.STOCK} if read else ()
    return {code: readings for code, readings in read.items() if readings and code in stocks}


def _figure(indicator: Indicator, now: _Read, before: _Read, period: Span | None) -> Figure:
    is_flow = indicator.kind is IndicatorKind.FLOW
    (own, others), (own_before, others_before) = _by_part(now), _by_part(before)
    ours, theirs = (
        _summed(own, own_before, is_flow=is_flow),
        _summed(others, others_before, is_flow=is_flow),
    )
    counted, beside = ours.counted, theirs.counted
    return Figure(
        indicator,
        ours.value,
        theirs.value,
        ours.estimate,
        ours.approximate,
        theirs.approximate,
        ours.parts,
        theirs.parts,
        as_of=None if is_flow else _day_of(counted or beside, period),
        shared_as_of=None if is_flow else _day_of(beside, period),
        records=_once([activity.id for activity, _ in (*own, *others, *counted, *beside)]),
    )


def _by_part(readings: _Read) -> tuple[_Read, _Read]:
    own = [pair for pair in readings if pair[0].part in OWN_PARTS]
    if len(own) == len(readings):
        return own, ()
    return own, [pair for pair in readings if pair[0].part not in OWN_PARTS]


class _Sum(NamedTuple):
    """One indicator as one side read it: `counted` are the readings that `value` comes from."""

    counted: _Read = ()
    value: Decimal | None = None
    estimate: Decimal | None = None
    approximate: bool = False
    parts: tuple[tuple[Split, Decimal], ...] = ()


_NOTHING = _Sum()


def _summed(now: _Read, before: _Read, *, is_flow: bool) -> _Sum:
    """Return what one side has read, in the round or else before it."""
    if not now and not before:
        return _NOTHING  # as of one side of most activities
    counts = _all if is_flow else _latest
    measured = _measured(now)
    counted = counts(measured) or _latest(before)
    estimated = [pair for pair in now if pair[1].estimate] if len(measured) < len(now) else ()
    totals = [reading for _activity, reading in counted if reading.split is None]
    about = True in [reading.approximate for reading in totals]
    return _Sum(counted, _total(counted), _total(counts(estimated)), about, _parts(counted))


def _measured(readings: _Read) -> _Read:
    return [pair for pair in readings if not pair[1].estimate]


def _all(readings: _Read) -> _Read:
    return readings


def recency(start: Moment, activity_id: str) -> tuple[date, str]:
    """Return what tells which of two readings is the later: the day, then what was recorded last.

    A month or a quarter stands for its end.
    """
    return start.last, activity_id


def _latest(readings: _Read) -> _Read:
    if not readings:
        return ()
    newest = max(recency(activity.start, activity.id) for activity, _reading in readings)
    return [pair for pair in readings if recency(pair[0].start, pair[0].id) == newest]


def _day_of(readings: _Read, period: Span | None) -> date | None:
    if not readings:
        return None
    start = readings[0][0].start
    if period is None:
        return start.last
    return min(start.last, period.last if start.first >= period.first else day_before(period.first))


def _total(readings: _Read) -> Decimal | None:
    values = [reading.value for _activity, reading in readings if reading.split is None]
    return sum(values[1:], values[0]) if values else None


def _parts(readings: _Read) -> tuple[tuple[Split, Decimal], ...]:
    parted = [reading for _activity, reading in readings if reading.split is not None]
    sums: dict[tuple[str, str], tuple[Split, Decimal]] = {}  # such a key is quicker than a Split
    for reading in parted:
        split, value = cast("Split", reading.split), reading.value
        key = split.name, split.value
        sums[key] = split, sums[key][1] + value if key in sums else value
    return tuple(sums.values())


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
