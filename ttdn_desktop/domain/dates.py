"""Dates as officers write them: a day, a month or a quarter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

MONTHS_A_QUARTER = 3
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# What follows is compiled when something typed is read: writing a report reads nothing.
_ISO_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_ISO_MONTH = r"(\d{4})-(\d{1,2})"
_DAY = (
    r"(?:ngay\s+)?(\d{1,2})\s*([/.-]|thang)\s*(\d{1,2})"
    r"(?:\s*([/.-]|nam)\s*(\d{4}|\d{2}))?"
)
_MONTH = r"(?:thang\s+)?(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})"
_MONTH_ALONE = r"thang\s*(\d{1,2})"
_QUARTER = r"(?:quy|qui|q)[\s.]*(iv|i{1,3}|[1-4])(?:\s*(?:[/.,-]|nam)?\s*(\d{4}))?"
_NUMBER = r"(?:ngay|thang)?\s*(\d{1,2})"
_FROM = r"tu\s+"
_TO = (r"\s*(?:den(?:\s+het)?|toi|[–—])\s*", r"\s+-\s+", r"\s*-\s*")
"""What stands between two days, the plainest first: a hyphen also parts day and month."""
_MARKS = frozenset("/.-")
_CENTURY = "20"
_SHORT_YEAR = 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Years that a document or an activity may have; another is a slip of the keyboard."""
_HALF_A_YEAR = 6
_PADDED = tuple(f"{number:02d}" for number in range(32))
"""Days and months in two figures: looked up sooner than written, for tables have thousands."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


@immutable
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
        years, month = divmod(self.first.month - 1 + months, 12)
        return day_before(date(self.first.year + years, month + 1, 1))


@immutable
class Span:
    """An unbroken run of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the run."""
        return self.first <= day <= self.last


@immutable
class _Written:
    """What words say of a day, a month or a quarter; the year may be left to the reader."""

    year: int | None
    month: int
    day: int = 1
    precision: Precision = Precision.DAY

    def within(self, year: int | None) -> Moment:
        """Return the moment, in a plan year where the words name no year."""
        if self.year is not None:
            return self.of(self.year)
        if year is None:
            raise ValueError(self)
        moment = self.of(year)
        return moment if plan_year(moment.first) == year else self.of(year - 1)

    def of(self, year: int) -> Moment:
        """Return the moment in a year of the calendar; years nobody means are refused."""
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError(year)
        return Moment(date(year, self.month, self.day), self.precision)


def parse_moment(text: str, year: int | None = None) -> Moment:
    """Read "2026-03-05", "5/3/2026", "ngày 5 tháng 3 năm 2026", "3/2026", "quý II/2026".

    Accents may be left out. Given a plan year (15/12 to 14/12), "5/3", "tháng 3" and "q2" are
    read within it. Raises KnownError `date_impossible` for anything else, for days no calendar
    has and for years nobody means.
    """
    try:
        return _read(fold(tidy(text))).within(year)
    except ValueError as wrong:
        raise KnownError("date_impossible", text=text) from wrong


def parse_days(text: str, year: int | None = None) -> tuple[Moment, date | None]:
    """Read one moment, or the first and the last day of "5-7/3/2026", "từ 28/2 đến 2/3/2026".

    A year or month said once is that of both; a plan year is used as in `parse_moment`. Raises
    KnownError `date_impossible`, or `end_before_start`.
    """
    words = re.sub(_FROM, "", fold(tidy(text)), count=1)
    try:
        two = _two(words)
        if two is None:
            return _read(words).within(year), None
        first, last = _together(*two, year)
    except ValueError as wrong:
        raise KnownError("date_impossible", text=text) from wrong
    if last < first.first:
        raise KnownError("end_before_start", start=short(first.first), end=short(last))
    return first, last


def _two(words: str) -> tuple[_Written, _Written] | None:
    """Return both ends of a span; None where the words are one moment, or nothing that is read."""
    if _is_one(words):
        return None
    for between in _TO:
        ends = re.split(between, words)
        if len(ends) == 2:  # noqa: PLR2004  (a first and a last)
            last = _read(ends[1])
            return _beginning(ends[0], last), last
    return None


def _is_one(words: str) -> bool:
    try:
        _read(words)
    except ValueError:
        return False
    return True


def _beginning(words: str, last: _Written) -> _Written:
    """Read the first of two ends, which may be a mere number: "5" of "5-7/3", "3" of "3-5/2026"."""
    number = re.fullmatch(_NUMBER, words)
    if number is None or last.precision is Precision.QUARTER:
        return _read(words)
    if words.startswith("ngay" if last.precision is Precision.MONTH else "thang"):
        return _read(words)
    if last.precision is Precision.MONTH:
        return replace(last, month=int(number[1]))
    return replace(last, day=int(number[1]))


def _together(first: _Written, last: _Written, year: int | None) -> tuple[Moment, date]:
    """Return both ends, a year that one of them lacks told by the other."""
    if first.year is None and last.year is not None:
        over = _turns(first, last)
        return first.of(last.year - over), last.of(last.year).last
    begin = first.within(year)
    if last.year is None:
        return begin, last.of(begin.first.year + _turns(first, last)).last
    return begin, last.of(last.year).last


def _turns(first: _Written, last: _Written) -> int:
    """Return 1 where the year turns between two ends less than half a year apart, else 0."""
    apart = (last.month - first.month) % 12
    return int(last.month < first.month and apart < _HALF_A_YEAR)


def _read(words: str) -> _Written:
    if found := re.fullmatch(_ISO_DAY, words):
        return _Written(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(_MONTH, words):
        return _Written(int(found[2]), int(found[1]), precision=Precision.MONTH)
    if found := re.fullmatch(_ISO_MONTH, words):
        return _Written(int(found[1]), int(found[2]), precision=Precision.MONTH)
    if found := re.fullmatch(_DAY, words):
        return _day(*found.groups())
    if found := re.fullmatch(_MONTH_ALONE, words):
        return _Written(None, int(found[1]), precision=Precision.MONTH)
    if found := re.fullmatch(_QUARTER, words):
        month = (_QUARTERS[found[1]] - 1) * MONTHS_A_QUARTER + 1
        year = int(found[2]) if found[2] else None
        return _Written(year, month, precision=Precision.QUARTER)
    raise ValueError(words)


def _day(day: str, mark: str, month: str, other: str | None, year: str | None) -> _Written:
    """Return the day of the parts of `_DAY`; "5-7/12" is no day: its marks are not alike."""
    if year is None:
        return _Written(None, int(month), int(day))
    if other != mark and {mark, other} <= _MARKS:
        raise ValueError(mark, other)
    whole = _CENTURY + year if len(year) == _SHORT_YEAR else year
    return _Written(int(whole), int(month), int(day))


def parse_day(text: str) -> date:
    """Read one exact day; a month or a quarter is refused with `day_needed`."""
    moment = parse_moment(text)
    if moment.precision is not Precision.DAY:
        raise KnownError("day_needed", text=text)
    return moment.first


def short(day: date) -> str:
    """Return dd/mm/yyyy, the form used within sentences and tables."""
    return f"{_PADDED[day.day]}/{_PADDED[day.month]}/{day.year}"


def shown(moment: Moment) -> str:
    """Return a moment as an officer reads it in a table: 05/03/2026, 03/2026, quý II/2026."""
    if moment.precision is Precision.DAY:
        return short(moment.first)
    if moment.precision is Precision.MONTH:
        return f"{moment.first.month:02d}/{moment.first.year}"
    quarter = ("I", "II", "III", "IV")[(moment.first.month - 1) // MONTHS_A_QUARTER]
    return f"quý {quarter}/{moment.first.year}"


def shown_days(start: Moment, until: date | None) -> str:
    """Return one moment or a span as an officer reads it; `parse_days` reads it back."""
    return shown(start) if until is None else f"{shown(start)} – {short(until)}"


def day_before(day: date) -> date:
    """Return the day before: the last valid day of "trước ngày …"."""
    return day - timedelta(days=1)
