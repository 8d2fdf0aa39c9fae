"""How letters and paragraphs of a Word 97-2003 file look, as far as its tables need it.

Source: [MS-DOC] 2.2.5 (properties), 2.9.33, 2.9.174 (the pages of looks), 2.6.3 (table rows).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from typing import TYPE_CHECKING

from ttdn_desktop.files.doc_file import Part, plc
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.files.doc_file import WordFile

PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's operand by the top three bits of its name; 6 says it itself."""

_LONG = frozenset((0xD606, 0xD608))
_TABS, _MANY_TABS = 0xC615, 255
_ELSEWHERE = frozenset((0x6645, 0x6646, 0x646B))
"""Properties too many for a page: they are in the stream of data."""

_BOLD, _HIDDEN, _DELETED, _RAISED = 0x0835, 0x083C, 0x0800, 0x2A48
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649
_LIST, _LEVEL = 0x460B, 0x260A
_INNER_ROW_END = 0x244C
ROW, MERGED, MERGED_DOWN = 0xD608, 0x5624, 0xD62B
"""A row's cells, cells merged across, and one merged downwards."""

_TABLE = frozenset((ROW, MERGED, MERGED_DOWN))
_SUPERSCRIPT = 1
_ON = frozenset((1, 0x81))  # 0x81 is the contrary of the style, and styles are not bold in cells

Property = tuple[int, bytes]


@immutable
class LetterLook:
    """How a run of letters looks; `unseen` are hidden and deleted ones."""

    bold: bool = False
    raised: bool = False
    unseen: bool = False


@immutable
class ParagraphLook:
    """Where a paragraph stands: how many tables deep, whether it ends a row of the outermost.

    `list` is the use of a list that counts it, from 1, at a level from 0; 0 where none does.
    """

    depth: int = 0
    row_end: bool = False
    inner_row_end: bool = False
    list: int = 0
    level: int = 0
    row: tuple[Property, ...] = ()


class Looks:
    """The looks kept in a file's pages, by the byte that they begin at."""

    def __init__(self, file: WordFile, part: int) -> None:
        """Read the pages of letters or of paragraphs (Part.LETTERS, Part.PARAGRAPHS)."""
        _, numbers = plc(file.part(part), 4)
        paragraphs = part == Part.PARAGRAPHS
        most = len(file.word) // PAGE + 1
        runs: list[tuple[int, int, bytes]] = []
        for entry in numbers[:most]:
            at = (struct.unpack("<I", entry)[0] & _PAGE_NUMBER) * PAGE
            runs += _page(file.word[at : at + PAGE], paragraphs=paragraphs)
        runs.sort(key=lambda run: run[0])
        self._begins = [run[0] for run in runs]
        self._runs = runs

    def at(self, place: int) -> bytes:
        """Return the properties of what is kept at a byte, b"" where nothing is said of it."""
        number = bisect_right(self._begins, place) - 1
        if number < 0 or place >= self._runs[number][1]:
            return b""
        return self._runs[number][2]

    def between(self, begin: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield the bytes from `begin` up to `end` in runs of one look."""
        number = max(bisect_right(self._begins, begin) - 1, 0)
        while begin < end:
            run = self._runs[number] if number < len(self._runs) else (end, end, b"")
            if run[1] > begin:
                if run[0] > begin:
                    yield begin, min(run[0], end), b""
                    begin = run[0]
                if begin < end:
                    yield begin, min(run[1], end), run[2]
                    begin = run[1]
            number += 1


def properties(data: bytes, elsewhere: bytes = b"") -> Iterator[Property]:
    """Yield names and operands; what is kept in the stream of data is read there, one deep."""
    at = 0
    while at + 2 <= len(data):
        (name,) = struct.unpack_from("<H", data, at)
        size = _size(name, data, at + 2)
        operand = data[at + 2 : at + 2 + size]
        at += 2 + size
        if len(operand) < size:
            return
        if name not in _ELSEWHERE:
            yield name, operand
        elif elsewhere:
            (place,) = struct.unpack("<I", operand)
            (length,) = struct.unpack_from("<H", elsewhere, place)
            yield from properties(elsewhere[place + 2 : place + 2 + length])


def letter_look(data: bytes) -> LetterLook:
    """Return what the properties of letters say."""
    said = dict(properties(data))
    on = {name for name in (_BOLD, _HIDDEN, _DELETED) if said.get(name, b"\0")[0] in _ON}
    raised = said.get(_RAISED, b"\0")[0] == _SUPERSCRIPT
    return LetterLook(_BOLD in on, raised, bool(on & {_HIDDEN, _DELETED}))


def paragraph_look(data: bytes, elsewhere: bytes) -> ParagraphLook:
    """Return what the properties of a paragraph say, its row's with it where it ends one."""
    said: dict[int, bytes] = {}
    row: list[Property] = []
    for name, operand in properties(data, elsewhere):
        said[name] = operand
        if name in _TABLE:
            row.append((name, operand))
    depth = max(struct.unpack("<i", said.get(_DEPTH, bytes(4)))[0], 0)
    return ParagraphLook(
        depth or int(_is_on(said, _IN_TABLE)),
        _is_on(said, _ROW_END),
        _is_on(said, _INNER_ROW_END),
        struct.unpack("<h", said.get(_LIST, bytes(2)))[0],
        said.get(_LEVEL, b"\0")[0],
        tuple(row),
    )


def _is_on(said: dict[int, bytes], name: int) -> bool:
    return said.get(name, b"\0")[0] != 0


def _size(name: int, data: bytes, at: int) -> int:
    kind = name >> 13
    if name in _LONG:
        return int(struct.unpack_from("<H", data, at)[0]) + 1 if at + 2 <= len(data) else 2
    if kind != 6 or at >= len(data):  # noqa: PLR2004 (the kind that says its own size)
        return _SIZES[kind]
    if name == _TABS and data[at] == _MANY_TABS:
        deleted = data[at + 1]
        return 2 + 4 * deleted + 1 + 3 * data[at + 2 + 4 * deleted]
    return 1 + data[at]


def _page(page: bytes, *, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    count = page[PAGE - 1]
    places = struct.unpack_from(f"<{count + 1}I", page)
    step = 13 if paragraphs else 1
    for number in range(count):
        at = 2 * page[4 * (count + 1) + step * number]
        look = (_paragraph(page, at) if paragraphs else _letters(page, at)) if at else b""
        yield places[number], places[number + 1], look


def _paragraph(page: bytes, at: int) -> bytes:
    """Return a paragraph's properties; its style, two bytes, stands before them."""
    if page[at]:
        return page[at + 3 : at + 2 * page[at]]
    return page[at + 4 : at + 2 + 2 * page[at + 1]]


def _letters(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]
