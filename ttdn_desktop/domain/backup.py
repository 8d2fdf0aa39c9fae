"""Sao lưu: why a backup is made, and which of many are kept.

Kept are all of the last day, then the last of each day for 14 days, of each week for 8 weeks and
of each month for 24 months; of restore points the last 20. The last good one always stays.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.instants import day_of
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

POINTS = 20
DAY_MS = 24 * 60 * 60 * 1000
_LONGEST_GAP = 31 * DAY_MS


class Reason(StrEnum):
    """Why a backup was made; BEFORE is a restore point, before something risky."""

    INTERVAL = "interval"
    EXIT = "exit"
    HAND = "hand"
    BEFORE = "before"


@immutable
class Made:
    """A backup as retention sees it: `number` counts up, `at` is UTC milliseconds."""

    number: int
    at: int
    good: bool = True
    point: bool = False


def kept(made: Sequence[Made], now: int) -> frozenset[int]:
    """Return the numbers of the backups to keep; `now` is UTC milliseconds.

    Ages add up from one backup to the next, a gap counting a month at most and a clock set back
    nothing: a clock that once stood in the wrong year makes no backup old.
    """
    ages = _ages(sorted(made, key=lambda each: each.number), now)
    points = sorted((each.number for each in made if each.point), reverse=True)[:POINTS]
    backups = [each for each in made if not each.point]
    good = [each for each in backups if each.good]
    last = [max(each.number for each in good)] if good else []
    damaged = (each.number for each in backups if not each.good and ages[each.number] < 14 * DAY_MS)
    return frozenset((*points, *last, *damaged, *_by_age(good, ages)))


def _ages(made: Sequence[Made], now: int) -> dict[int, int]:
    age, ages = 0, {}
    instants = [*(each.at for each in made), now]
    gaps = [min(max(0, later - earlier), _LONGEST_GAP) for earlier, later in pairwise(instants)]
    for each, gap in zip(reversed(made), reversed(gaps), strict=True):
        age += gap
        ages[each.number] = age
    return ages


_WINDOWS: tuple[tuple[int, Callable[[date], object]], ...] = (
    (15 * DAY_MS, lambda day: day),
    (8 * 7 * DAY_MS, lambda day: day.isocalendar()[:2]),
    (24 * 31 * DAY_MS, lambda day: (day.year, day.month)),
)
"""How old a backup may be to be the last of its day, week or month."""


def _by_age(good: Sequence[Made], ages: dict[int, int]) -> Iterator[int]:
    yield from (each.number for each in good if ages[each.number] <= DAY_MS)
    for longest, bucket in _WINDOWS:
        within = [each for each in good if ages[each.number] <= longest]
        newest = {bucket(day_of(each.at)): each.number for each in sorted(within, key=_number)}
        yield from newest.values()


def _number(made: Made) -> int:
    return made.number
