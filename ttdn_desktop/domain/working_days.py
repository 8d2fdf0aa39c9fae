"""Working days: Monday to Friday without the public holidays that fall on the same day each year.

Those of the moon (Tết, Giỗ Tổ Hùng Vương) and the days moved by a yearly decision are not known
here; an officer who is asked for a day sees it and may set another.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
"""Month and day of the public holidays by the solar calendar (Labour Code 2019, Điều 112)."""

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working(day: date) -> bool:
    """Tell whether offices work on a day, as far as it is known."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in HOLIDAYS


def before(day: date, count: int) -> date:
    """Return the day that lies so many working days before another; the day itself for 0."""
    return _going(day, count, -_DAY)


def after(day: date, count: int) -> date:
    """Return the day that lies so many working days after another; the day itself for 0."""
    return _going(day, count, _DAY)


def by(day: date) -> date:
    """Return the last working day up to a day."""
    return day if is_working(day) else before(day, 1)


def between(day: date, last: date) -> int:
    """Return how many working days come after a day, up to the last."""
    return sum(map(is_working, _days(day + _DAY, last)))


def _going(day: date, count: int, step: timedelta) -> date:
    while count > 0:
        day += step
        count -= is_working(day)
    return day


def _days(first: date, last: date) -> Iterator[date]:
    yield from (first + _DAY * number for number in range((last - first).days + 1))
