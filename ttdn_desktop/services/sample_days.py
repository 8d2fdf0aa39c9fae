"""When the sample's activities happen: within the year's period, mostly on working days."""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import MONTHS_A_QUARTER, Moment, Precision, Span
from ttdn_desktop.domain.plan_year import plan_year

if TYPE_CHECKING:
    from ttdn_desktop.services.sample_dice import Dice
    from ttdn_desktop.services.sample_templates import Template

_SEASONS = (
    ("12-15", "12-31", 4),
    ("01-01", "01-31", 8),
    ("02-01", "02-27", 5),
    ("03-01", "03-31", 11),
    ("04-01", "04-30", 11),
    ("05-01", "05-31", 9),
    ("06-01", "06-30", 9),
    ("07-01", "07-31", 8),
    ("08-01", "08-31", 9),
    ("09-01", "09-30", 11),
    ("10-01", "10-31", 12),
    ("11-01", "11-30", 13),
    ("12-01", "12-14", 5),
)
"""Month and day from and to, and how busy the time is: little around Tết, much in autumn."""

_UPTO = tuple(accumulate(weight for _first, _last, weight in _SEASONS))
_MONTHS, _SATURDAY = 12, 5
_TET = {2024: "02-10", 2025: "01-29", 2026: "02-17", 2027: "02-06", 2028: "01-26",
        2029: "02-13", 2030: "02-02"}  # fmt: skip
"""The first day of Tết Nguyên đán (lunar calendar at +07:00); other years take the mean."""
_MEAN_TET = "02-05"
_TET_REST = (-2, 5)
_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 1), (9, 2)})
"""Holidays of a fixed day (Labour Code 2019, Điều 112)."""


def moment_of(template: Template, year: int, turn: int, dice: Dice) -> Moment:
    """Return a start within the plan year: in the template's windows, as exact as it says.

    `turn` counts what recurs monthly or quarterly, so that each month comes before one again.
    """
    if template.precision is Precision.MONTH:
        return Moment(date(year, turn % _MONTHS + 1, 1), Precision.MONTH)
    if template.precision is Precision.QUARTER:
        month = turn * MONTHS_A_QUARTER % _MONTHS + 1
        return Moment(date(year, month, 1), Precision.QUARTER)
    if template.windows:
        span = _span(*dice.pick(template.windows), year)
    else:
        first, last, _weight = _SEASONS[bisect(_UPTO, dice.share() * _UPTO[-1])]
        span = _span(first, last, year)
    return Moment(_workday(_any_day(span, dice), span))


def end_of(template: Template, start: Moment, dice: Dice) -> date | None:
    """Return the last day of what lasts longer than one, within the same plan year."""
    days = dice.between(*template.days)
    end = start.first + timedelta(days=days)
    if not days or plan_year(end) != plan_year(start.first):
        return None
    return end


def _span(first: str, last: str, year: int) -> Span:
    return Span(_in_plan_year(first, year), _in_plan_year(last, year))


def _in_plan_year(words: str, year: int) -> date:
    """Read "04-06", or "tet-20" for days before Tết."""
    if words.startswith("tet"):
        return _tet(year) + timedelta(days=int(words.removeprefix("tet")))
    day = date.fromisoformat(f"{year}-{words}")
    return day if plan_year(day) == year else day.replace(year=year - 1)


def _tet(year: int) -> date:
    return date.fromisoformat(f"{year}-{_TET.get(year, _MEAN_TET)}")


def _any_day(span: Span, dice: Dice) -> date:
    return span.first + timedelta(days=dice.between(0, (span.last - span.first).days))


def _workday(day: date, span: Span) -> date:
    """Move a day of rest to the next working day, or the last one before, within the window."""
    days = (day + timedelta(days=step) for way in (1, -1) for step in range(0, 12 * way, way))
    return next((moved for moved in days if moved in span and not _is_rest(moved)), day)


def _is_rest(day: date) -> bool:
    from_tet = (day - _tet(day.year)).days
    return (
        day.weekday() >= _SATURDAY
        or (day.month, day.day) in _HOLIDAYS
        or _TET_REST[0] <= from_tet <= _TET_REST[1]
    )
