"""How far the whole check has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DATABASE, CHAIN, ROWS = 10, 20, 30
"""How long the parts of the work take, about, beside each other and beside one file."""


class Stages:
    """Counts the parts of the work: four of the database, and as many for all its files."""

    def __init__(self, step: Callable[[int, int], None]) -> None:
        """Begin; `step` is told how many of how many parts are done, and may end the work."""
        self._step = step
        self._at = (0, DATABASE + CHAIN + ROWS)
        self.again()

    def again(self) -> None:
        """Say once more how far the work is, so that it can be ended."""
        self._step(*self._at)

    def done(self, parts: int) -> None:
        """Say that so many parts more are done."""
        self._at = (self._at[0] + parts, self._at[1])
        self.again()

    def files(self, count: int) -> Callable[[], None]:
        """Say how many files there are; return what is to be called for each."""
        self._at = (self._at[0], self._at[0] + count)
        return lambda: self.done(1)

    def end(self) -> None:
        """Say that all is done."""
        self._at = (self._at[1], self._at[1])
        self.again()
