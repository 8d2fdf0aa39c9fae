"""The tables of a Word document (.docx, .docm, .dotx) as grids, read while it is unpacked.

Rows are let go as soon as they are read, so that a long table takes little memory. A document's
text is that of its accepted changes. Limits stand at the top of the modules beside this one:
`docx_package` (size of a part), `docx_rows` (columns, nesting), `docx_grids` (cells), `docx_lines`
(paragraphs, characters).
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.files import docx_markup as markup
from ttdn_desktop.files import limits
from ttdn_desktop.files.docx_grids import grids_of, paragraphs, text_grid
from ttdn_desktop.files.docx_lines import LineReader, Story
from ttdn_desktop.files.docx_markup import PARAGRAPH_LOOK, W
from ttdn_desktop.files.docx_notes import Notes
from ttdn_desktop.files.docx_numbering import Numbering
from ttdn_desktop.files.docx_package import Package, TooLargeError, elements, told
from ttdn_desktop.files.docx_rows import TableReader
from ttdn_desktop.files.docx_styles import Styles

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from ttdn_desktop.domain.grid import Grid

_SECTION = W + "sectPr"
_WATCHED = (markup.TABLE, markup.ROW, markup.PARAGRAPH, markup.FALLBACK)


def read(path: Path) -> tuple[Grid, ...]:
    """Return all tables of a Word document in its order, a nested one behind the one around it.

    Text in frames is left out of cells, and stands among the lines between tables elsewhere.
    A document without tables is one grid of text: its paragraphs, none where it is all pictures.
    Errors: file_damaged, file_too_heavy, file_unreadable, with its name as `name`.
    """
    with told(path), zipfile.ZipFile(path) as archive:
        package = Package(archive)
        content = package.main()
        document = _Document(package, _sections(content))
        for event, element in elements(content, *_WATCHED):
            document.take(event, element)
        return document.grids()


def _sections(content: bytes) -> list[_Element]:
    """Return the sections, where any has something to say on notes."""
    if b"footnotePr" not in content and b"endnotePr" not in content:
        return []
    return [section for event, section in elements(content, _SECTION) if event == "end"]


class _Document:
    """What has been read of a document so far."""

    def __init__(self, package: Package, sections: list[_Element]) -> None:
        self._styles = Styles(package.related("styles"), package.related("theme"))
        numbering = Numbering(package.related("numbering"))
        self._lines = LineReader(self._styles, numbering, Notes(package, sections))
        self._grids: list[Grid] = []
        self._outer: int | None = None
        self._between = Story()
        self._table: TableReader | None = None
        self._depth = 0
        self._passed_over = 0

    def take(self, event: str, element: _Element) -> None:
        """Take in an element that begins, or one that is there to its end."""
        if element.tag == markup.FALLBACK:
            if _is_second(element):
                self._passed_over += 1 if event == "start" else -1
        elif self._passed_over == 0:
            if element.tag == markup.TABLE:
                self._begin(element) if event == "start" else self._end(element)
            elif event == "end":
                self._complete(element)

    def grids(self) -> tuple[Grid, ...]:
        """Return what was read once all has been taken in."""
        self._lines.end(self._between)
        if not self._grids:
            return (text_grid(self._between),)
        if self._outer is not None:
            last = self._grids[self._outer]
            below = paragraphs(self._between)
            notes = {**self._between.notes, **last.notes}
            self._grids[self._outer] = replace(last, below=below, notes=notes)
        return tuple(replace(grid, number=place) for place, grid in enumerate(self._grids, 1))

    def _begin(self, table: _Element) -> None:
        if self._depth == 0:
            self._lines.end(self._between)
            self._table = TableReader(table, self._lines, self._styles)
        self._depth += 1

    def _end(self, table: _Element) -> None:
        self._depth -= 1
        if self._depth == 0 and self._table is not None:
            if len(self._grids) > limits.DOCX_TABLES:
                raise TooLargeError(len(self._grids))
            found = list(grids_of(self._table, self._between))
            if found:
                self._outer = len(self._grids)
                self._grids += found
                self._between = Story()
            self._table = None
            table.clear()

    def _complete(self, element: _Element) -> None:
        if element.tag == markup.ROW:
            if self._depth == 1 and self._table is not None:
                self._table.add(element)
                element.clear()
        elif self._depth == 0:
            self._lines.add(element, self._between)
            if element.find(f"{PARAGRAPH_LOOK}/{_SECTION}") is not None:
                self._lines.next_section()
            element.clear()


def _is_second(fallback: _Element) -> bool:
    """Tell whether another way of showing the same stands before this one."""
    before = fallback.getprevious()
    return before is not None and before.tag == markup.CHOICE
