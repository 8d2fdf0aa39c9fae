"""Long work that says how far it has come, and can be stopped between two parts of it."""

from __future__ import annotations

from io import BufferedRandom, FileIO
from typing import TYPE_CHECKING, Any

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ttdn_desktop.services.ports import Progress

BATCH = 500
"""How many records are read between two steps."""


@immutable
class Share:
    """A part of a longer work: its steps, whatever their number, are those from `first` to `last`.

    `total` is the number of steps of the whole work.
    """

    watch: Progress
    first: int
    last: int
    total: int

    def step(self, done: int, total: int) -> None:
        """Take note that `done` parts of `total` of this share are done."""
        whole = self.last - self.first
        self.watch.step(self.first + whole * done // max(total, 1), self.total)


def batches(wanted: Sequence[str], watch: Progress) -> Iterator[Sequence[str]]:
    """Yield ids in batches, and step before each and at the end."""
    for first in range(0, len(wanted), BATCH):
        watch.step(first, len(wanted))
        yield wanted[first : first + BATCH]
    watch.step(len(wanted), len(wanted))


class WatchedFile(BufferedRandom):
    """A new file that ticks each time something is written into it."""

    def __init__(self, place: Path, tick: Callable[[], None]) -> None:
        """Open the file, emptied, for reading and writing."""
        super().__init__(FileIO(place, "w+b"))
        self._tick = tick

    def write(self, data: Any, /) -> int:  # noqa: ANN401  (bytes in any shape)
        """Write bytes after ticking."""
        self._tick()
        return super().write(data)
