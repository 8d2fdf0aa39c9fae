"""The parts of a Word 97-2003 file: its text in pieces, and where each letter is kept.

Source: [MS-DOC] 2.5 (the File Information Block), 2.4.1 (retrieving text), 2.8 (PLCs).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import olefile  # type: ignore[import-untyped]  # has no types

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

WORD_97, OLDEST_KNOWN = 0x00C1, 0x0065
_SIGNATURES = frozenset((0xA5EC, 0xA5DC))
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_FLAGS_AT, _LENGTHS_AT, _PARTS_AT = 0x0A, 0x4C, 0x9A
_COMPRESSED = 0x40000000
_TOGGLES = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x55: 0x0835, 0x5C: 0x083C}
"""Short names of properties of one byte that a piece may bear, by what they are elsewhere."""


class Part:
    """Places of what is kept in the table stream, by their number in the FIB."""

    FOOTNOTE_MARKS: Final = 2
    FOOTNOTE_TEXTS: Final = 3
    LETTERS: Final = 12
    PARAGRAPHS: Final = 13
    PIECES: Final = 33
    ENDNOTE_MARKS: Final = 46
    ENDNOTE_TEXTS: Final = 47
    LISTS: Final = 73
    LIST_USES: Final = 74


@immutable
class Piece:
    """A run of text from character `begin` up to `end`, kept at byte `place`.

    `width` are its bytes a character; `extra` what a quick save put over its looks.
    """

    begin: int
    end: int
    place: int
    width: int
    extra: bytes


@immutable
class WordFile:
    """The streams of a file and its pieces; `lengths` are those of its stories in order.

    The stories are the text, footnotes, headers, macros, comments and endnotes.
    """

    word: bytes
    table: bytes
    data: bytes
    lengths: tuple[int, ...]
    pieces: tuple[Piece, ...]

    def part(self, number: int) -> bytes:
        """Return a part of the table stream, b"" where the file has none."""
        return _part(self.word, self.table, number)

    def from_part(self, number: int) -> bytes:
        """Return the table stream from the beginning of a part on, b"" where the file has none."""
        part = self.part(number)
        (place,) = struct.unpack_from("<I", self.word, _PARTS_AT + 8 * number)
        return self.table[place:] if part else b""

    def spread(self, begin: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces between two characters, each with what is taken of it."""
        first = max(bisect_right(self.pieces, begin, key=lambda piece: piece.begin) - 1, 0)
        for piece in self.pieces[first:]:
            if piece.begin >= end:
                return
            if piece.end > begin:
                yield piece, max(begin, piece.begin), min(end, piece.end)

    def text(self, piece: Piece, begin: int, end: int) -> str:
        """Return the characters of a piece between two places of the text."""
        at = piece.place + (begin - piece.begin) * piece.width
        kept = self.word[at : at + (end - begin) * piece.width]
        return kept.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")


def opened(file: BinaryIO, name: str) -> WordFile:
    """Return the file's parts. Raises KnownError file_encrypted, file_old_office, file_too_large.

    What is no such file, or is damaged, raises whatever the damage leads to.
    """
    with olefile.OleFileIO(file) as ole:
        word = _stream(ole, "WordDocument", name)
        signature, version = struct.unpack_from("<HH", word)
        if signature not in _SIGNATURES or version < OLDEST_KNOWN:
            raise ValueError(signature)
        if version < WORD_97:
            raise KnownError("file_old_office", name=name)
        (flags,) = struct.unpack_from("<H", word, _FLAGS_AT)
        if flags & _ENCRYPTED:
            raise KnownError("file_encrypted", name=name)
        table = _stream(ole, "1Table" if flags & _SECOND_TABLE else "0Table", name)
        data = _stream(ole, "Data", name) if ole.exists("Data") else b""
    lengths = struct.unpack_from("<6i", word, _LENGTHS_AT)
    if min(lengths) < 0:
        raise ValueError(lengths)
    if sum(lengths) > limits.DOC_CHARACTERS:
        raise too_large(name)
    return WordFile(word, table, data, lengths, tuple(_pieces(word, table)))


def too_large(name: str) -> KnownError:
    """Return the refusal of a document that holds more than any task list."""
    return KnownError("file_too_large", name=name, most=limits.FILE_BYTES // limits.MEGABYTE)


def plc(data: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """Return the places of a PLC, one more than its entries, and the entries of `size` bytes."""
    count = max(len(data) - 4, 0) // (4 + size)
    places = struct.unpack_from(f"<{count + 1}i", data) if count else ()
    begin = 4 * (count + 1)
    return places, [data[begin + size * n : begin + size * (n + 1)] for n in range(count)]


def _stream(ole: olefile.OleFileIO, name: str, file: str) -> bytes:
    if name != "Data" and ole.get_size(name) > limits.DOC_STREAM_BYTES:
        raise too_large(file)
    return bytes(ole.openstream(name).read(limits.DOC_STREAM_BYTES))


def _part(word: bytes, table: bytes, number: int) -> bytes:
    place, length = struct.unpack_from("<II", word, _PARTS_AT + 8 * number)
    if place + length > len(table):
        raise ValueError(number)
    return table[place : place + length]


def _pieces(word: bytes, table: bytes) -> Iterator[Piece]:
    clx = _part(word, table, Part.PIECES)
    extras: list[bytes] = []
    at = 0
    while clx[at] == 1:
        (length,) = struct.unpack_from("<h", clx, at + 1)
        extras.append(clx[at + 3 : at + 3 + length])
        at += 3 + max(length, 0)
    if clx[at] != 2:  # noqa: PLR2004 (the mark of the piece table)
        raise ValueError(at)
    (length,) = struct.unpack_from("<I", clx, at + 1)
    places, entries = plc(clx[at + 5 : at + 5 + length], 8)
    for number, entry in enumerate(entries):
        begin, end = places[number], places[number + 1]
        kept, look = struct.unpack_from("<IH", entry, 2)
        width = 1 if kept & _COMPRESSED else 2
        place = (kept & ~_COMPRESSED) // (3 - width)
        if not 0 <= begin < end or place + (end - begin) * width > len(word):
            raise ValueError(number)
        yield Piece(begin, end, place, width, _extra(look, extras))


def _extra(look: int, extras: list[bytes]) -> bytes:
    if look & 1:
        return extras[look >> 1]
    name = _TOGGLES.get(look >> 1 & 0x7F)
    return struct.pack("<HB", name, look >> 8) if name else b""
