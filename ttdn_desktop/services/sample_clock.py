"""The sample's own clock: the same instants and the same randomness for the same seed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ttdn_desktop.services.sample_dice import Dice

_BYTE = 255


class SampleClock:
    """A `Clock` that stands at 1 December of the plan year and ticks a millisecond a look."""

    def __init__(self, year: int, seed: int) -> None:
        """Start the clock of a plan year; `seed` grows the randomness."""
        self._day = date(year, 12, 1)
        self._now = int(datetime(year, 12, 1, 1, tzinfo=UTC).timestamp() * 1000)
        self._dice = Dice("clock", year, seed)

    def now_ms(self) -> int:
        """Return an instant in UTC milliseconds, later than any before."""
        self._now += 1
        return self._now

    def today(self) -> date:
        """Return 1 December."""
        return self._day

    def random(self, count: int) -> bytes:
        """Return `count` bytes that only look random."""
        return bytes(self._dice.between(0, _BYTE) for _byte in range(count))
