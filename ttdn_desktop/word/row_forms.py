"""The forms of an annex's rows: what the markup of a row is before its texts are put in."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, RowKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.layout import GROUP_FILL, Element
from ttdn_desktop.word.markup import TEXT
from ttdn_desktop.word.row_texts import tall, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Column

    Forms = Mapping[tuple[RowKind, bool], "Form"]

ROW_END = "</w:tr>"
CELL_END = "</w:p></w:tc>"
TEXT_END = "</w:t></w:r>"
_JUSTIFIED = {Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_WHOLE = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_BREAKING = "<w:tr>"


@immutable
class Form:
    """A kind of row: its markup, how a tall one starts, what parts paragraphs in each of its cells.

    Every second piece of the markup stands for a cell's text, or for the bookmark behind the first.
    """

    pieces: tuple[bytes, ...]
    tall_start: bytes
    between: tuple[bytes, ...]

    def rows(
        self, texts: Sequence[Sequence[str]], marks: Sequence[bytes], rooms: Sequence[int]
    ) -> bytes:
        """Return rows with one text a cell; another count is a mistake (ValueError).

        `marks` are the rows' bookmarks, at the end of their first cells; a row with more letters
        in a cell than its room may break.
        """
        if {*map(len, texts)} != {len(self.between)}:
            raise ValueError("".join(chain.from_iterable(texts)))
        columns = [*zip(*texts, strict=True)]
        first, *others = map(written, columns, self.between)
        size = len(self.pieces)
        pieces = [*self.pieces] * len(marks)
        for place, column in enumerate((first, marks, *others)):
            pieces[2 * place + 1 :: size] = column
        for row, is_tall in enumerate(tall(columns, rooms)):
            if is_tall:
                pieces[row * size] = self.tall_start
        return b"".join(pieces)


def forms(columns: Sequence[Column], widths: Sequence[int]) -> Forms:
    """Return the forms by kind, and by whether the row stays with the next."""
    return {
        (kind, held): _form(_cells(kind, columns, widths, held=held))
        for kind in RowKind
        for held in (False, True)
    }


def _form(cells: Iterable[tuple[str, str]]) -> Form:
    openings, between = zip(*cells, strict=True)
    first, *others = (f"{opening}%s{TEXT_END}" for opening in openings)
    inside = CELL_END.join((f"{first}%s", *others))
    start, *others = f"{inside}{CELL_END}{ROW_END}".split("%s")
    pieces = [f"{_WHOLE}{start}".encode()]
    for piece in others:
        pieces += (b"", piece.encode())
    return Form(tuple(pieces), f"{_BREAKING}{start}".encode(), tuple(map(str.encode, between)))


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
