"""An annex's table: fixed columns, a heading row on each page, rows that do not break.

Only a row that would fill half a page may break: kept whole it leaves a hole, and one taller
than a page loses lines in LibreOffice.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, RowKind
from ttdn_desktop.word.columns import column_widths
from ttdn_desktop.word.fitting import fit
from ttdn_desktop.word.layout import CELL_PADDING, TABLE_LINE, Element
from ttdn_desktop.word.lengths import eighths, twips
from ttdn_desktop.word.markup import TEXT, escape, grid
from ttdn_desktop.word.row_forms import CELL_END, ROW_END, TEXT_END, cell, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Row, Table
    from ttdn_desktop.word.bookmarks import Bookmarks

_KEPT = frozenset(
    {
        (RowKind.GROUP, RowKind.HEADING),
        (RowKind.GROUP, RowKind.ENTRY),
        (RowKind.GROUP, RowKind.PART),
        (RowKind.HEADING, RowKind.ENTRY),
        (RowKind.HEADING, RowKind.PART),
    }
)
"""A band or task stays with what stands under it: a row's kind, and that of the next."""

_BAND_CELLS = 2  # a band has its code and its title, which takes the rest
_AT_ONCE = 100  # rows written together: what is done to one costs little more for all
_TALLEST = 16  # lines of a row that is kept whole: half a page of annex I
_LETTER = 1.9  # mm, the usual width of a letter in a cell
_BREAK = f"</w:t><w:br/>{TEXT}"


def table(
    each: Table, width: float, caption: str, marks: Bookmarks, *, noted: bool = False
) -> Iterator[bytes]:
    """Yield a table `width` mm wide, piece by piece; `caption` is read aloud, not printed.

    The last row of a table that is `noted` stays with the note under it.
    """
    widths = column_widths(each, width)
    start = f"{_properties(sum(widths), caption)}{grid(widths)}{_heading(each, widths)}"
    yield f"<w:tbl>{start}".encode()
    known = forms(each.columns, widths)
    rooms = [_room(width) for width in widths]
    for kind, held, rows in _runs(each.rows, noted=noted):
        yield known[kind, held].rows(
            _texts(kind, rows), marks.points(row.key for row in rows), rooms
        )
    yield b"</w:tbl>"


def _runs(rows: Sequence[Row], *, noted: bool) -> Iterator[tuple[RowKind, bool, Sequence[Row]]]:
    """Yield rows of one kind, and whether they stay with the next, as far as both are the same."""
    kinds = [row.kind for row in rows]
    held = [*map(_KEPT.__contains__, pairwise(kinds)), noted]
    end = 0
    for (kind, holds), alike in groupby(zip(kinds, held, strict=True)):
        start, end = end, end + len([*alike])
        for first in range(start, end, _AT_ONCE):
            yield kind, holds, rows[first : min(first + _AT_ONCE, end)]


def _texts(kind: RowKind, rows: Sequence[Row]) -> Sequence[Sequence[str]]:
    if kind is RowKind.GROUP:
        return [row.cells[:_BAND_CELLS] for row in rows]
    return [row.cells for row in rows]


def _room(width: int) -> int:
    """Return how many letters a cell of so many twips holds in the tallest row kept whole."""
    return int((width - 2 * twips(CELL_PADDING)) / twips(_LETTER) * _TALLEST)


def _heading(each: Table, widths: Sequence[int]) -> str:
    """Return the row that repeats on each page; the Open XML SDK wants `tblHeader` bare."""
    middle = '<w:vAlign w:val="center"/>'
    cells = (
        f"{cell(width, Element.TABLE_HEAD, Align.CENTER, held=True, more=middle)[0]}"
        f"{_planned(column.title, width)}{TEXT_END}{CELL_END}"
        for column, width in zip(each.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}{ROW_END}"


def _planned(title: str, width: int) -> str:
    """Return a column's title with line breaks where its words part best."""
    inside = width / twips(1) - 2 * CELL_PADDING
    return escape(fit(Element.TABLE_HEAD, [title], inside).text).replace("\n", _BREAK)


def _properties(width: int, caption: str) -> str:
    line = f'w:val="single" w:sz="{eighths(TABLE_LINE)}" w:space="0" w:color="000000"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} {line}/>" for side in sides)
    padding = "".join(
        f'<w:{side} w:w="{twips(CELL_PADDING)}" w:type="dxa"/>' for side in ("left", "right")
    )
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{padding}</w:tblCellMar>"
        f'<w:tblCaption w:val="{escape(caption)}"/></w:tblPr>'
    )
