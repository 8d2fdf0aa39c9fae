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
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.funding import STATE_SOURCES, Source, Stage
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Reading, Split
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from ttdn_desktop.domain.dates import Moment, Span

_Readings = list[tuple[Activity, Reading]]
_Read = Sequence[tuple[Activity, Reading]]
_Parts = tuple[tuple["Split", "Decimal"], ...]

_OWN = (Part.LEAD, Part.ADVISE)  # a pair is looked through sooner than an enumeration is hashed
OWN_PARTS = frozenset(_OWN)
"""The parts whose figures are the unit's own."""


@immutable
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


@immutable
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

    It looks up what an activity has read, in place of looking through the catalogue. What one
    activity has read is of one side and one day: all of it counts, whatever the indicator's kind.
    """
    indicators = {each.code: each for each in catalogue}
    places = {code: place for place, code in enumerate(indicators)}

    def figures_of(activity: Activity) -> tuple[Figure, ...]:
        read: dict[str, list[Reading]] = {}
        for reading in activity.readings:
            read.setdefault(reading.code, []).append(reading)
        known = sorted(places.keys() & read.keys(), key=places.__getitem__)
        return tuple([_alone(indicators[code], activity, read[code], period) for code in known])

    return figures_of


def _alone(
    indicator: Indicator, activity: Activity, read: Sequence[Reading], period: Span | None
) -> Figure:
    measured = [reading for reading in read if not reading.estimate]
    value, about, parts = _sums(measured)
    day = None
    if measured and indicator.kind is not IndicatorKind.FLOW:
        day = _within(activity.start, period)
    if activity.part not in _OWN:
        return Figure(
            indicator,
            None,
            value,
            shared_approximate=about,
            shared_parts=parts,
            as_of=day,
            shared_as_of=day,
            records=(activity.id,),
        )
    estimate = None
    if len(measured) < len(read):
        estimate, _about, _parts = _sums([reading for reading in read if reading.estimate])
    return Figure(
        indicator,
        value,
        estimate=estimate,
        approximate=about,
        parts=parts,
        as_of=day,
        records=(activity.id,),
    )


def _by_code(activities: Iterable[Activity]) -> dict[str, _Readings]:
    readings: dict[str, _Readings] = defaultdict(list)
    for activity in activities:
        for reading in activity.readings:
            readings[reading.code].append((activity, reading))
    return readings


def _standing(earlier: Iterable[Activity], catalogue: Iterable[Indicator]) -> dict[str, _Read]:
    """Return what was measured of stocks before the round, by code."""
    read = {code: _measured(readings) for code, readings in _by_code(earlier).items()}
    stocks = {each.code for each in catalogue if each.kind is IndicatorKind.STOCK} if read else ()
    return {code: readings for code, readings in read.items() if readings and code in stocks}


def _figure(indicator: Indicator, now: _Read, before: _Read, period: Span | None) -> Figure:
    is_flow = indicator.kind is IndicatorKind.FLOW
    (own, others), (own_before, others_before) = _by_part(now), _by_part(before)
    ours = _side(own, own_before, is_flow=is_flow)
    theirs = _side(others, others_before, is_flow=is_flow)
    read = (own, others) if is_flow else (own, others, ours.counted, theirs.counted)
    return Figure(
        indicator,
        ours.value,
        theirs.value,
        ours.estimate,
        ours.approximate,
        theirs.approximate,
        ours.parts,
        theirs.parts,
        as_of=None if is_flow else _day_of(ours.counted or theirs.counted, period),
        shared_as_of=None if is_flow else _day_of(theirs.counted, period),
        records=_once([each.id for pairs in read for each, _reading in pairs]),
    )


def _by_part(readings: _Read) -> tuple[_Read, _Read]:
    own = [pair for pair in readings if pair[0].part in _OWN]
    if len(own) == len(readings):
        return own, ()
    return own, [pair for pair in readings if pair[0].part not in _OWN]


class _Side(NamedTuple):
    """One indicator as one side read it: `counted` are the readings that `value` comes from."""

    counted: _Read
    value: Decimal | None
    approximate: bool
    parts: _Parts
    estimate: Decimal | None


def _side(now: _Read, before: _Read, *, is_flow: bool) -> _Side:
    """Return what one side has read, in the round or else before it."""
    counts = _all if is_flow else _latest
    estimated = [pair for pair in now if pair[1].estimate]
    counted = counts(_measured(now) if estimated else now) or _latest(before)
    expected, _about, _parts = _sums([reading for _activity, reading in counts(estimated)])
    return _Side(counted, *_sums([reading for _activity, reading in counted]), expected)


def _sums(readings: Iterable[Reading]) -> tuple[Decimal | None, bool, _Parts]:
    """Return the total, whether it is about, and its parts."""
    total, about = None, False
    parts: dict[tuple[str, str], tuple[Split, Decimal]] = {}  # quicker than by Split
    for reading in readings:
        split, value = reading.split, reading.value
        if split is None:
            total = value if total is None else total + value
            about = about or reading.approximate
        else:
            key = split.name, split.value
            parts[key] = split, parts[key][1] + value if key in parts else value
    return total, about, tuple(parts.values())


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
    return _within(readings[0][0].start, period) if readings else None


def _within(start: Moment, period: Span | None) -> date:
    if period is None:
        return start.last
    return min(start.last, period.last if start.first >= period.first else day_before(period.first))


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
