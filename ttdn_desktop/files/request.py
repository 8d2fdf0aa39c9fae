"""What the reading process is asked for, as words of a command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN, _CAREFUL = "plain", "careful"


@immutable
class Request:
    """A file, and how it is to be read.

    `sheet` is the name of the one sheet to read, or its number from 1. `careful` reads cell by
    cell what is too spread out for the quick way. `kind` is known once the file was looked at.
    """

    path: Path
    sheet: str | None = None
    careful: bool = False
    kind: str = ""

    def words(self) -> list[str]:
        """Return the words that `of` understands."""
        chosen = [] if self.sheet is None else [self.sheet]
        return [str(self.path), _CAREFUL if self.careful else _PLAIN, *chosen]

    @classmethod
    def of(cls, words: Sequence[str]) -> Request:
        """Return the request that these words make."""
        path, way, *chosen = words
        return cls(Path(path), chosen[0] if chosen else None, way == _CAREFUL)
