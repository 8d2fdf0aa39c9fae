"""What the store needs of time and chance."""

from __future__ import annotations

from typing import Protocol


class Clock(Protocol):
    """The instants and the randomness of identities; handed in, never read here."""

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds."""

    def random(self, count: int, /) -> bytes:
        """Return `count` bytes of randomness."""
