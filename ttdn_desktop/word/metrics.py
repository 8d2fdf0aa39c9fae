"""Widths of text in Times New Roman, so that lines can be planned before any word processor."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from ttdn_desktop import paths
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

_MM_PER_POINT = 25.4 / 72
_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}


@immutable
class Advances:
    """Advance widths of the four faces, in parts of an em."""

    em: int
    faces: Mapping[str, Mapping[str, int]]

    def width_mm(
        self, text: str, points: float, *, bold: bool = False, italic: bool = False
    ) -> float:
        """Return the width in mm of NFC text on one line; an unknown letter counts half an em."""
        face, unknown = self.faces[_FACES[bold, italic]], self.em // 2
        units = sum(map(face.get, text, repeat(unknown)))
        return units / self.em * points * _MM_PER_POINT


@lru_cache(maxsize=1)
def times() -> Advances:
    """Return the widths that ship with the program: those of Tinos, equal to Times New Roman's."""
    path = paths.resource("fonts", "times-advances.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    letters = data["letters"]
    faces = {face: dict(zip(letters, data[face], strict=True)) for face in _FACES.values()}
    return Advances(data["em"], faces)


def width_mm(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in mm of NFC text in Times New Roman on one line."""
    return times().width_mm(text, points, bold=bold, italic=italic)
