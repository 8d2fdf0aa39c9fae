"""The rows of a Word table as they are kept: cells with their spans, widths and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.files import docx_markup as markup
from ttdn_desktop.files import limits
from ttdn_desktop.files.docx_lines import Story
from ttdn_desktop.files.docx_markup import VALUE, W, measure, switched_on, value, whole
from ttdn_desktop.files.docx_package import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ttdn_desktop.files.docx_lines import LineReader
    from ttdn_desktop.files.docx_styles import Styles

_CELL_LOOK, _ROW_LOOK, _TABLE_LOOK = W + "tcPr", W + "trPr", W + "tblPr"
_CELL_DELETED, _CELL_WIDTH = W + "cellDel", W + "tcW"
_SPAN, _ACROSS, _DOWN = W + "gridSpan", W + "hMerge", W + "vMerge"
_LOOK_BITS = {"firstRow": 0x20, "firstColumn": 0x80}
_STYLE_PARTS = {"firstRow": "firstRow", "firstColumn": "firstCol"}


class Joined(StrEnum):
    """Whether a cell is part of one that is merged downwards, and which part."""

    ALONE = ""
    FIRST = "restart"
    COVERED = "continue"


@dataclass(slots=True)
class RawCell:
    """A cell as it is kept: how many columns it spans, its width (0 unknown), what is in it."""

    span: int
    width: float
    joined: Joined
    story: Story


@dataclass(slots=True)
class RawRow:
    """A row as it is kept: columns left out before its first cell and behind its last."""

    before: int
    after: int
    indent: float
    cells: list[RawCell] = field(default_factory=list)

    def columns(self) -> int:
        """Return how many columns of the table the row takes, by its own word."""
        return self.before + sum(cell.span for cell in self.cells) + self.after


class TableReader:
    """Reads one table row by row; a table within a cell becomes a reader in `inner`.

    What stands in an inner table is read there alone, not in the cell around it.
    """

    def __init__(
        self, table: _Element, lines: LineReader, styles: Styles, *, depth: int = 0
    ) -> None:
        """Keep the table's element, which may still be empty. Raises TooLargeError."""
        if depth > limits.TABLES_DEEP:
            raise TooLargeError(depth)
        self.rows: list[RawRow] = []
        self.inner: list[TableReader] = []
        self._table = table
        self._lines = lines
        self._styles = styles
        self._depth = depth
        self._bold: frozenset[str] | None = None
        self._open: set[int] = set()

    def widths(self) -> list[float]:
        """Return the widths of the columns that the table declares, in twips; often wrong."""
        columns = self._table.iterfind(f"{W}tblGrid/{W}gridCol")
        return [measure(column.get(W + "w")) for column in columns]

    def add(self, row: _Element) -> None:
        """Read a row, unless it is hidden or deleted. Raises TooLargeError."""
        self._lines.count()
        look = row.find(_ROW_LOOK)
        if look is not None and (
            look.find(markup.DELETED) is not None or switched_on(look, "hidden")
        ):
            return
        made = _empty_row(look)
        opened: set[int] = set()
        column = made.before
        for cell in markup.unwrapped(row):
            if cell.tag == markup.CELL:
                column += self._add_cell(made, cell, column, opened)
        self._open = opened
        if made.cells:
            self.rows.append(made)

    def _add_cell(self, row: RawRow, cell: _Element, column: int, opened: set[int]) -> int:
        """Read a cell that begins at a column; return how many columns it takes."""
        self._lines.count()
        look = _said(cell)
        if _CELL_DELETED in look:
            return 0
        span = max(1, whole(look[_SPAN].get(VALUE), otherwise=1)) if _SPAN in look else 1
        width = _width(look[_CELL_WIDTH]) if _CELL_WIDTH in look else 0.0
        if column + span > limits.COLUMNS:
            raise TooLargeError(column + span)
        if row.cells and _ACROSS in look and look[_ACROSS].get(VALUE) != "restart":
            row.cells[-1].span += span
            row.cells[-1].width += width
            return span
        joined = _joined(look.get(_DOWN))
        if joined is Joined.COVERED and column not in self._open:
            joined = Joined.FIRST
        if joined is not Joined.ALONE:
            opened.add(column)
        story = Story()
        if joined is not Joined.COVERED:
            self._fill(story, cell, bold=self._is_bold(column))
        row.cells.append(RawCell(span, width, joined, story))
        return span

    def _fill(self, story: Story, parent: _Element, *, bold: bool) -> None:
        for child in parent:
            if child.tag == markup.PARAGRAPH:
                self._lines.add(child, story, bold_table=bold)
            elif child.tag == markup.CONTROL and markup.asks_for_text(child):
                continue
            elif child.tag == markup.TABLE:
                self._read_inner(child)
            elif child.tag not in {_CELL_LOOK, markup.DELETED, markup.MOVED_AWAY}:
                for inside in _contents(child):
                    self._fill(story, inside, bold=bold)
        if parent.tag == markup.CELL:
            self._lines.end(story)

    def _read_inner(self, table: _Element) -> None:
        inner = TableReader(table, self._lines, self._styles, depth=self._depth + 1)
        for row in markup.unwrapped(table):
            if row.tag == markup.ROW:
                inner.add(row)
        self.inner.append(inner)

    def _is_bold(self, column: int) -> bool:
        if self._bold is None:
            self._bold = self._bold_by_style()
        return (
            "wholeTable" in self._bold
            or ("firstRow" in self._bold and not self.rows)
            or ("firstColumn" in self._bold and column == 0)
        )

    def _bold_by_style(self) -> frozenset[str]:
        """Return which parts are bold by the table's style, of those the table has switched on."""
        look = self._table.find(_TABLE_LOOK)
        bold = self._styles.bold_parts(value(look, "tblStyle"))
        switches = None if look is None else look.find(W + "tblLook")
        asked = {part for part in _LOOK_BITS if switches is not None and _is_asked(switches, part)}
        parts = {part for part in asked if _STYLE_PARTS[part] in bold}
        return frozenset(parts | (bold & {"wholeTable"}))


