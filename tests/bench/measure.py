"""Measuring: our way beside the least any way could cost, alternately, in the same run.

A time alone says little of another machine; the ratio of the two travels. Times are seconds of
`clock`, memory is MiB.
"""

from __future__ import annotations

import gc
import math
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from resource import struct_rusage

    Work = Callable[[], object]
    Clock = Callable[[], float]

ROUNDS = 7
GROWTH_ROUNDS = 3
LEAST_SECONDS = 0.01
MOST_CALLS = 200
MEBI = 1024 * 1024
STATUS = Path("/proc/self/status")
RESET_PEAK = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ways to the same end, made ready: ours and the floor. Each may be called many times."""

    ours: Work
    floor: Work


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    `prepare` takes an empty folder and a size and makes everything ready, untimed. `limit` is the
    highest ratio allowed. Where `sizes` are given, ours is also measured at each of them, and the
    time may grow with the size to the power of `growth_limit`. `most_mb` is the highest peak
    allowed, where there is a limit: of this process and of those it starts together.
    """

    name: str
    prepare: Callable[[Path, int], Pair]
    size: int
    limit: float
    sizes: tuple[int, ...] = ()
    growth_limit: float = 1.2
    most_mb: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a row measured: seconds, ratios of ours to floor, the exponent of growth."""

    row: Row
    ours: float
    floor: float
    ratios: tuple[float, ...]
    growth: float | None = None
    peak_mb: float | None = None

    @property
    def ratio(self) -> float:
        """The median ratio, which the limit is for."""
        return median(self.ratios)

    @property
    def over(self) -> bool:
        """Whether the row costs more than it may."""
        grows = self.growth is not None and self.growth > self.row.growth_limit
        most, peak = self.row.most_mb, self.peak_mb
        heavy = most is not None and peak is not None and peak > most
        return grows or heavy or self.ratio > self.row.limit


def measure(row: Row, clock: Clock = time.perf_counter) -> Result:
    """Measure a row: one warm-up, then both ways in turn, ROUNDS times."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pair = row.prepare(Path(folder), row.size)
        ours_calls, floor_calls = _calls(pair.ours, clock), _calls(pair.floor, clock)
        rounds = [
            (_once(pair.ours, ours_calls, clock), _once(pair.floor, floor_calls, clock))
            for _ in range(ROUNDS)
        ]
    return Result(
        row=row,
        ours=median(ours for ours, _ in rounds),
        floor=median(floor for _, floor in rounds),
        ratios=tuple(ours / floor for ours, floor in rounds),
        growth=_growth(row, clock) if row.sizes else None,
    )


def _calls(work: Work, clock: Clock) -> int:
    """Warm up; return how many calls make one measurement long enough for the clock."""
    once = _once(work, 1, clock)
    return min(MOST_CALLS, max(1, math.ceil(LEAST_SECONDS / max(once, 1e-9))))


def _once(work: Work, calls: int, clock: Clock) -> float:
    gc.collect()
    start = clock()
    for _ in range(calls):
        work()
    return (clock() - start) / calls


def _growth(row: Row, clock: Clock) -> float:
    """Return the slope of log time over log size: 1 is linear, 2 quadratic."""
    times = [_ours_at(row, size, clock) for size in row.sizes]
    slope, _ = linear_regression([math.log(size) for size in row.sizes], list(map(math.log, times)))
    return slope


def _ours_at(row: Row, size: int, clock: Clock) -> float:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ours = row.prepare(Path(folder), size).ours
        calls = _calls(ours, clock)
        return median(_once(ours, calls, clock) for _ in range(GROWTH_ROUNDS))


def peak_mb(row: Row) -> float | None:
    """Return how far one call of ours lifts this process, and all that a program it starts holds.

    To be asked in a fresh process. None where the system cannot reset its peak (not Linux).
    """
    if not RESET_PEAK.exists():
        return None
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ours = row.prepare(Path(folder), row.size).ours
        gc.collect()
        RESET_PEAK.write_text("5")  # proc(5): sets the peak to what is held now
        before, children = _status_mb("VmRSS"), _children()
        ours()
        own, after = _status_mb("VmHWM") - before, _children()
        started = after.ru_utime != children.ru_utime
        return own + (after.ru_maxrss * 1024 / MEBI if started else 0)


def _children() -> struct_rusage:
    """Return what the programs that this process has started and awaited have used."""
    import resource  # noqa: PLC0415 (Windows has none, and RESET_PEAK neither)

    return resource.getrusage(resource.RUSAGE_CHILDREN)


def _status_mb(field: str) -> float:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) * 1024 / MEBI
