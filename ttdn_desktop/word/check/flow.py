"""The paragraphs of a file in their order, with their effective looks; large tables as patches.

A table that holds parts of the decree's layout (head, addressees, signature) is read paragraph
by paragraph; of any other only the different looks of its letters are kept, and its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.text import nfc, tidy
from ttdn_desktop.word.check.formatting import NESTED, READ, paragraph_properties
from ttdn_desktop.word.check.names import (
    BREAK,
    CELL,
    PARAGRAPH,
    PARAGRAPH_LOOK,
    ROW,
    RUN,
    RUN_LOOK,
    SECTION_LOOK,
    TAB,
    TABLE,
    TEXT,
    TEXT_BOX,
    W,
    twips,
)
from ttdn_desktop.word.check.styles import ParagraphLook, RunLook
from ttdn_desktop.word.check.tables import DataTable, is_layout, patches, table_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.word.check.numbering import Numbering
    from ttdn_desktop.word.check.styles import Sheet

_SHAPES = frozenset(
    {f"{W}drawing", f"{W}pict", f"{W}object"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
_SIGNS = {TAB: "\t", BREAK: "\n", f"{W}noBreakHyphen": "-", f"{W}cr": "\n", f"{W}sym": "\u2022"}


class Run(NamedTuple):
    """A stretch of text with one look, and the element it comes from."""

    text: str
    look: RunLook
    element: etree._Element


class Cell(NamedTuple):
    """A place in a layout table: its number, row and column, and whether it is the last column."""

    table: int
    row: int
    column: int
    last: bool
    width: float
    """In twips; 0 where the table does not say."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the flow. `text` begins with the number that the word processor prints."""

    element: etree._Element
    look: ParagraphLook
    label: str
    text: str
    runs: list[Run]
    section: int
    cell: Cell | None = None
    shapes: list[etree._Element] = field(default_factory=list)
    after_table: bool = False
    """Whether a table that is no layout stands between it and the paragraph before."""
    plain: str = field(init=False)
    """The text on one line, in NFC."""

    def __post_init__(self) -> None:
        """Tidy the text once."""
        self.plain = _tidy(self.text)


