"""What the store needs of time and chance."""

from __future__ import annotations

from typing import Protocol

from ttdn_desktop.domain.ids import RANDOM_BYTES, recorded_id


class Clock(Protocol):
    """The instants and the randomness of identities; handed in, never read here."""

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds."""

    def random(self, count: int, /) -> bytes:
        """Return `count` bytes of randomness."""


class Forward:
    """The instants of one store: never before one that is recorded, though the clock is set back.

    So ids and entries sort as they were made. A clock that is right again goes on by itself.
    """

    def __init__(self, clock: Clock) -> None:
        """Follow a clock; nothing is recorded yet."""
        self._clock = clock
        self._latest = 0
        self._last_id = 0

    def know(self, at: int) -> None:
        """Know an instant that is recorded (UTC milliseconds): none earlier is given after it."""
        self._latest = max(self._latest, at)

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds, none before the last."""
        self.know(self._clock.now_ms())
        return self._latest

    def new_id(self) -> str:
        """Return a fresh UUIDv7, later than any this has given."""
        self._last_id = max(self.now_ms(), self._last_id + 1)
        return recorded_id(self._last_id, self._clock.random(RANDOM_BYTES))
