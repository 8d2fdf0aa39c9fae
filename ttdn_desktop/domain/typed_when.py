"""Days as people type them: "5/3", "5-7/3", "28/2-3/3", "tháng 3", "quý II", "hôm nay".

What lacks a year lies in the plan year looked at, which begins on 15 December before.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import Moment, Precision, parse_moment, short, shown
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date

_DAY = r"\d{1,2}\s*[/.]\s*\d{1,2}(?:\s*[/.]\s*(?:\d{4}|\d{2}))?"
_DASH = r"\s*(?:[-–—]|(?:đến|tới)(?:\s+ngày)?)\s*"
_WITHIN_MONTH = re.compile(rf"(?:từ\s+|ngày\s+)*(\d{{1,2}}){_DASH}({_DAY})")
_TWO_DAYS = re.compile(rf"({_DAY}){_DASH}({_DAY})")
_TWO_MOMENTS = re.compile(r"(?:từ\s+)?(.+?)(?:\s+[-–—]\s+|\s+đến\s+)(.+)")
_DAY_AND_MONTH = re.compile(r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})")
_TODAY = frozenset({"hôm nay", "nay"})


@immutable
class When:
    """When something was done: its start, and its last day where one was given."""

    start: Moment
    until: date | None = None


def read_when(typed: str, year: int, today: date) -> When:
    """Read what was typed in a plan year.

    Raises KnownError `date_impossible`, or `end_before_start`.
    """
    words = tidy(typed).casefold()
    for left, right in _ranges(words):
        end = _moment(right, year, today)
        start = _start(left, end, year, today)
        if end.last < start.first:
            raise KnownError("end_before_start", start=short(start.first), end=short(end.last))
        return When(start, end.last)
    return When(_moment(words, year, today))


def typed_when(start: Moment, until: date | None) -> str:
    """Return what would be typed for a moment and a last day: "17-21/11/2026"."""
    if until is None:
        return shown(start)
    first = start.first
    if start.precision is not Precision.DAY or first.year != until.year:
        return f"{shown(start)} - {short(until)}"
    return (
        f"{first:%d}-{short(until)}"
        if first.month == until.month
        else f"{first:%d/%m}-{short(until)}"
    )


def shown_when(when: When) -> str:
    """Return what was understood: "05/03/2026", "05–07/03/2026", "quý II/2026"."""
    first, until = when.start.first, when.until
    if until is None or until == when.start.last:
        return shown(when.start)
    if when.start.precision is not Precision.DAY or first.year != until.year:
        return f"{shown(when.start)} – {short(until)}"
    day = f"{first.day:02d}" if first.month == until.month else f"{first:%d/%m}"
    return f"{day}–{short(until)}"


def _ranges(words: str) -> list[tuple[str, str]]:
    """Return how the words may be read as from one day to another; none where they are one."""
    if found := _WITHIN_MONTH.fullmatch(words):
        month = re.split(r"[/.]", found[2], maxsplit=1)[1].strip()
        if 1 <= int(re.split(r"[/.]", month)[0]) <= 12:  # noqa: PLR2004 (a year's months)
            return [(f"{found[1]}/{month}", found[2])]
        return []
    if found := _TWO_DAYS.fullmatch(words) or _TWO_MOMENTS.fullmatch(words):
        return [(found[1], found[2])]
    return []


def _start(words: str, end: Moment, year: int, today: date) -> Moment:
    """Read the first day of a range: without a year of its own it lies close before the last."""
    if found := _DAY_AND_MONTH.fullmatch(words):
        try:
            start = parse_moment(f"{found[1]}/{found[2]}/{end.last.year}")
        except KnownError as wrong:
            raise KnownError("date_impossible", text=words) from wrong
        half = timedelta(days=180)
        if start.first <= end.last + half:
            return start
        return parse_moment(f"{found[1]}/{found[2]}/{end.last.year - 1}")
    return _moment(words, year, today)


def _moment(words: str, year: int, today: date) -> Moment:
    if words in _TODAY:
        return Moment(today)
    if found := _DAY_AND_MONTH.fullmatch(words):
        return _in_plan_year(found[1], found[2], year, words)
    try:
        return parse_moment(words)
    except KnownError as wrong:
        with suppress(KnownError):
            return parse_moment(f"{words}/{year}")
        raise wrong from None


def _in_plan_year(day: str, month: str, year: int, words: str) -> Moment:
    try:
        moment = parse_moment(f"{day}/{month}/{year}")
    except KnownError as wrong:
        raise KnownError("date_impossible", text=words) from wrong
    if plan_year(moment.first) == year:
        return moment
    return parse_moment(f"{day}/{month}/{year - 1}")
