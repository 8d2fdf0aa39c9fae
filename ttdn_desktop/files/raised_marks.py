"""Figures and stars that are raised behind a word are the marks of notes."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

Piece = tuple[str, bool]
"""Text, and whether it is raised."""

_MARK = re.compile(r"\s*(?:\[(\d{1,3}|[ivx]+|\*{1,5})\]|(\(?(?:\d{1,3}|\*{1,5})\)?))\s*")
_MEASURE = re.compile(r"(?:^|[\s\d(/])[kcdmh]?m$")


def with_marks(pieces: Iterable[Piece]) -> str:
    """Return the text of the pieces, each raised mark between NOTE_OPEN and NOTE_CLOSE.

    A raised 2 or 3 behind a measure (m, km, cm) is its power, and a text that is raised
    altogether marks nothing. "[1]" is how a browser shows the mark 1.
    """
    whole = ""
    for raised, group in groupby(pieces, key=lambda piece: piece[1]):
        text = "".join(piece[0] for piece in group)
        whole += _as_mark(text, whole) if raised else text
    return whole


def _as_mark(text: str, before: str) -> str:
    found = _MARK.fullmatch(text)
    if found is None or not before.strip():
        return text
    if text in {"2", "3"} and _MEASURE.search(before[-4:]):
        return text
    return f"{NOTE_OPEN}{found[1] or found[2]}{NOTE_CLOSE}"
