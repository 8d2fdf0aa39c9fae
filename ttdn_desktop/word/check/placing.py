"""Where a fault stands, as a person would say it and for a page to lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Spot, Where
from ttdn_desktop.domain.text import shortened
from ttdn_desktop.word.check.names import PARAGRAPH, W
from ttdn_desktop.word.check.pages import Section
from ttdn_desktop.word.check.parts import Kind
from ttdn_desktop.word.check.tables import DataTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.word.check.pieces import Piece
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.rule import At

_LINE = 60


class Places:
    """Tells places of one document; what it needs is gathered when the first is asked for."""

    def __init__(self, reading: Reading) -> None:
        """Take the document."""
        self._reading = reading
        self._counted = enumerate(_paragraphs(reading))
        self._numbers: dict[etree._Element, int] = {}

    def of(self, at: At) -> Where:
        """Return where a fault stands."""
        main = self._reading.package.main
        if at is None:
            return Where(Spot.WHOLE, part=main)
        if isinstance(at, Section):
            return Where(Spot.SHEET, number=at.number, part=main)
        if isinstance(at, DataTable):
            return self._of_table(at, main)
        return self._of_piece(at, main)

    def _of_table(self, table: DataTable, main: str) -> Where:
        name = next(
            (
                annex.label.text
                for annex in self._reading.parts.annexes
                if annex.first < table.before <= annex.last + 1
            ),
            "",
        )
        number = self._reading.flow.tables.index(table) + 1
        first = next(table.element.iter(PARAGRAPH), None)
        return Where(Spot.TABLE, name, number, "", main, self._number(first), _bookmark(first))

    def _of_piece(self, piece: Piece, main: str) -> Where:
        spot, name, number = self._spot(piece.index)
        element = piece.paragraph.element
        line = shortened(piece.text, _LINE)
        return Where(spot, name, number, line, main, self._number(element), _bookmark(element))

    def _number(self, element: etree._Element | None) -> int | None:
        """Return a paragraph's place among all, from 0; counted as far as it is asked for."""
        if element is None:
            return None
        if element not in self._numbers:
            for number, each in self._counted:
                self._numbers[each] = number
                if each is element:
                    break
        return self._numbers[element]

    def _spot(self, index: int) -> tuple[Spot, str, int]:
        parts = self._reading.parts
        closing = parts.closing
        for annex in parts.annexes:
            if annex.first <= index <= annex.last:
                return Spot.ANNEX, annex.label.text, 0
        if (
            closing.first is not None
            and closing.last is not None
            and closing.first <= index <= closing.last
        ):
            return Spot.CLOSING, "", 0
        if index < parts.body_first:
            return Spot.HEAD, "", 0
        return self._in_body(index)

    def _in_body(self, index: int) -> tuple[Spot, str, int]:
        section, number = "", 0
        for each in self._reading.parts.content:
            if each.kind is Kind.SECTION:
                section, number = each.mark, 0
            else:
                number += 1
            if each.index >= index:
                break
        if not section:
            return Spot.BODY, "", number
        return (Spot.SECTION if number else Spot.HEADING), section, number


def _paragraphs(reading: Reading) -> Iterator[etree._Element]:
    """Yield all paragraphs; where there are no text boxes, none is sought within another."""
    for block in reading.body:
        if block.tag == PARAGRAPH and not reading.boxes:
            yield block
        else:
            yield from block.iter(PARAGRAPH)


def _bookmark(element: etree._Element | None) -> str:
    mark = None if element is None else element.find(f"{W}bookmarkStart")
    return "" if mark is None else mark.get(f"{W}name", "")
