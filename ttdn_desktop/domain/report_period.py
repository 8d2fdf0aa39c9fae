"""What time a report speaks of, in words: a year, six or nine months of it, or its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.report_sentences import month

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.round import Round

_WHOLE_YEAR = 300
"""From so many days up a report is the year's, whichever day its figures were cut off."""

_PARTS_OF_YEAR = {
    ((12, 15), (6, 14)): "06 tháng đầu năm",
    ((1, 1), (6, 30)): "06 tháng đầu năm",
    ((12, 15), (9, 14)): "09 tháng đầu năm",
    ((1, 1), (9, 30)): "09 tháng đầu năm",
}
"""First and last day of what is asked beside the year (Decree 09/2019, Điều 12)."""


def is_whole_year(asked: Round) -> bool:
    """Tell whether a round is about its year as a whole."""
    return (asked.period.last - asked.period.first).days >= _WHOLE_YEAR


def named(asked: Round) -> str:
    """Return "năm 2026", "06 tháng đầu năm 2026" or "từ ngày … đến ngày …"."""
    if is_whole_year(asked):
        return f"năm {asked.year}"
    first, last = asked.period.first, asked.period.last
    if part := _PARTS_OF_YEAR.get(((first.month, first.day), (last.month, last.day))):
        return f"{part} {last.year}"
    return days(asked)


def days(asked: Round) -> str:
    """Return "từ ngày 15/12/2025 đến ngày 14/12/2026"."""
    period = asked.period
    return f"từ ngày {dates.short(period.first)} đến ngày {dates.short(period.last)}"


def earlier(asked: Round) -> str:
    """Return the same time a year before, in words: "năm 2025", "cùng kỳ năm trước"."""
    if is_whole_year(asked):
        return f"năm {asked.year - 1}"
    first, last = asked.period.first, asked.period.last
    part = _PARTS_OF_YEAR.get(((first.month, first.day), (last.month, last.day)))
    return f"{part} {last.year - 1}" if part else "cùng kỳ năm trước"


def ahead(asked: Round) -> tuple[str, int]:
    """Return what comes after, in words, and the plan year it lies in."""
    if is_whole_year(asked):
        return f"năm {asked.year + 1}", asked.year + 1
    return "thời gian tới", asked.year


def dated(asked: Round, day: date) -> str:
    """Return the day a report bears before it is issued: blank but for what is known of it.

    A round that is not the year's has no sending day of its own, so its month is blank too.
    """
    if is_whole_year(asked):
        return f"ngày      {month(day)}"
    return f"ngày      tháng      năm {asked.period.last.year}"
