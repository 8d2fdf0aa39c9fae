"""What a round would hold, what falls into none or into two, and what was missed before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period, round_days
from ttdn_desktop.domain.ids import recorded_at
from ttdn_desktop.domain.round import PERIODIC, Regime, Round
from ttdn_desktop.domain.round_presets import PRESETS, YEAR, part_of, round_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.known_rounds import as_told, asking_body, recorded
from ttdn_desktop.services.round_records import extras_of
from ttdn_desktop.store import activities, round_extras, round_standing, rounds
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ttdn_desktop.domain.dates import Moment, Span
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.domain.round_days import Between
    from ttdn_desktop.services.office import Office


@immutable
class Loose:
    """Days of no round, or of two, and how many activities start in them."""

    between: Between
    activities: int


@immutable
class Missed:
    """An activity recorded after the report of its round was made, and so not told in it.

    `of` is that round; `taken` tells that the round looked at tells it.
    """

    id: str
    code: str
    title: str
    start: Moment
    of: Round
    taken: bool


@immutable
class RoundDays:
    """What is to be known of a round's days before it is reported.

    `told` are the days it tells, with what the one before left over; `after` are those of its
    period that the next one tells, None where there are none; `activities` and `after_count` count
    what starts in them.
    """

    told: Span
    activities: int
    after: Span | None
    after_count: int
    loose: tuple[Loose, ...]
    missed: tuple[Missed, ...]
    doubts: tuple[Notice, ...]


def look(office: Office, asked: Round) -> RoundDays:
    """Return what is to be known of a round, which need not be recorded."""
    told, after = as_told(office, asked), round_days.left_over(asked)
    only = asked.terms.item_ids
    between = round_days.days_between([*_neighbours(office, asked), asked])
    return RoundDays(
        told=told.period,
        activities=_count(office, told.period, only),
        after=after,
        after_count=0 if after is None else _count(office, after, only),
        loose=tuple(
            Loose(each, _count(office, each.span, only))
            for each in between
            if asked.id in {one.id for one in each.rounds}
        ),
        missed=tuple(_missed(office, told)),
        doubts=tuple(round_days.doubts(asked)),
    )


def missed(office: Office, asked: Round) -> tuple[Missed, ...]:
    """Return what was missed in rounds before, with what the round tells of it."""
    return tuple(_missed(office, as_told(office, asked)))


def take(office: Office, asked: Round, activity_ids: Collection[str]) -> None:
    """Have a round tell these missed activities, and no others of rounds before.

    Raises KnownError `not_missed` where one is told already, in this round or another.
    """
    offered = {each.id for each in missed(office, asked)}
    if not offered.issuperset(activity_ids):
        raise KnownError("not_missed")
    label = f"Bổ sung kỳ trước vào báo cáo {report_period.named(asked)}"
    with office.store.change(office.actor(), label) as tx:
        rounds.ensure(tx, asked)
        round_extras.put(tx, asked.id, activity_ids)


def _count(office: Office, days: Span, only: tuple[str, ...]) -> int:
    """Return how many activities start in some days, of those that serve what is asked for."""
    query = ActivityQuery(first=days.first, last=days.last, item_ids=only)
    with office.store.read() as connection:
        return activities.count(connection, query)


def _neighbours(office: Office, asked: Round) -> Iterator[Round]:
    """Yield the other rounds of a regime, as recorded, else the decree's of the years around."""
    regime = asked.terms.regime
    if regime not in PERIODIC:
        return
    alike = list(_meant(office, asked))
    taken = {(each.year, part_of(each)) for each in (*alike, asked)}
    yield from alike
    for year in range(asked.year - 1, asked.year + 2):
        for usual in PRESETS:
            of_decree = usual.regime is regime and (regime is not Regime.ANNUAL or usual is YEAR)
            if of_decree and (year, usual.part) not in taken:
                yield round_of(usual, year, asking_body(office))


def _meant(office: Office, asked: Round) -> Iterator[Round]:
    """Yield the other recorded rounds of a regime.

    A year's own that was recorded in passing gives way to another that was set in its place.
    """
    known = [each for each in recorded(office) if each.terms.regime is asked.terms.regime]
    with office.store.read() as connection:
        standing = round_standing.by_round(connection)
        chosen = {each.id for each in known if rounds.is_set(connection, each.id)}
    replaced = {asked.year, *(each.year for each in known if each.id in chosen)}
    for each in known:
        in_passing = each.id not in chosen and each.id not in standing
        if each.id != asked.id and not (in_passing and each.year in replaced):
            yield each


def _missed(office: Office, told: Round) -> Iterator[Missed]:
    """Yield what was recorded after the reports of earlier rounds of the regime were made."""
    if told.terms.regime not in PERIODIC:
        return
    with office.store.read() as connection:
        standing = round_standing.by_round(connection)
    reported = [
        (each, made)
        for each in recorded(office)
        if _comes_before(each, told)
        and (made := standing.get(each.id, round_standing.NOTHING).last_at) is not None
    ]
    if not reported:
        return
    own, elsewhere = extras_of(office, told)
    left_out = elsewhere | set(_ids(office, told.period))
    for earlier, made in reported:
        days = as_told(office, earlier).period
        late = [
            one
            for one in _ids(office, days)
            if one not in left_out and (recorded_at(one) or 0) > made
        ]
        left_out |= set(late)
        with office.store.read() as connection:
            found = activities.by_ids(connection, late)
        for each in found:
            yield Missed(each.id, each.code, each.title, each.start, earlier, each.id in own)


def _comes_before(earlier: Round, told: Round) -> bool:
    alike = earlier.terms.regime is told.terms.regime and earlier.id != told.id
    return alike and earlier.told_days.last < told.told_days.last


def _ids(office: Office, days: Span) -> Sequence[str]:
    with office.store.read() as connection:
        return activities.ids(connection, ActivityQuery(first=days.first, last=days.last))
