"""How the cells of an .xls look: fonts, formats and cells out of its stream of records (BIFF8).

Format: [MS-XLS] 2.4. A record is its number, its length (2 bytes each) and that many bytes.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import olefile  # type: ignore[import-untyped]  # has no types

from ttdn_desktop.files import limits
from ttdn_desktop.files.legacy_fonts import legacy_of
from ttdn_desktop.files.looks import Look, Style, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_HEAD = struct.Struct("<HH")
_FONT, _FORMAT, _XF, _SHEET, _END, _BEGIN = 0x31, 0x41E, 0xE0, 0x85, 0x0A, 0x809
_CELLS: Final = frozenset({0x06, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})
"""FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK: row, column, style first."""

_SEVERAL: Final = 0xBD
"""MULRK: row, first column, then a style and a number (6 bytes) for each cell."""

_BOLD_FROM: Final = 600
_NO_FONT: Final = 4
"""No font has this number: those behind it are numbered from 5."""


class XlsLooks:
    """Looks at one workbook; at nothing where its records make no sense."""

    def __init__(self, path: Path) -> None:
        """Read the stream and the styles at its head."""
        self.marked: Mapping[str, str] = {}
        self._stream = _stream(path)
        self._sheets: dict[str, int] = {}
        self._styles: list[Style] = []
        with suppress(struct.error, IndexError):
            self._read_styles()

    def of(self, sheet: str) -> Look:
        """Return what the first rows of a sheet show."""
        look = Look()
        at = self._sheets.get(sheet)
        if at is not None:
            with suppress(struct.error):
                for row, column, style in self._cells(at):
                    if row < limits.STYLED_ROWS and style < len(self._styles):
                        look.note((row, column), self._styles[style])
        return look

    def _read_styles(self) -> None:
        fonts: list[tuple[bool, str]] = []
        formats: dict[int, str] = {}
        for number, body in _records(self._stream, 0):
            if number == _FONT:
                fonts.append((struct.unpack_from("<H", body, 6)[0] >= _BOLD_FROM, _text(body, 14)))
            elif number == _FORMAT:
                formats[struct.unpack_from("<H", body)[0]] = _text(body, 2, "<H")
            elif number == _XF and len(self._styles) < limits.XLS_STYLES:
                font, shown = struct.unpack_from("<HH", body)
                bold, name = fonts[font - (font > _NO_FONT)]
                form = format_of(shown, formats.get(shown, ""))
                self._styles.append(Style(bold, form, legacy_of(name)))
            elif number == _SHEET:
                self._sheets[_text(body, 6)] = struct.unpack_from("<L", body)[0]

    def _cells(self, at: int) -> Iterator[tuple[int, int, int]]:
        for number, body in _records(self._stream, at):
            if number in _CELLS:
                yield struct.unpack_from("<HHH", body)
            elif number == _SEVERAL:
                row, first = struct.unpack_from("<HH", body)
                for place in range((len(body) - 6) // 6):
                    yield row, first + place, struct.unpack_from("<H", body, 4 + 6 * place)[0]


def _stream(path: Path) -> bytes:
    """Return the stream of records; b"" for a workbook of before 1997, or one too large."""
    try:
        with olefile.OleFileIO(path) as ole:
            if not ole.exists("Workbook") or ole.get_size("Workbook") > limits.FILE_BYTES // 2:
                return b""
            return bytes(ole.openstream("Workbook").read())
    except Exception:  # noqa: BLE001 (a hostile file may lead it anywhere)
        return b""


def _records(stream: bytes, at: int) -> Iterator[tuple[int, memoryview]]:
    """Yield number and body of each record from a BOF to its EOF; those of charts inside too."""
    depth, view = 0, memoryview(stream)
    while at + _HEAD.size <= len(stream):
        number, length = _HEAD.unpack_from(stream, at)
        at += _HEAD.size
        yield number, view[at : at + length]
        at += length
        depth += (number == _BEGIN) - (number == _END)
        if depth <= 0:
            return


def _text(body: memoryview, at: int, length: str = "<B") -> str:
    """Return a text: its length, a flag (1: two bytes a letter), its letters."""
    count = struct.unpack_from(length, body, at)[0]
    at += struct.calcsize(length)
    if body[at] & 1:
        return bytes(body[at + 1 : at + 1 + 2 * count]).decode("utf-16-le", "replace")
    return bytes(body[at + 1 : at + 1 + count]).decode("latin-1")
