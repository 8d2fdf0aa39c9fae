"""An annex's table: fixed columns, a heading row on each page, rows that do not break.

Only a row that would fill half a page may break: kept whole it leaves a hole, and one taller
than a page loses lines in LibreOffice.
"""

from __future__ import annotations

import re
from itertools import repeat, zip_longest
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, RowKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.columns import column_widths
from ttdn_desktop.word.fitting import fit
from ttdn_desktop.word.layout import CELL_PADDING, GROUP_FILL, TABLE_LINE, Element
from ttdn_desktop.word.lengths import eighths, twips
from ttdn_desktop.word.markup import TEXT, escape, grid
from ttdn_desktop.word.row_texts import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.domain.document import Column, Row, Table
    from ttdn_desktop.word.bookmarks import Bookmarks

_JUSTIFIED = {Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_HEADS = (RowKind.GROUP, RowKind.HEADING)
_UNDER = (RowKind.HEADING, RowKind.ENTRY, RowKind.PART)
_TALLEST = 16  # lines of a row that is kept whole: half a page of annex I
_LETTER = 1.9  # mm, the usual width of a letter in a cell
_ROW_END = "</w:tr>"
_WHOLE = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_BREAKING = "<w:tr>"
_CELL_END = "</w:p></w:tc>"
_TEXT_END = "</w:t></w:r>"
_PLACE = re.compile("(%s)")  # of a cell's text, and of the bookmark behind the first
_BREAK = f"</w:t><w:br/>{TEXT}"


def table(
    each: Table, width: float, caption: str, marks: Bookmarks, *, noted: bool = False
) -> Iterator[str]:
    """Yield a table `width` mm wide, piece by piece; `caption` is read aloud, not printed.

    The last row of a table that is `noted` stays with the note under it.
    """
    widths = column_widths(each, width)
    yield f"<w:tbl>{_properties(sum(widths), caption)}{grid(widths)}{_heading(each, widths)}"
    forms = _forms(each.columns, widths)
    seen = looked_at(each.rows, [_room(width) for width in widths])
    pairs = zip_longest(each.rows, each.rows[1:])
    for (row, below), (texts, tall, parted) in zip(pairs, seen, strict=True):
        held = noted if below is None else _held(row, below)
        form = forms[row.kind, held, tall]
        yield form.row(texts, marks.point(row.key), parted=parted)
    yield "</w:tbl>"


def _room(width: int) -> int:
    """Return how many letters a cell of so many twips holds in the tallest row kept whole."""
    return int((width - 2 * twips(CELL_PADDING)) / twips(_LETTER) * _TALLEST)


def _held(row: Row, below: Row) -> bool:
    """Tell whether a row stays with the next: a band or task with what stands under it."""
    if row.kind not in _HEADS:
        return False
    return below.kind in (_UNDER if row.kind is RowKind.GROUP else _UNDER[1:])


@immutable
class _Form:
    """A kind of row: its markup, and what parts paragraphs in each of its cells.

    Every second piece of the markup stands for a cell's text, or for the bookmark behind the first.
    """

    pieces: tuple[str, ...]
    between: tuple[str, ...]

    def row(self, texts: Sequence[str], mark: str, *, parted: bool) -> str:
        """Return a row with one text a cell, fit for XML; another count is a mistake (ValueError).

        `mark` is the row's bookmark, at the end of its first cell. Newlines are looked for only
        where texts may be `parted` by them.
        """
        if len(texts) != len(self.between):
            raise ValueError("".join(texts))
        parts = map(str.replace, texts, repeat("\n"), self.between) if parted else texts
        first, *others = parts
        pieces = list(self.pieces)
        pieces[1::2] = (first, mark, *others)
        return "".join(pieces)


def _forms(
    columns: Sequence[Column], widths: Sequence[int]
) -> dict[tuple[RowKind, bool, bool], _Form]:
    """Return the forms by kind, by whether the row stays with the next, and whether it is tall."""
    return {
        (kind, held, tall): _form(_cells(kind, columns, widths, held=held), tall=tall)
        for kind in RowKind
        for held in (False, True)
        for tall in (False, True)
    }


def _form(cells: Iterable[tuple[str, str]], *, tall: bool) -> _Form:
    openings, between = zip(*cells, strict=True)
    start = _BREAKING if tall else _WHOLE
    first, *others = (f"{opening}%s{_TEXT_END}" for opening in openings)
    inside = _CELL_END.join((f"{first}%s", *others))
    return _Form(tuple(_PLACE.split(f"{start}{inside}{_CELL_END}{_ROW_END}")), between)


def _cells(
    kind: RowKind, columns: Sequence[Column], widths: Sequence[int], *, held: bool
) -> Iterator[tuple[str, str]]:
    """Yield what comes before the text of each cell and between its paragraphs."""
    if kind is RowKind.GROUP:
        yield _cell(widths[0], Element.TABLE_GROUP, columns[0].align, held=held, more=_shade())
        rest = f'<w:gridSpan w:val="{len(widths) - 1}"/>' + _shade()
        yield _cell(sum(widths[1:]), Element.TABLE_GROUP, Align.LEFT, held=held, more=rest)
        return
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        yield _cell(width, _element(kind, place), column.align, held=held)


def _element(kind: RowKind, place: int) -> Element:
    if kind is RowKind.HEADING and place <= 1:
        return Element.TABLE_HEADING
    if kind is RowKind.PART and place == 1:
        return Element.TABLE_PART
    return Element.TABLE_CELL


def _cell(
    width: int, element: Element, align: Align, *, held: bool, more: str = ""
) -> tuple[str, str]:
    keep = "<w:keepNext/>" if held else ""
    side = f'<w:jc w:val="{_JUSTIFIED[align]}"/>' if align in _JUSTIFIED else ""
    style = f'<w:p><w:pPr><w:pStyle w:val="{element}"/>{keep}{side}</w:pPr><w:r>{TEXT}'
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
    return f"<w:tc>{properties}{style}", f"{_TEXT_END}</w:p>{style}"


def _shade() -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{GROUP_FILL}"/>'


def _heading(each: Table, widths: Sequence[int]) -> str:
    """Return the row that repeats on each page; the Open XML SDK wants `tblHeader` bare."""
    middle = '<w:vAlign w:val="center"/>'
    cells = (
        f"{_cell(width, Element.TABLE_HEAD, Align.CENTER, held=True, more=middle)[0]}"
        f"{_planned(column.title, width)}{_TEXT_END}{_CELL_END}"
        for column, width in zip(each.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}{_ROW_END}"


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
