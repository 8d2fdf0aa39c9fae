"""The usual rounds as data: their days, where the figures end, and who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain import working_days
from ttdn_desktop.domain.dates import MONTHS_A_QUARTER, Span
from ttdn_desktop.domain.round import Regime, Round, Terms, round_over
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

DECREE = "Nghị định số 09/2019/NĐ-CP, Điều 12"
PRACTICE = "Cách làm thường gặp khi cơ quan tổng hợp yêu cầu chốt sớm"

MONTHS = 12
_FIRST_DAY, _LAST_DAY = 15, 14
"""A period of the decree begins on the 15th of a month and ends on the 14th of another."""

INTERNAL_DAYS = 5
"""So many working days before the sending day the unit's own parts are due, unless set."""


@immutable
class Ending:
    """The end of a period or of its figures: month and day of the round's year."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """Return the day in a year."""
        return date(year, self.month, self.day)


@immutable
class Preset:
    """A usual round of any year.

    `part` is which half, quarter or month it is, from 1. `first` is the month and day it begins
    on, in the year before where `year_before`. `estimate` tells that the figures end before the
    period does and what is expected of the whole is asked for. `source` is who says so.
    """

    key: str
    regime: Regime
    part: int
    first: Ending
    last: Ending
    cutoff: Ending
    source: str
    year_before: bool = False
    estimate: bool = False

    def period(self, year: int) -> Span:
        """Return its days in a year."""
        return Span(self.first.of(year - self.year_before), self.last.of(year))


def _by_decree(regime: Regime, part: int, first_month: int, months: int) -> Preset:
    """Return the round that reports so many months by the decree, from the 15th before them."""
    begin = first_month - 1 or MONTHS
    last = Ending(first_month + months - 1, _LAST_DAY)
    return Preset(
        key=f"{regime}.{part}",
        regime=regime,
        part=part,
        first=Ending(begin, _FIRST_DAY),
        last=last,
        cutoff=last,
        source=DECREE,
        year_before=begin == MONTHS,
    )


YEAR = _by_decree(Regime.ANNUAL, 1, 1, MONTHS)
NOVEMBER = Preset(
    "annual.november",
    Regime.ANNUAL,
    1,
    Ending(12, 1),
    Ending(11, 30),
    Ending(11, 30),
    PRACTICE,
    year_before=True,
)
CALENDAR = Preset(
    "annual.calendar",
    Regime.ANNUAL,
    1,
    Ending(1, 1),
    Ending(12, 31),
    Ending(11, 30),
    PRACTICE,
    estimate=True,
)
HALVES = tuple(_by_decree(Regime.HALF_YEAR, part, part * 6 - 5, 6) for part in (1, 2))
NINE_MONTHS = _by_decree(Regime.NINE_MONTHS, 1, 1, 9)
QUARTERS = tuple(
    _by_decree(Regime.QUARTER, part, part * MONTHS_A_QUARTER - 2, MONTHS_A_QUARTER)
    for part in range(1, MONTHS // MONTHS_A_QUARTER + 1)
)
MONTHLY = tuple(_by_decree(Regime.MONTH, part, part, 1) for part in range(1, MONTHS + 1))

PRESETS = (YEAR, NOVEMBER, CALENDAR, *HALVES, NINE_MONTHS, *QUARTERS, *MONTHLY)


def preset(regime: Regime, part: int = 1) -> Preset | None:
    """Return the decree's round of a regime by its number in the year; None where there is none."""
    own = (each for each in PRESETS if each.regime is regime and each.part == part)
    return next(own, None)


def round_of(chosen: Preset, year: int, asking_body: str) -> Round:
    """Return a usual round of a year, sent on the day that is usual for it."""
    terms = Terms(chosen.regime, estimate=chosen.estimate)
    made = round_over(terms, year, chosen.period(year), asking_body)
    cutoff = chosen.cutoff.of(year)
    if chosen.regime is Regime.ANNUAL:
        return replace(made, cutoff=cutoff)
    return replace(made, cutoff=cutoff, sending_day=sending_day(cutoff))


def sending_day(cutoff: date) -> date:
    """Return the first day that leaves a working day after the cut-off (Decree 09/2019, 8(5))."""
    return working_days.after(cutoff, 1)


def part_of(asked: Round) -> int:
    """Return which half, quarter or month of the year a periodic round is, by its last day."""
    month = asked.period.last.month
    if asked.terms.regime is Regime.QUARTER:
        return (month + MONTHS_A_QUARTER - 1) // MONTHS_A_QUARTER
    if asked.terms.regime is Regime.HALF_YEAR:
        return 1 if month <= MONTHS // 2 else 2
    return month if asked.terms.regime is Regime.MONTH else 1


def of_year(year: int, asking_body: str) -> Iterator[Round]:
    """Yield the decree's rounds of a year in their order, but for the single months."""
    for chosen in (YEAR, *HALVES, NINE_MONTHS, *QUARTERS):
        yield round_of(chosen, year, asking_body)
