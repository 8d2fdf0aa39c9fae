"""Texts with footnote marks in them, taken apart for whoever raises the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(f"{NOTE_OPEN}(.*?){NOTE_CLOSE}")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text piece by piece, each with whether it is a mark; none is empty."""
    for place, piece in enumerate(_MARK.split(text)):
        if piece:
            yield piece, bool(place % 2)
