"""How long the window's thread was kept from its events, for journeys through the window.

Between two beats of a timer lies all that slots, paintings and answers did at one stretch. What is
measured is the time the thread itself has computed, not the time of the wall: a loaded machine
keeps any thread waiting for a second, and that says nothing of us. A slot that waits instead of
computing (for the worker, the disk) is not seen by it; that is why the longest stretch by the
wall is kept too, for whoever reads a failure.

The limit is meant for an office PC that does the `yardstick` in `YARDSTICK_SECONDS`. Where the
machine that runs the tests is slower just then, the limit grows with the yardstick, measured in
the same run; it never shrinks.
"""

from __future__ import annotations

import statistics
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_SECONDS = 0.1
"""No work over 100 ms on the window's thread."""

YARDSTICK_SECONDS = 0.0026
"""What the yardstick takes on a PC that the limit is meant for."""

_MEASURES = 9


def limit() -> float:
    """Return the seconds that nothing may take on this machine, as fast as it is just now."""
    return LIMIT_SECONDS * max(1.0, yardstick() / YARDSTICK_SECONDS)


def yardstick() -> float:
    """Return the seconds that a fixed piece of computing takes here, in the middle of several."""
    return statistics.median(_measured() for _ in range(_MEASURES))


def _measured() -> float:
    began = time.thread_time()
    words = [f"{number:05d} đoàn công tác" for number in range(6_000)]
    sorted(word.upper().casefold() for word in words)
    return time.thread_time() - began


class Watchdog(QObject):
    """Keeps the longest stretch between two beats, from `watch` on."""

    def __init__(self) -> None:
        """Sleep."""
        super().__init__()
        self.longest = self.longest_by_wall = 0.0
        self._computed = self._passed = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)

    def watch(self) -> None:
        """Forget what was, and watch from now on."""
        self.longest = self.longest_by_wall = 0.0
        self._computed, self._passed = time.thread_time(), time.perf_counter()
        self._timer.start()

    def rest(self) -> None:
        """Watch no more; what was computed since the last beat counts."""
        self._beat()
        self._timer.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Leave out what is computed within: it is the test's own work, not the program's."""
        began = time.thread_time(), time.perf_counter()
        yield
        self._computed += time.thread_time() - began[0]
        self._passed += time.perf_counter() - began[1]

    def _beat(self) -> None:
        computed, passed = time.thread_time(), time.perf_counter()
        self.longest = max(self.longest, computed - self._computed)
        self.longest_by_wall = max(self.longest_by_wall, passed - self._passed)
        self._computed, self._passed = computed, passed