def _contents(wrapping: _Element) -> Iterator[_Element]:
    """Yield what holds paragraphs within a wrapping: a control's content, the first alternative."""
    if wrapping.tag == markup.CONTROL:
        yield from wrapping.iterchildren(markup.CONTROL_CONTENT)
    elif wrapping.tag == markup.ALTERNATIVES:
        yield from wrapping[:1]
    elif wrapping.tag in markup.WRAPPERS:
        yield wrapping


def _empty_row(look: _Element | None) -> RawRow:
    before, after = (max(0, whole(value(look, f"grid{side}"))) for side in ("Before", "After"))
    if before + after > limits.COLUMNS:
        raise TooLargeError(before + after)
    gap = None if look is None else look.find(W + "wBefore")
    return RawRow(before, after, 0.0 if gap is None else _width(gap))


def _said(cell: _Element) -> dict[str, _Element]:
    """Return what a cell says of itself, by the names of the elements."""
    return {str(mark.tag): mark for look in cell.iterchildren(_CELL_LOOK) for mark in look}


def _width(width: _Element) -> float:
    """Return a width in twips; 0 where it is a share of the page or Word's own choice."""
    return measure(width.get(W + "w")) if width.get(W + "type", "dxa") == "dxa" else 0.0


def _joined(down: _Element | None) -> Joined:
    if down is None:
        return Joined.ALONE
    return Joined.FIRST if down.get(VALUE) == "restart" else Joined.COVERED


def _is_asked(switches: _Element, part: str) -> bool:
    said = switches.get(W + part)
    if said is not None:
        return said in {"1", "true", "on"}
    try:
        return bool(int(switches.get(VALUE, "0"), 16) & _LOOK_BITS[part])
    except ValueError:
        return False
