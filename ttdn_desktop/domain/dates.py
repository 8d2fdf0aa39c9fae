"""Dates as officers write them: a day, a month or a quarter."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.errors import KnownError

MONTHS_A_QUARTER = 3
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DAY = re.compile(
    r"(?:ngay\s+)?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{2}|\d{4})"
)
_MONTH = re.compile(r"(?:thang\s+)?(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})")
_QUARTER = re.compile(r"(?:quy|qui|q)\s*(iv|i{1,3}|[1-4])\s*(?:[/.,-]|nam)?\s*(\d{4})")
_CENTURY = "20"
_SHORT_YEAR = 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Years that a document or an activity may have; another is a slip of the keyboard."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Moment:
    """The first day of what was written, and how exactly it was written."""

    first: date
    precision: Precision = Precision.DAY

    @property
    def last(self) -> date:
        """The last day the words can mean."""
        if self.precision is Precision.DAY:
            return self.first
        months = 1 if self.precision is Precision.MONTH else MONTHS_A_QUARTER
        month = self.first.month + months - 1
        return date(self.first.year, month, calendar.monthrange(self.first.year, month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """An unbroken run of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the run."""
        return self.first <= day <= self.last


def parse_moment(text: str) -> Moment:
    """Read "2026-03-05", "5/3/2026", "ngày 5 tháng 3 năm 2026", "3/2026", "quý II/2026".

    Accents may be left out. Raises KnownError `date_impossible` for anything else, for days no
    calendar has and for years nobody means.
    """
    try:
        return _in_our_time(_read(fold(tidy(text))))
    except ValueError as wrong:
        raise KnownError("date_impossible", text=text) from wrong


def _read(words: str) -> Moment:
    if found := _ISO_DAY.fullmatch(words):
        return Moment(date(*(int(part) for part in found.groups())))
    if found := _DAY.fullmatch(words):
        day, month, year = found.groups()
        whole = _CENTURY + year if len(year) == _SHORT_YEAR else year
        return Moment(date(int(whole), int(month), int(day)))
    if found := _ISO_MONTH.fullmatch(words):
        return Moment(date(int(found[1]), int(found[2]), 1), Precision.MONTH)
    if found := _MONTH.fullmatch(words):
        return Moment(date(int(found[2]), int(found[1]), 1), Precision.MONTH)
    if found := _QUARTER.fullmatch(words):
        month = (_QUARTERS[found[1]] - 1) * MONTHS_A_QUARTER + 1
        return Moment(date(int(found[2]), month, 1), Precision.QUARTER)
    raise ValueError(words)


def _in_our_time(moment: Moment) -> Moment:
    if not _FIRST_YEAR <= moment.first.year <= _LAST_YEAR:
        raise ValueError(moment)
    return moment


def parse_day(text: str) -> date:
    """Read one exact day; a month or a quarter is refused with `day_needed`."""
    moment = parse_moment(text)
    if moment.precision is not Precision.DAY:
        raise KnownError("day_needed", text=text)
    return moment.first


def short(day: date) -> str:
    """Return dd/mm/yyyy, the form used within sentences and tables."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def shown(moment: Moment) -> str:
    """Return a moment as an officer reads it in a table: 05/03/2026, 03/2026, quý II/2026."""
    if moment.precision is Precision.DAY:
        return short(moment.first)
    if moment.precision is Precision.MONTH:
        return f"{moment.first.month:02d}/{moment.first.year}"
    quarter = ("I", "II", "III", "IV")[(moment.first.month - 1) // MONTHS_A_QUARTER]
    return f"quý {quarter}/{moment.first.year}"


def day_before(day: date) -> date:
    """Return the day before: the last valid day of "trước ngày …"."""
    return day - timedelta(days=1)
