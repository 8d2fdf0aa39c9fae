"""The forms of an annex's rows: what the markup of a row is before its texts are put in."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, RowKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.layout import GROUP_FILL, Element
from ttdn_desktop.word.markup import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Column

    Forms = Mapping[tuple[RowKind, bool, bool], "Form"]

ROW_END = "</w:tr>"
CELL_END = "</w:p></w:tc>"
TEXT_END = "</w:t></w:r>"
_JUSTIFIED = {Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_WHOLE = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_BREAKING = "<w:tr>"
_PLACE = re.compile(b"(%s)")  # of a cell's text, and of the bookmark behind the first


@immutable
class Form:
    """A kind of row: its markup, and what parts paragraphs in each of its cells.

    Every second piece of the markup stands for a cell's text, or for the bookmark behind the first.
    """

    pieces: tuple[bytes, ...]
    between: tuple[bytes, ...]

    def row(self, texts: Sequence[str], mark: str, *, parted: bool) -> list[bytes]:
        """Return a row with one text a cell, fit for XML; another count is a mistake (ValueError).

        `mark` is the row's bookmark, at the end of its first cell. Newlines are looked for only
        where texts may be `parted` by them.
        """
        if len(texts) != len(self.between):
            raise ValueError("".join(texts))
        written = map(str.encode, texts)
        if parted:
            written = map(bytes.replace, written, repeat(b"\n"), self.between)
        first, *others = written
        pieces = list(self.pieces)
        pieces[1::2] = (first, mark.encode(), *others)
        return pieces


def forms(columns: Sequence[Column], widths: Sequence[int]) -> Forms:
    """Return the forms by kind, by whether the row stays with the next, and whether it is tall."""
    return {
        (kind, held, tall): _form(_cells(kind, columns, widths, held=held), tall=tall)
        for kind in RowKind
        for held in (False, True)
        for tall in (False, True)
    }


def _form(cells: Iterable[tuple[str, str]], *, tall: bool) -> Form:
    openings, between = zip(*cells, strict=True)
    start = _BREAKING if tall else _WHOLE
    first, *others = (f"{opening}%s{TEXT_END}" for opening in openings)
    inside = CELL_END.join((f"{first}%s", *others))
    pieces = _PLACE.split(f"{start}{inside}{CELL_END}{ROW_END}".encode())
    return Form(tuple(pieces), tuple(map(str.encode, between)))


def _cells(
    kind: RowKind, columns: Sequence[Column], widths: Sequence[int], *, held: bool
) -> Iterator[tuple[str, str]]:
    if kind is RowKind.GROUP:
        yield cell(widths[0], Element.TABLE_GROUP, columns[0].align, held=held, more=_shade())
        rest = f'<w:gridSpan w:val="{len(widths) - 1}"/>' + _shade()
        yield cell(sum(widths[1:]), Element.TABLE_GROUP, Align.LEFT, held=held, more=rest)
        return
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        yield cell(width, _element(kind, place), column.align, held=held)


def _element(kind: RowKind, place: int) -> Element:
    if kind is RowKind.HEADING and place <= 1:
        return Element.TABLE_HEADING
    if kind is RowKind.PART and place == 1:
        return Element.TABLE_PART
    return Element.TABLE_CELL


def cell(
    width: int, element: Element, align: Align, *, held: bool, more: str = ""
) -> tuple[str, str]:
    """Return what comes before the text of a cell, and between its paragraphs."""
    keep = "<w:keepNext/>" if held else ""
    side = f'<w:jc w:val="{_JUSTIFIED[align]}"/>' if align in _JUSTIFIED else ""
    style = f'<w:p><w:pPr><w:pStyle w:val="{element}"/>{keep}{side}</w:pPr><w:r>{TEXT}'
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
    return f"<w:tc>{properties}{style}", f"{TEXT_END}</w:p>{style}"


def _shade() -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{GROUP_FILL}"/>'