@dataclass(slots=True)
class Flow:
    """What a document's body holds, in order."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[DataTable] = field(default_factory=list)
    sections: list[etree._Element] = field(default_factory=list)


class FlowReader:
    """Reads a body once from its beginning to its end."""

    def __init__(self, sheet: Sheet, numbering: Numbering, *, boxes: bool) -> None:
        """Take the styles and lists; `boxes` tells whether there is a text box anywhere."""
        self._sheet, self._numbering, self._boxes = sheet, numbering, boxes
        self._flow = Flow()
        self._places: dict[object, ParagraphLook] = {}
        self._layouts = 0
        self._after_table = False

    def read(self, body: etree._Element) -> Flow:
        """Return the flow of a w:body."""
        for block in self._blocks(body):
            if block.tag == PARAGRAPH:
                self._paragraph(block, None, "")
            elif block.tag == TABLE:
                self._table(block)
            else:
                self._flow.sections.append(block)
        return self._flow

    def _blocks(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag in (PARAGRAPH, TABLE, SECTION_LOOK):
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)

    def _paragraph(self, element: etree._Element, cell: Cell | None, table: str) -> None:
        properties = element[0] if len(element) and element[0].tag == PARAGRAPH_LOOK else None
        style = self._sheet.style_of(properties)
        look = self._place(style, properties)
        label = self._numbering.label(*look.numbering) if look.numbering else ""
        runs, shapes = self._runs(element, style, table)
        text = "".join([run[0] for run in runs])
        if label:
            text = f"{label} {text}"
        self._flow.paragraphs.append(
            Paragraph(
                element, look, label, text, runs, len(self._flow.sections), cell, shapes,
                self._after_table,
            )
        )  # fmt: skip
        self._after_table = False
        if properties is not None and cell is None:
            section = next(properties.iterchildren(SECTION_LOOK), None)
            if section is not None:
                self._flow.sections.append(section)

    def _runs(
        self, element: etree._Element, style: str, table: str
    ) -> tuple[list[Run], list[etree._Element]]:
        runs: list[Run] = []
        shapes: list[etree._Element] = []
        for run in self._own_runs(element):
            text, direct = None, None
            for child in run:
                tag = child.tag
                if tag == TEXT:
                    text = (text or "") + (child.text or "")
                elif tag == RUN_LOOK:
                    direct = child
                elif tag in _SIGNS:
                    text = (text or "") + _sign(child)
                elif tag in _SHAPES:
                    shapes.append(child)
            if text is not None:
                runs.append(Run(text, self._sheet.run(style, direct, table), run))
        return runs, shapes

    def _own_runs(self, element: etree._Element) -> Iterator[etree._Element]:
        """Return the runs of a paragraph, but for those of text boxes in it."""
        found = element.iter(RUN)
        return (run for run in found if not _foreign(run, element)) if self._boxes else found

    def _place(self, style: str, properties: etree._Element | None) -> ParagraphLook:
        direct = () if properties is None else _direct_key(properties)
        key = (style, direct)
        look = self._places.get(key)
        if look is None:
            look = self._places[key] = self._worked_out(style, properties)
        return look

    def _worked_out(self, style: str, properties: etree._Element | None) -> ParagraphLook:
        of_style, own = self._sheet.paragraph(style), paragraph_properties(properties)
        said = of_style | own
        number, level = said.get("number", "0"), said.get("level", 0)
        found = self._numbering.level(number, level)
        if found is not None:  # a list's indents yield to what names the list
            said = (found.place | said) if "number" not in own else (of_style | found.place | own)
        left, first = said.get("left", 0.0), said.get("first", 0.0)
        return ParagraphLook(
            said.get("align", "left"), said.get("before", 0.0), said.get("after", 0.0),
            said.get("line", 240.0), said.get("exact", False), left + first, left,
            said.get("right", 0.0), said.get("contextual", False),
            (number, level) if found is not None else None, said.get("tabs", ()),
            said.get("border", False),
        )  # fmt: skip

    def _table(self, table: etree._Element) -> None:
        if is_layout(table):
            self._layouts += 1
            self._layout(table, self._layouts)
            return
        flow = self._flow
        found = patches(table, self._sheet)
        flow.tables.append(DataTable(table, len(flow.paragraphs), len(flow.sections), found))
        self._after_table = True

    def _layout(self, table: etree._Element, number: int) -> None:
        style = table_style(table)
        for row_number, row in enumerate(table.iterchildren(ROW)):
            cells = list(row.iterchildren(CELL))
            for column, each in enumerate(cells):
                last = column == len(cells) - 1
                cell = Cell(number, row_number, column, last, _width(each))
                for paragraph in each.iter(PARAGRAPH):
                    self._paragraph(paragraph, cell, style)


_WRAPPERS = frozenset(
    f"{W}{each}" for each in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


def _tidy(text: str) -> str:
    """Return a text as `tidy` does; prose without odd spaces is not taken apart."""
    plain = text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "
    return nfc(text) if plain else tidy(text)


def _sign(element: etree._Element) -> str:
    """Return what stands for a tab, a break or a sign; a break of the page is no line's."""
    turns = element.tag == BREAK and element.get(f"{W}type") in ("page", "column")
    return "" if turns else _SIGNS[str(element.tag)]


def _direct_key(properties: etree._Element) -> tuple[object, ...]:
    key: list[object] = []
    for each in properties:
        tag = each.tag
        if tag in READ:
            key.append(tag)
            key += each.items()
            if tag in NESTED:
                key += [(child.tag, *child.items()) for child in each]
    return tuple(key)


def _width(cell: etree._Element) -> float:
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is None or width.get(f"{W}type", "dxa") != "dxa":
        return 0.0
    return twips(width.get(f"{W}w"))


def _foreign(run: etree._Element, paragraph: etree._Element) -> bool:
    """Tell whether a run belongs to a text box inside the paragraph."""
    for above in run.iterancestors():
        if above is paragraph:
            return False
        if above.tag == TEXT_BOX:
            return True
    return False
