"""How the cells of an .xlsx look, as far as it says something: bold, fonts, formats, marks.

The quick reader gives bare values. What it leaves out is taken from the parts themselves, by
looking at the first rows of a sheet for cells of a telling style.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, zip_look
from ttdn_desktop.files.cell_address import column_of
from ttdn_desktop.files.legacy_fonts import legacy_of
from ttdn_desktop.files.looks import Look, Style, format_of
from ttdn_desktop.files.workbook_parts import WorkbookParts, elements, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zipfile import ZipFile

    from lxml import etree

    from ttdn_desktop.domain.grid import LegacyEncoding

_CHUNK = 256 * 1024
_ITEM = re.compile(rb"<(?:\w+:)?(si|is)\b.*?</(?:\w+:)?\1>", re.DOTALL)
_ROW = re.compile(rb'<row\s[^>]*?\br="(\d+)"')
_HIDDEN = re.compile(rb'<row\s(?=[^>]*\br="(\d{1,7})")[^>]*\bhidden="(?:1|true)"')
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</")
_RAISED = re.compile(rb"<(?:\w+:)?vertAlign\s[^>]*superscript")
_RUN_FONT = re.compile(rb'<(?:\w+:)?rFont\s[^>]*val="(\.Vn|VNI-)', re.IGNORECASE)
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


class WorkbookLooks:
    """Looks at the parts of one open package."""

    def __init__(self, archive: ZipFile) -> None:
        """Read where its parts lie and which of its styles are telling."""
        self._archive = archive
        self._parts: WorkbookParts = parts_of(archive)
        styles = zip_look.part(archive, self._parts.styles)
        self._styles = list(_styles(styles)) if len(styles) < limits.STYLE_BYTES else []
        self._marked: dict[str, str] = {}
        self._legacy: LegacyEncoding | None = None
        self._meanwhile = Thread(target=self._look_at_texts, daemon=True)
        self._meanwhile.start()

    @property
    def marked(self) -> Mapping[str, str]:
        """Texts that hold marks of footnotes, and with these set apart."""
        self._meanwhile.join()
        return self._marked

    def of(self, sheet: str) -> Look:
        """Return what the first rows of a sheet show; texts with marks of its own are kept too."""
        cells = _cells_of([str(at) for at, style in enumerate(self._styles) if style.tells()])
        self._meanwhile.join()
        look = Look(legacy=self._legacy)
        if self._styles and self._styles[0].legacy:
            look.legacy = self._styles[0].legacy
        for piece in self._first_rows(sheet):
            if b"superscript" in piece:
                self._marked.update(_marked(piece))
            if b"hidden=" in piece:
                look.hidden_rows.update(int(row[1]) - 1 for row in _HIDDEN.finditer(piece))
            for match in cells.finditer(piece) if cells else ():
                cell = int(match[2]) - 1, column_of(match[1].decode())
                look.note(cell, self._styles[int(match[3])])
        return look

    def merges(self, sheet: str) -> tuple[Merge, ...]:
        """Return the merged cells of a sheet, which stand behind all of its rows."""
        pieces = self._pieces(self._parts.sheets.get(sheet, ""), b"/>")
        found = (_merge(match) for piece in pieces for match in _MERGE.finditer(piece))
        return tuple(islice(found, limits.MERGES))

    def _first_rows(self, sheet: str) -> Iterator[bytes]:
        for piece in self._pieces(self._parts.sheets.get(sheet, ""), b"</row>"):
            yield piece
            row = _ROW.search(piece, max(0, piece.rfind(b"<row")))
            if row and int(row[1]) > limits.STYLED_ROWS:
                return

    def _look_at_texts(self) -> None:
        """Look through all shared texts, while the quick reader unpacks them for itself."""
        with suppress(KnownError):  # a damaged part: the reader will say so
            self._look_at_text_pieces()

    def _look_at_text_pieces(self) -> None:
        for piece in self._pieces(self._parts.texts, b"</si>"):
            if b"superscript" in piece:
                self._marked.update(_marked(piece))
            if b"rFont" in piece and (font := _RUN_FONT.search(piece)):
                self._legacy = legacy_of(font[1].decode())

    def _pieces(self, member: str, end: bytes) -> Iterator[bytes]:
        """Yield a member in pieces that are cut behind an end tag, where they have one."""
        rest = b""
        for chunk in zip_look.chunks(self._archive, member, _CHUNK, limits.UNPACKED_BYTES):
            piece = rest + chunk
            cut = piece.rfind(end) + len(end) if end in piece else len(piece)
            yield piece[:cut]
            rest = piece[cut:]
        yield rest


def _cells_of(styles: list[str]) -> re.Pattern[bytes] | None:
    """Return what finds cells of these styles; None where there are none."""
    if not styles:
        return None
    at, style = rb'(?=[^>]*\br="([A-Z]{1,3})(\d{1,7})")', "|".join(styles).encode()
    return re.compile(rb'<(?:\w+:)?c\s%b(?=[^>]*\bs="(%b)")' % (at, style))


def _merge(match: re.Match[bytes]) -> Merge:
    left, top = column_of(match[1].decode()), int(match[2]) - 1
    right, bottom = column_of(match[3].decode()), int(match[4]) - 1
    return Merge(top, left, bottom - top + 1, right - left + 1)


def _styles(xml: bytes) -> Iterator[Style]:
    fonts = [_font(each) for fonts in elements(xml, "fonts") for each in fonts.iterfind("{*}font")]
    formats = {each.get("numFmtId"): each.get("formatCode", "") for each in elements(xml, "numFmt")}
    for kinds in elements(xml, "cellXfs"):
        for each in kinds.iterfind("{*}xf"):
            at = int(each.get("fontId", "0"))
            bold, legacy = fonts[at] if at < len(fonts) else (False, None)
            key = each.get("numFmtId", "0")
            yield Style(bold, format_of(int(key), formats.get(key, "")), legacy)


def _font(element: etree._Element) -> tuple[bool, LegacyEncoding | None]:
    bold, name = element.find("{*}b"), element.find("{*}name")
    is_bold = bold is not None and bold.get("val", "1") not in {"0", "false"}
    return is_bold, None if name is None else legacy_of(name.get("val", ""))


def _marked(xml: bytes) -> Iterator[tuple[str, str]]:
    """Yield texts that have raised runs, as they are and with the runs set apart."""
    for item in _ITEM.finditer(xml):
        if b"superscript" in item[0]:
            runs = [(_text(run[1]), bool(_RAISED.search(run[1]))) for run in _RUN.finditer(item[0])]
            yield (
                "".join(text for text, _ in runs),
                "".join(
                    f"{NOTE_OPEN}{text}{NOTE_CLOSE}" if raised and text.strip() else text
                    for text, raised in runs
                ),
            )


def _text(run: bytes) -> str:
    texts = (text[1].decode("utf-8", "replace") for text in _TEXT.finditer(run))
    return "".join(unescape(text.replace("\r\n", "\n")) for text in texts)
