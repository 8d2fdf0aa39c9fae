"""How long the window's thread was kept from its events, for journeys through the window.

Between two beats of a timer lies all that slots, paintings and answers did at one stretch. What is
measured is the time the thread itself has computed, not the time of the wall: a loaded machine
keeps any thread waiting for a second, and that says nothing of us. A slot that waits instead of
computing (for the worker, the disk) is not seen by it; that is why the longest stretch by the
wall is kept too, for whoever reads a failure.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

LIMIT_SECONDS = 0.1
"""No work over 100 ms on the window's thread."""


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

    def _beat(self) -> None:
        computed, passed = time.thread_time(), time.perf_counter()
        self.longest = max(self.longest, computed - self._computed)
        self.longest_by_wall = max(self.longest_by_wall, passed - self._passed)
        self._computed, self._passed = computed, passed
