"""A picture of palette indices, filled in rows: quick without an image library."""

from __future__ import annotations

import math
from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""


@immutable
class Canvas:
    """`height` rows of `width` bytes; each byte is the index of a colour of `palette`."""

    width: int
    height: int
    palette: tuple[Colour, ...]
    rows: list[bytearray] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with every pixel in the palette's first colour."""
        self.rows.extend(bytearray(self.width) for _ in range(self.height))

    def rectangle(self, left: int, top: int, right: int, bottom: int, colour: int) -> None:
        """Fill from (left, top) up to but without (right, bottom); what sticks out is cut."""
        left, right = max(left, 0), min(right, self.width)
        if left >= right:
            return
        ink = bytes((colour,)) * (right - left)
        for row in self.rows[max(top, 0) : max(bottom, 0)]:
            row[left:right] = ink

    def disc(self, x: float, y: float, radius: float, colour: int) -> None:
        """Fill a disc around (x, y)."""
        for line in range(math.ceil(y - radius), math.floor(y + radius) + 1):
            half = math.sqrt(max(radius * radius - (line - y) ** 2, 0))
            self.rectangle(round(x - half), line, round(x + half), line + 1, colour)

    def below(self, tops: Sequence[float], colour: int) -> None:
        """Fill each column from its top to the foot of the picture."""
        highest = max(0, math.floor(min(tops)))
        for line in range(highest, self.height):
            row = self.rows[line]
            for left, right in _runs(tops, line):
                row[left:right] = bytes((colour,)) * (right - left)

    def shaded(self, shades: int) -> list[bytes]:
        """Return the rows with each colour spread over `shades` steps from top to foot.

        Index c becomes c * shades + step: for a palette that holds `shades` steps of each colour.
        """
        tables = [
            bytes(min(colour * shades + step, 255) for colour in range(256))
            for step in range(shades)
        ]
        return [
            bytes(row.translate(tables[line * shades // self.height]))
            for line, row in enumerate(self.rows)
        ]


def _runs(tops: Sequence[float], line: int) -> list[tuple[int, int]]:
    """Return the runs of columns whose top is at or above a line."""
    runs: list[tuple[int, int]] = []
    start = -1
    for column, top in enumerate(tops):
        if top <= line:
            start = column if start < 0 else start
        elif start >= 0:
            runs.append((start, column))
            start = -1
    if start >= 0:
        runs.append((start, len(tops)))
    return runs
