"""The plan's year: 15/12 of the year before to 14/12 (Decree 09/2019, Điều 12)."""

from __future__ import annotations

from datetime import date

FIRST_MONTH, FIRST_DAY = 12, 15


def plan_year(day: date) -> int:
    """Return the year whose yearly report takes in a day."""
    return day.year + (1 if day >= date(day.year, FIRST_MONTH, FIRST_DAY) else 0)
