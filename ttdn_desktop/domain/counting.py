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
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, Split
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from ttdn_desktop.domain.dates import Moment, Span

_Readers = Sequence[Activity]
_Lots = Sequence[Sequence[Activity]]
"""Activities by lots that have read the very same: thousands say again what others have said."""
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
    now, before = _readers(activities), _standing(earlier, given)
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
        read = {reading.code for reading in activity.readings}
        known = sorted(places.keys() & read, key=places.__getitem__)
        return tuple([_alone(indicators[code], activity, period) for code in known])

    return figures_of


def _alone(indicator: Indicator, activity: Activity, period: Span | None) -> Figure:
    code, alone, ids = indicator.code, [[activity]], (activity.id,)
    value, about, parts = _sums(code, alone)
    day = None
    if indicator.kind is not IndicatorKind.FLOW and _has_read(activity, code):
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
            records=ids,
        )
    estimate, _about, _parts = _sums(code, alone, estimate=True)
    return Figure(
        indicator, value, estimate=estimate, approximate=about, parts=parts, as_of=day, records=ids
    )


def _readers(activities: Iterable[Activity]) -> dict[str, list[Activity]]:
    """Return who has read what; the very readings that many share are looked into once."""
    codes: dict[int, tuple[str, ...]] = {}
    readers: dict[str, list[Activity]] = defaultdict(list)
    for activity in activities:
        key = id(activity.readings)
        if key not in codes:
            codes[key] = tuple(dict.fromkeys([reading.code for reading in activity.readings]))
        for code in codes[key]:
            readers[code].append(activity)
    return readers


def _standing(earlier: Iterable[Activity], catalogue: Iterable[Indicator]) -> dict[str, _Readers]:
    """Return who measured stocks before the round, by code."""
    readers = _readers(earlier)
    stocks = (
        {each.code for each in catalogue if each.kind is IndicatorKind.STOCK} if readers else ()
    )
    read = ((code, readers[code]) for code in readers.keys() & stocks)
    measured = {code: [each for each in some if _has_read(each, code)] for code, some in read}
    return {code: some for code, some in measured.items() if some}


def _has_read(activity: Activity, code: str, *, estimate: bool = False) -> bool:
    return any(each.code == code and each.estimate == estimate for each in activity.readings)


def _figure(indicator: Indicator, now: _Readers, before: _Readers, period: Span | None) -> Figure:
    is_flow = indicator.kind is IndicatorKind.FLOW
    (own, others), (own_before, others_before) = _by_part(now), _by_part(before)
    ours = _side(indicator, own, own_before)
    theirs = _side(indicator, others, others_before)
    counted = () if is_flow else (*ours.counted, *theirs.counted)
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
        records=_once([each.id for some in (own, others, *counted) for each in some]),
    )


def _by_part(activities: _Readers) -> tuple[_Readers, _Readers]:
    own = [each for each in activities if each.part in _OWN]
    if len(own) == len(activities):
        return own, ()
    return own, [each for each in activities if each.part not in _OWN]


class _Side(NamedTuple):
    """One indicator as one side read it: `counted` are the lots that `value` comes from."""

    counted: _Lots
    value: Decimal | None
    approximate: bool
    parts: _Parts
    estimate: Decimal | None


def _side(indicator: Indicator, now: _Readers, before: _Readers) -> _Side:
    """Return what one side has read, in the round or else before it."""
    code = indicator.code
    if indicator.kind is IndicatorKind.FLOW:
        counted = estimated = _lots(now)
    else:
        counted = _latest([each for each in now if _has_read(each, code)]) or _latest(before)
        estimated = _latest([each for each in now if _has_read(each, code, estimate=True)])
    expected, _about, _parts = _sums(code, estimated, estimate=True)
    return _Side(counted, *_sums(code, counted), expected)


def _lots(activities: _Readers) -> _Lots:
    """Return activities by lots that share the very readings."""
    lots: dict[int, list[Activity]] = defaultdict(list)
    for activity in activities:
        lots[id(activity.readings)].append(activity)
    return list(lots.values())


def _sums(code: str, lots: _Lots, *, estimate: bool = False) -> tuple[Decimal | None, bool, _Parts]:
    """Return the total that lots have read, whether it is about, and its parts."""
    total, about = None, False
    parts: dict[tuple[str, str], tuple[Split, Decimal]] = {}  # quicker than by Split
    for lot in lots:
        for reading in lot[0].readings:
            if reading.code != code or reading.estimate != estimate:
                continue
            split, value = reading.split, reading.value * len(lot)
            if split is None:
                total = value if total is None else total + value
                about = about or reading.approximate
            else:
                key = split.name, split.value
                parts[key] = split, parts[key][1] + value if key in parts else value
    return total, about, tuple(parts.values())


def recency(start: Moment, activity_id: str) -> tuple[date, str]:
    """Return what tells which of two readings is the later: the day, then what was recorded last.

    A month or a quarter stands for its end.
    """
    return start.last, activity_id


def _latest(activities: _Readers) -> _Lots:
    """Return the activity that read last, as the one lot."""
    return [[max(activities, key=lambda one: recency(one.start, one.id))]] if activities else ()


def _day_of(lots: _Lots, period: Span | None) -> date | None:
    return _within(lots[0][0].start, period) if lots else None


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
