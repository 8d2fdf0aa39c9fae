"""The days, months, quarters and years that a text names, each with the years it lies in."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that a task may run in; another is a slip of the keyboard."""

_MARK = 0xE100
MARK = "[\ue100-\uefff]"
"""What stands in a text for the mark of that number: private letters, never printed."""

_MONTHS, _QUARTERS = 12, 4
_SHORT_YEAR, _CENTURY = 2, 100
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_NUMBER = r"\d{1,2}(?!\d)"
_YEAR = r"(\d{4})(?!\d)"
_UNTIL = r" ?(?:-|den|toi) ?(?:het )?"
_AND = r" ?(?:,|;|-|/|&|\+|va|den(?: het)?|toi) ?"
_OF_YEAR = rf"(?: ?[/.,-]? ?(?:cua )?(?:nam )?{_YEAR})?"
_DAY = r"(\d{1,2}) ?(?:[/.-]| thang ) ?(\d{1,2}) ?(?:[/.-]|,? nam ) ?(\d{4}|\d\d)(?!\d)"
_QUARTER = rf"(?:[ivx]+\b|{_NUMBER})"
_UNIT = r"(?:ngay|tuan|thang|quy|nam)"


@immutable
class Mark:
    """What one expression says: its two ends as (year, month, day); None where no year is named.

    `doubt` is the key of a sentence, or blank.
    """

    first: tuple[int, int, int] | None = None
    last: tuple[int, int, int] | None = None
    doubt: str = ""


IMPOSSIBLE = Mark(doubt="period_impossible")
YEARLESS = Mark(doubt="period_without_year")


def marked(text: str, base_year: int | None) -> tuple[str, tuple[Mark, ...]]:
    """Return a folded text with a private letter in place of each expression, and the marks.

    `base_year` is the year that "100 ngày kể từ ngày ban hành" is counted from.
    """
    marks: list[Mark] = []

    def put(mark: Mark | None) -> str:
        if mark is None:
            return " "
        marks.append(mark)
        return f" {chr(_MARK + len(marks) - 1)} "

    for pattern, read in (*_RELATIVE, *_EXPRESSIONS):
        text = pattern.sub(lambda found, read=read: put(read(found, base_year)), text)  # type: ignore[misc] # (a lambda's default cannot be typed)
    return text, tuple(marks)


def mark_number(letter: str) -> int:
    """Return the number of the mark that a private letter stands for."""
    return ord(letter) - _MARK


def _counted(_found: re.Match[str], base_year: int | None) -> Mark | None:
    return _years(base_year, base_year) if base_year else Mark(doubt="period_counted")


def _day(found: re.Match[str], _base: int | None) -> Mark:
    day, month, year = found.groups()[-3:]
    last = _date(year, month, day)
    first = last
    if found.re is _SAME_MONTH:
        first = _date(year, month, found[1])
    elif found.re is _SAME_YEAR:
        first = _date(year, found[2], found[1])
    return _between(first, last, short=len(year) == _SHORT_YEAR)


def _iso_day(found: re.Match[str], _base: int | None) -> Mark:
    day = _date(*found.groups())
    return _between(day, day)


def _day_alone(found: re.Match[str], _base: int | None) -> Mark:
    return YEARLESS if _date("2000", found[2], found[1]) else IMPOSSIBLE


def _quarters(found: re.Match[str], _base: int | None) -> Mark:
    words = re.findall(r"\d+|[ivx]+", found[1])
    return _parts([_ROMAN.get(word) or _whole(word) for word in words], _QUARTERS, found)


def _months(found: re.Match[str], _base: int | None) -> Mark:
    return _parts([int(word) for word in re.findall(r"\d+", found[1])], _MONTHS, found)


def _parts(parts: list[int], most: int, found: re.Match[str]) -> Mark:
    """Return the mark of months or quarters of one year, in the order they are written."""
    if not all(1 <= part <= most for part in parts):
        return IMPOSSIBLE
    if sorted(parts) != parts:
        return Mark(doubt="period_backwards")
    if found[2] is None:
        return YEARLESS
    months = _MONTHS // most
    year = int(found[2])
    first, last = (parts[0] - 1) * months + 1, parts[-1] * months
    return _between((year, first, 1), (year, last, 31))


def _part_of_year(found: re.Match[str], _base: int | None) -> Mark:
    return _years(int(found[1]), int(found[1])) if found[1] else YEARLESS


