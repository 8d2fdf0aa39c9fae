"""The page "Tổng quan": how far the year's report has come, and what is left to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import round_days
from ttdn_desktop.domain.answering import is_gap
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.succession_rules import is_open
from ttdn_desktop.domain.units import ASKED_KINDS, RECEIVING_KINDS
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_rounds, review_tasks
from ttdn_desktop.services.keep_draft import ACTIVITY
from ttdn_desktop.services.known_rounds import is_due
from ttdn_desktop.services.plan_of_round import around_year
from ttdn_desktop.services.show_items import rows_of, state_in, told_year
from ttdn_desktop.services.unfiled import unfiled
from ttdn_desktop.store import drafts, round_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ttdn_desktop.domain.dates import Span
    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.progress import TaskState
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.services.show_items import ItemRow
    from ttdn_desktop.store.round_counts import RoundCount, RoundState

LATE_FROM = 30
"""From so many days before the sending day on colours of lateness are shown."""

_MONTHS = 12


@immutable
class Deadline:
    """When the report of an open round is due: within the unit, and to be sent.

    `days_left` counts to the sending day; `late_matters` as in `Overview`.
    """

    round: Round
    internal_day: date
    days_left: int
    late_matters: bool


@immutable
class Overview:
    """A plan year at one look.

    `days_left` counts to the sending day, negative when it is past; None for bodies that only
    receive. `late_matters` tells whether lateness may be coloured. `items` bear what they stood
    at the year before. `answered` of `must` items are no gap; `gaps` are the codes of the others.
    `activities` are told, `withheld` go into a report apart; `with_evidence` have a piece or more.
    `unfiled` pieces of evidence prove nothing yet; `months` are (year, month, activities) over
    the round; `drafts` were typed and not recorded; `reviews` are reworded tasks to be reviewed.
    `internal_day` is the unit's own deadline; `deadlines` are those of the year's other rounds
    whose reports have not left yet, the nearest first.
    """

    round: Round
    today: date
    days_left: int | None
    late_matters: bool
    plan_number: str | None
    items: tuple[ItemRow, ...]
    answered: int
    must: int
    activities: int
    withheld: int
    with_evidence: int
    unfiled: int
    without_result: int
    months: tuple[tuple[int, int, int], ...]
    gaps: tuple[str, ...]
    open_successions: tuple[str, ...]
    drafts: int
    reviews: int
    internal_day: date
    deadlines: tuple[Deadline, ...]


def overview(office: Office, year: int) -> Overview:
    """Return a plan year at one look; raises KnownError `year_impossible`."""
    around, today = around_year(office, year), office.clock.today()
    asked, read = told_year(office, year), _read(office, year)
    rows = tuple(_with_past(rows_of(around, asked, read.state), read.past))
    must, gaps = sum(row.must_answer for row in rows), gap_codes(around, rows)
    left = days_left(around, asked, today)
    return Overview(
        round=asked,
        today=today,
        days_left=left,
        late_matters=late_matters(around, left),
        plan_number=plan_number(around.version.plan),
        items=rows,
        answered=must - len(gaps),
        must=must,
        activities=read.counted.activities,
        withheld=read.counted.withheld,
        with_evidence=read.counted.with_evidence,
        unfiled=unfiled(office),
        without_result=read.counted.without_result,
        months=tuple(_months(asked.period, read.counted.months)),
        gaps=gaps,
        open_successions=open_successions(around, asked.sending_day),
        drafts=read.drafts,
        reviews=review_tasks.count(office),
        internal_day=round_days.internal_day(asked, keep_rounds.internal_days(office)),
        deadlines=tuple(_deadlines(office, around, asked)),
    )


def _deadlines(office: Office, around: Surroundings, usual: Round) -> Iterator[Deadline]:
    """Yield the deadlines of open rounds beside the year's own."""
    lines = keep_rounds.of_year(office, usual.year)
    for each in sorted(lines, key=lambda line: line.round.sending_day):
        left = days_left(around, each.round, office.clock.today())
        is_other = each.round.id != usual.id and is_due(office, each.round)
        if left is not None and is_other and each.stage is not keep_rounds.Stage.ISSUED:
            yield Deadline(each.round, each.internal_day, left, late_matters(around, left))


@immutable
class _Read:
    """What one state of the data says of a year; `past` is what items stood at the year before."""

    state: RoundState
    past: Mapping[str, TaskState]
    counted: RoundCount
    drafts: int


def _read(office: Office, year: int) -> _Read:
    around = office.surroundings()
    asked, unit = told_year(office, year), around.unit.id
    before = annual_round(year - 1, around.version.plan.coordinator_id)
    with office.store.read() as connection:
        state = round_counts.state(connection, unit, asked)
        past = round_counts.state(connection, unit, before)
        return _Read(
            state,
            _stood_at(past),
            round_counts.of_round(connection, asked.period, state.apart),
            drafts.count(connection, ACTIVITY),
        )


def current_year(office: Office) -> int:
    """Return the plan year that today's officer reports on: from 15 December on the next."""
    return plan_year(office.clock.today())


def years(office: Office) -> tuple[int, ...]:
    """Return the plan years to choose from, in order: those with activities, and the current."""
    with office.store.read() as connection:
        started = round_counts.starts(connection)
    return tuple(sorted({current_year(office), *(year + late for year, late in started)}))


def plan_number(plan: Plan) -> str | None:
    """Return the plan's number with its ending ("2512/KH-UBND"); None while it is blank."""
    if plan.number is None or "/" in plan.number:
        return plan.number
    return plan.number + plan.number_suffix


def gap_codes(around: Surroundings, rows: Sequence[ItemRow]) -> tuple[str, ...]:
    """Return the codes of what must be answered and is not, in plan order."""
    tasks = [row for row in rows if row.kind is ItemKind.TASK and row.stands]
    return tuple(row.code for row in rows if is_gap(row, around.version.groups, tasks))


def open_successions(around: Surroundings, day: date) -> tuple[str, ...]:
    """Return the codes of reorganisations up to a day that nobody has confirmed."""
    known = around.organisation.successions
    return tuple(each.code for each in known if is_open(each, day, known))


def _stood_at(past: RoundState) -> Mapping[str, TaskState]:
    """Return what items stood at in a round, those that anything was said of or done for."""
    return {
        item: stood
        for item in {*past.stated, *past.counts}
        if (stood := state_in(past, item)) is not None
    }


def _with_past(rows: Sequence[ItemRow], past: Mapping[str, TaskState]) -> Iterator[ItemRow]:
    yield from (replace(row, prev_state=past.get(row.id)) for row in rows)


def days_left(around: Surroundings, asked: Round, today: date) -> int | None:
    """Return the days until a round's sending day; None for bodies that only receive."""
    if around.unit.kind in RECEIVING_KINDS:
        return None
    return (asked.sending_day - today).days


def late_matters(around: Surroundings, left: int | None) -> bool:
    """Tell whether lateness is coloured: near the sending day, and never of bodies merely asked."""
    return left is not None and left <= LATE_FROM and around.unit.kind not in ASKED_KINDS


def _months(period: Span, counts: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, int, int]]:
    """Yield each month of a period with its activities, months without any too."""
    first = period.first.year * _MONTHS + period.first.month - 1
    last = period.last.year * _MONTHS + period.last.month - 1
    for number in range(first, last + 1):
        year, month = divmod(number, _MONTHS)
        yield year, month + 1, counts.get((year, month + 1), 0)
