"""How a run of letters in a PDF is set: its size, its direction, what its font's name tells."""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdfium2 import raw  # type: ignore[import-untyped]  # has no stubs

from ttdn_desktop.domain.grid import LegacyEncoding

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = "\ufffd"
"""A letter whose meaning the file does not give."""

_BOLD = re.compile(r"bold|black|heavy|demi|[-,](bd|bl)", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_LEGACY = (
    (re.compile(r"^\.?Vn[A-Z3]"), LegacyEncoding.TCVN3),
    (re.compile(r"^VNI[- ]"), LegacyEncoding.VNI),
)
_STROKED_TOO, _INVISIBLE = 2, 3
_SKEWED = 8
"""Degrees off a quarter turn from which on text is a stamp across the page."""

_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""How a hyphen at a line's end, or the glyph that serves for both hyphens, is told."""

_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF0D8, 0xF02D, 0xF0FC, 0xF076})


class Face(NamedTuple):
    """How a run is set: `size` in points, `quarter` the direction in quarter turns to the left.

    `quarter` is None for letters that stand askew. `hidden` is text laid invisibly over a scan.
    """

    size: float
    quarter: int | None
    bold: bool
    legacy: LegacyEncoding | None
    hidden: bool


def faces_of(text_page: Any) -> Callable[[int], tuple[Face, int]]:  # noqa: ANN401  (ctypes)
    """Return what tells the face of the letter at an index, and the run of text it is of."""
    known: dict[int, Face] = {}

    def face(at: int) -> tuple[Face, int]:
        run = raw.FPDFText_GetTextObject(text_page, at)
        source = ctypes.addressof(run.contents) if run else 0
        if source not in known:
            known[source] = _face(text_page, at, run)
        return known[source], source

    return face


def _face(text_page: Any, at: int, run: Any) -> Face:  # noqa: ANN401  (ctypes pointers)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, at, matrix)
    size = raw.FPDFText_GetFontSize(text_page, at) * math.hypot(matrix.c, matrix.d)
    degrees = math.degrees(math.atan2(matrix.b, matrix.a))
    quarter = round(degrees / 90)
    name = _name(run) if run else ""
    mode = raw.FPDFTextObj_GetTextRenderMode(run) if run else 0
    return Face(
        size=abs(size) or 1.0,
        quarter=None if abs(degrees - quarter * 90) > _SKEWED else quarter % 4,
        bold=bool(_BOLD.search(name)) or mode == _STROKED_TOO,
        legacy=next((kind for sign, kind in _LEGACY if sign.match(name)), None),
        hidden=mode == _INVISIBLE,
    )


def _name(run: Any) -> str:  # noqa: ANN401  (a ctypes pointer)
    """Return the font's name in the file without the tag of a subset."""
    font = raw.FPDFTextObj_GetFont(run)
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    return _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))


def readable(code: int, face: Face) -> str:
    """Return the letter for a code point, UNKNOWN where it has no meaning, "" to leave it out."""
    if code in _HYPHENS:
        return "\xad" if face.legacy is LegacyEncoding.TCVN3 else "-"  # its letter ư
    if code in _BULLETS:
        return "•"
    if code == 0 or 0xD800 <= code <= 0xF8FF or code > 0x10FFFF:  # noqa: PLR2004  (Unicode's)
        return UNKNOWN
    letter = chr(code)
    if letter.isspace():
        return " "
    return "" if letter < " " or letter in "\u200b\u200c\u200d\ufeff" else letter
