"""Tables in HTML: what Word and Excel put on the clipboard, and an .xls that is a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import delimited, limits
from ttdn_desktop.files.cell_text import tidied_rows
from ttdn_desktop.files.html_rows import placed
from ttdn_desktop.files.html_text import HtmlReader, Lines, seen
from ttdn_desktop.files.text_encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from ttdn_desktop.domain.grid import Cell, Merge
    from ttdn_desktop.files.html_rows import Said

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})|encoding\s*=\s*[\"']([\w-]{3,20})")
_LOOKED_AT = 4_096
_NOTE = re.compile(r"mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:sd)?(?:footnote|endnote|ftn|edn)\d+")
_NOTE_TEXT = re.compile(r"\[?(\d{1,3}|[ivx]+|\*{1,5})\]?\s*")
_MARK = re.compile(f"{NOTE_OPEN}([^{NOTE_CLOSE}]+){NOTE_CLOSE}")
_CELLS = frozenset(("td", "th"))
_DIGITS = 9
_FIGURE = re.compile(r"-?[\d.,]+%?")


def read_html(html: str) -> tuple[Grid, ...]:
    """Return all tables in the order they begin, a nested one behind the one around it.

    Without a table there is one grid of text, none without text. Raises KnownError
    "pasted_too_long", "pasted_damaged".
    """
    return _read(html, "")


def read_html_file(path: Path) -> tuple[Grid, ...]:
    """Return what `read_html` does for a file; its encoding is what its mark or its head says.

    Raises KnownError "file_too_long", "file_not_text", "file_damaged", with the file's name.
    """
    if path.stat().st_size > limits.TEXT_FILE_BYTES:
        raise delimited.too_long(path.name)
    data = path.read_bytes()
    return _read(_declared(data) or decoded(data, path.name), path.name)


def _declared(data: bytes) -> str:
    """Return the text by the encoding that the head names, "" where none fits."""
    found = _DECLARED.search(data[:_LOOKED_AT])
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if found is None or marked or b"\0" in data:
        return ""
    name = (found[1] or found[2]).decode("ascii").lower()
    if name in {"windows-1258", "cp1258", "windows-1252", "iso-8859-1", "us-ascii"}:
        return ""  # what old programs say of whatever they write: looked at letter by letter
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return ""


def _read(html: str, name: str) -> tuple[Grid, ...]:
    if len(html) > limits.TEXT_FILE_BYTES:
        raise delimited.too_long(name)
    body = _parsed(html, name)
    if body is None:
        return ()
    try:
        return _Page(body, name).grids()
    except RecursionError as error:
        raise _damaged(name) from error


def _parsed(html: str, name: str) -> _Element | None:
    """Return the root; what stands before the first tag (the clipboard's own lines) is left."""
    begins = html.find("<")
    if begins < 0:
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(html[begins:].encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise _damaged(name) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise _damaged(name)
    return root


def _damaged(name: str) -> KnownError:
    return KnownError("file_damaged", name=name) if name else KnownError("pasted_damaged")


class _Page:
    """A page in reading: its tables so far, and the lines since the last of them."""

    def __init__(self, root: _Element, name: str) -> None:
        self._name = name
        sheets = "".join(text for style in root.iter("style") for text in style.itertext())
        self._reader = HtmlReader(sheets, self._table)
        self._is_excel = any("Excel" in meta.get("content", "") for meta in root.iter("meta"))
        self._between = Lines()
        self._depth = 0
        self._grids: list[Grid] = []
        self._notes = dict(self._taken_notes(root))
        self._reader.read(root, self._between)

    def grids(self) -> tuple[Grid, ...]:
        """Return the tables, the last with the lines behind it."""
        left = self._between.done
        if not self._grids and left:
            rows, legacy = tidied_rows([line] for line in left)
            return (Grid(GridKind.TEXT, rows, legacy=legacy, notes=self._notes),)
        if left:
            self._grids[-1] = replace(self._grids[-1], below=tuple(left))
        return tuple(
            replace(grid, number=number) for number, grid in enumerate(self._said(), start=1)
        )

    def _said(self) -> list[Grid]:
        """Return the tables in which something stands."""
        return [
            grid for grid in self._grids if grid.above or grid.below or any(map(any, grid.rows))
        ]

    def _table(self, table: _Element) -> None:
        place = len(self._grids)
        above: tuple[str, ...] = ()
        if self._depth == 0:
            above = tuple(self._between.done)
            self._between.done.clear()
        self._grids.append(Grid(GridKind.TABLE, ()))
        self._depth += 1
        self._grids[place] = self._grid([row for row in _rows(table) if _is_real(row)], above)
        self._depth -= 1

    def _grid(self, rows: list[list[_Element]], above: tuple[str, ...]) -> Grid:
        places, columns = placed([[_said(cell) for cell in row] for row in rows])
        if len(rows) > limits.ROWS or len(rows) * columns > limits.CELLS:
            raise delimited.too_long(self._name)
        looks = _Looks([[""] * columns for _ in rows])
        for row, spots in zip(rows, places, strict=True):
            for cell, spot in zip(row, spots, strict=False):
                self._cell(cell, spot, looks)
        tidy, legacy = tidied_rows(looks.texts)
        marks = {mark for row in tidy for text in row for mark in _MARK.findall(text)}
        return Grid(
            GridKind.TABLE,
            tidy,
            merges=tuple(spot for row in places for spot in row if spot.rows * spot.columns > 1),
            bold=frozenset(looks.bold),
            numeric=frozenset(looks.numeric),
            automatic=frozenset(looks.automatic),
            above=above,
            notes={mark: text for mark, text in self._notes.items() if mark in marks},
            legacy=legacy,
        )

    def _cell(self, element: _Element, spot: Merge, looks: _Looks) -> None:
        lines = Lines()
        self._reader.read(element, lines)
        text, at = "\n".join(lines.done), (spot.row, spot.column)
        looks.texts[spot.row][spot.column] = text
        looks.bold |= {at} if lines.bold and text else set()
        looks.automatic |= {at} if lines.automatic else set()
        looks.numeric |= {at} if self._is_number(element, text) else set()

    def _is_number(self, cell: _Element, text: str) -> bool:
        said = "x:num" in cell.attrib or "sdval" in cell.attrib
        right = self._is_excel and "align" in cell.attrib and cell.get("align") == "right"
        return (said or right) and _FIGURE.fullmatch(text) is not None

    def _taken_notes(self, root: _Element) -> Iterator[tuple[str, str]]:
        """Yield marks and texts of the notes at the foot of the page, which leave it."""
        notes = [element for element in root.iter("div") if _is_note(element)]
        for note in notes:
            lines = Lines()
            self._reader.read(note, lines)
            text = "\n".join(lines.done).replace(NOTE_OPEN, "").replace(NOTE_CLOSE, "")
            if found := _NOTE_TEXT.match(text):
                yield found[1], text[found.end() :].strip()
            note.clear(keep_tail=True)


@dataclass(slots=True)
class _Looks:
    texts: list[list[str]]
    bold: set[Cell] = field(default_factory=set)
    numeric: set[Cell] = field(default_factory=set)
    automatic: set[Cell] = field(default_factory=set)


def _rows(element: _Element) -> Iterator[list[_Element]]:
    """Yield the cells of each row, out of whatever stands around rows; cells alone are a row."""
    alone = [child for child in seen(element) if child.tag in _CELLS]
    if alone:
        yield alone
    for child in seen(element):
        if child.tag == "tr":
            yield [cell for cell in seen(child) if cell.tag in _CELLS]
        elif child.tag != "table" and child.tag not in _CELLS:
            yield from _rows(child)


def _is_real(row: list[_Element]) -> bool:
    """Tell a row from the one of height 0 that Word adds for columns that are not aligned."""
    parent = row[0].getparent() if row else None
    return parent is not None and parent.get("height") != "0"


def _said(cell: _Element) -> Said:
    return _number(cell.get("rowspan")), _number(cell.get("colspan"))


def _number(text: str | None) -> int:
    return int(text[:_DIGITS]) if text and text.isascii() and text.isdigit() else 1


def _is_note(element: _Element) -> bool:
    if _NOTE.search(element.get("style", "")):
        return True
    return _NOTE_ID.fullmatch(element.get("id", "")) is not None