def _short_range(found: re.Match[str], _base: int | None) -> Mark:
    first = int(found[1])
    last = first - first % _CENTURY + int(found[2])
    mark = _years(first, last)
    return mark if mark.doubt else Mark(mark.first, mark.last, "period_short_year")


def _short_year(_found: re.Match[str], _base: int | None) -> Mark:
    return Mark(doubt="period_short_year")


def _yearless(_found: re.Match[str], _base: int | None) -> Mark:
    return YEARLESS


def _years(first: int, last: int) -> Mark:
    return _between((first, 1, 1), (last, 12, 31))


def _between(
    first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, *, short: bool = False
) -> Mark:
    if first is None or last is None:
        return IMPOSSIBLE
    if not FIRST_YEAR <= first[0] <= LAST_YEAR or not FIRST_YEAR <= last[0] <= LAST_YEAR:
        return IMPOSSIBLE
    if first > last:
        return Mark(doubt="period_backwards")
    return Mark(first, last, "period_short_year" if short else "")


def _date(year: str, month: str, day: str) -> tuple[int, int, int] | None:
    """Return a day of the calendar, or None; "25" is 2025."""
    whole = int(year) + (2000 if len(year) == _SHORT_YEAR else 0)
    try:
        date(whole, int(month), int(day))
    except ValueError:
        return None
    return whole, int(month), int(day)


def _whole(word: str) -> int:
    return int(word) if word.isdecimal() else 0


_SAME_MONTH = re.compile(rf"(?:\btu )?(?:\bngay )?\b({_NUMBER}){_UNTIL}(?:ngay )?{_DAY}")
_SAME_YEAR = re.compile(
    rf"(?:\btu )?(?:\bngay )?\b(\d{{1,2}})(?:/| thang )(\d{{1,2}}){_UNTIL}(?:ngay )?{_DAY}"
)

_Read = tuple["re.Pattern[str]", "Callable[[re.Match[str], int | None], Mark | None]"]

_RELATIVE: tuple[_Read, ...] = (
    (
        re.compile(
            rf"(?:\btrong )?(?:\bvong )?\b\d+ {_UNIT}(?: lam viec)?,? (?:ke )?(?:tu|sau)\b"
            r"(?: ngay| khi)?[^,;\d]*"
        ),
        _counted,
    ),
)

_EXPRESSIONS: tuple[_Read, ...] = (
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]\d\d:\d\d(?::\d\d)?)?(?!\d)"), _iso_day),
    (_SAME_YEAR, _day),
    (_SAME_MONTH, _day),
    (re.compile(rf"(?:\bngay )?\b{_DAY}"), _day),
    (
        re.compile(
            rf"(?:\btu )?\b(?:quy|qui|q)[ .]?({_QUARTER}(?:{_AND}(?:quy|qui|q)?[ .]?{_QUARTER})*)"
            rf"{_OF_YEAR}"
        ),
        _quarters,
    ),
    (
        re.compile(
            rf"(?:\btu )?\b(?:thang |t[ .]?)({_NUMBER}(?:{_AND}(?:thang |t[ .]?)?{_NUMBER})*)"
            rf"{_OF_YEAR}"
        ),
        _months,
    ),
    (re.compile(rf"\b(\d{{1,2}}(?: ?(?:,|-|va) ?\d{{1,2}})*) ?[/.-] ?{_YEAR}"), _months),
    (
        re.compile(rf"\b\d{{1,2}} thang (?:dau|cuoi)(?: cua)?(?: nam)?(?: ?/? ?{_YEAR})?"),
        _part_of_year,
    ),
    (re.compile(rf"\b(?:nua )?(?:dau|giua|cuoi) nam(?: {_YEAR})?"), _part_of_year),
    (re.compile(r"(?:\bngay )?\b(\d{1,2}) ?(?:/| thang ) ?(\d{1,2})(?![\d/])"), _day_alone),
    (re.compile(r"(?:\bnam )?\b(\d{4}) ?[-/] ?(\d\d)(?!\d)"), _short_range),
    (re.compile(rf"(?:\bnam (?:hoc )?)?\b{_YEAR}"), _part_of_year),
    (re.compile(r"\bnam '?\d\d(?!\d)"), _short_year),
    (re.compile(r"\bngay \d{1,2}\b|\b\d{1,2} nam\b"), _yearless),
)
