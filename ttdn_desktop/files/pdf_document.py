"""A PDF opened: its pages one at a time, or in one word why it cannot be read."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.pdf_letters import TooMuch, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.files.pdf_letters import Page

_SCAN = 0.6
"""The share of a page that pictures cover on a scan."""
_FEW = 250
"""A scan may bear a stamp of the electronic signature: fewer letters than these are no text."""
_UNKNOWN = 0.2
"""From this share of letters without a meaning on, none is to be trusted."""
_PACKED = re.compile(rb"(?<!end)stream\r?\n?(?P<body>x[\x01\x5e\x9c\xda])")
"""A stream whose first two bytes are those that zlib begins with (RFC 1950)."""
_END = b"%%EOF"
_TAIL = 4096
_PIECE = 1 << 16


@dataclass(slots=True)
class Document:
    """An open file, and what its pages were found to be as they went by."""

    path: Path
    data: bytes
    letters: int = 0
    unknown: int = 0
    drawings: int = 0
    scanned: list[int] = field(default_factory=list)
    text_pages: int = 0

    def pages(self) -> Iterator[Page]:
        """Yield the pages with text, in order; scanned ones are counted and left out."""
        document = _opened(self.path, self.data)
        try:
            if len(document) > limits.PAGES:
                raise KnownError("file_pdf_too_long", name=self.path.name, pages=limits.PAGES)
            for index in range(len(document)):
                page = self._page(document, index)
                if page is not None:
                    yield page
        finally:
            document.close()

    def _page(self, document: pdfium.PdfDocument, index: int) -> Page | None:
        try:
            page = read_page(document, index)
        except pdfium.PdfiumError as cause:
            raise KnownError("file_damaged", name=self.path.name) from cause
        except TooMuch as cause:
            raise KnownError(
                "file_pdf_too_long", name=self.path.name, pages=limits.PAGES
            ) from cause
        self._count(page)
        if self.letters > limits.PDF_LETTERS:
            raise KnownError("file_pdf_too_long", name=self.path.name, pages=limits.PAGES)
        return page if not self.scanned or self.scanned[-1] != page.number else None

    def _count(self, page: Page) -> None:
        hidden = sum(letter.face.hidden for letter in page.letters)
        seen = len(page.letters) - hidden
        self.drawings += page.drawings
        if page.pictured >= _SCAN and seen < _FEW:
            self.scanned.append(page.number)
            return
        self.letters += len(page.letters)
        self.unknown += page.unknown
        self.text_pages += bool(page.letters)

    def checked(self, *, has_tables: bool) -> tuple[int, ...]:
        """Return the pages that are pictures alone.

        Raises KnownError file_no_letters where the letters have no meaning, file_scanned where
        the file, or the part of it that may hold the table, is a scan.
        """
        if self.unknown > _UNKNOWN * self.letters or not (self.letters or self.scanned):
            if self.unknown or self.drawings:
                raise KnownError("file_no_letters", name=self.path.name)
            return ()
        if self.scanned and (len(self.scanned) >= self.text_pages or not has_tables):
            raise KnownError("file_scanned", name=self.path.name)
        return tuple(self.scanned)


def pages_of(path: Path) -> Document:
    """Open a PDF. Raises KnownError: file_unreadable, file_damaged."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise KnownError("file_unreadable", name=path.name) from cause
    if _END not in data[-_TAIL:] or not _whole(data):
        raise KnownError("file_damaged", name=path.name)
    return Document(path, data)


def _opened(path: Path, data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as cause:
        if cause.err_code == raw.FPDF_ERR_PASSWORD:
            raise KnownError("file_encrypted", name=path.name) from cause
        raise KnownError("file_damaged", name=path.name) from cause
    if len(document) == 0:
        raise KnownError("file_damaged", name=path.name)
    return document


def _whole(data: bytes) -> bool:
    """Whether each packed stream unpacks to its end and to its checksum.

    PDFium shows what it can of a broken one, so that rows would be missing without a word.
    """
    if b"/Encrypt" in data:
        return True
    at = unpacked = 0
    while unpacked < limits.PDF_UNPACKED_BYTES and (start := _PACKED.search(data, at)) is not None:
        at = start.end()
        if _says_flate(data, start.start()):
            end, size = _unpack(data, start.start("body"))
            if end < 0:
                return False
            at, unpacked = end, unpacked + size
    return True


def _says_flate(data: bytes, start: int) -> bool:
    entries = data[max(0, start - 1024) : start]
    entries = entries[entries.rfind(b" obj") :]
    first = entries.find(b"/Filter")
    named = entries[first : first + 40]
    return first >= 0 and b"Flate" in named.partition(b"Decode")[0]


def _unpack(data: bytes, start: int) -> tuple[int, int]:
    """Return where a packed stream ends and how much it unpacks to; -1 where it is broken."""
    inflate = zlib.decompressobj()
    size, at = 0, start
    try:
        while not inflate.eof and at < len(data) and size < limits.PDF_UNPACKED_BYTES:
            piece = data[at : at + _PIECE]
            at += len(piece)
            size += len(inflate.decompress(piece))
    except zlib.error:
        return -1, size
    if not inflate.eof:
        return (at, size) if size >= limits.PDF_UNPACKED_BYTES else (-1, size)
    return at - len(inflate.unused_data), size
