"""The paragraphs of a file in their order, with their effective looks; large tables as patches.

A table that holds parts of the decree's layout (head, addressees, signature) is read paragraph
by paragraph; of any other only the different looks of its letters are kept, and its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.word.check.formatting import NESTED, READ, paragraph_properties
from ttdn_desktop.word.check.names import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_LOOK,
    ROW,
    RUN_LOOK,
    SECTION_LOOK,
    TABLE,
    W,
    twips,
)
from ttdn_desktop.word.check.outlines import is_plain
from ttdn_desktop.word.check.paragraph import (
    Cell,
    Paragraph,
    Run,
    form_of,
    on_one_line,
    own_runs,
    text_of,
)
from ttdn_desktop.word.check.styles import ParagraphLook
from ttdn_desktop.word.check.tables import DataTable, is_layout, patches, table_style

if TYPE_CHECKING:
    from lxml import etree

    from ttdn_desktop.word.check.numbering import Numbering
    from ttdn_desktop.word.check.paragraph import Form
    from ttdn_desktop.word.check.styles import Sheet

_SHAPES = frozenset(
    {f"{W}drawing", f"{W}pict", f"{W}object"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)


@dataclass(slots=True)
class Flow:
    """What a document's body holds, in order."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[DataTable] = field(default_factory=list)
    sections: list[etree._Element] = field(default_factory=list)
    looks: list[ParagraphLook] = field(default_factory=list)
    """Those that its paragraphs share: every paragraph's own is one of them."""


class FlowReader:
    """Reads a body once from its beginning to its end."""

    def __init__(
        self,
        sheet: Sheet,
        numbering: Numbering,
        outlines: dict[etree._Element, bytes],
        *,
        boxes: bool,
    ) -> None:
        """Take styles, lists, outlines that are known; `boxes`: whether there are text boxes."""
        self._sheet, self._numbering, self._boxes = sheet, numbering, boxes
        self._outlines = outlines
        self._flow = Flow()
        self._forms: dict[bytes, Form] = {}
        self._places: dict[object, ParagraphLook] = {}
        self._layouts = 0
        self._after_table = False

    def read(self, body: etree._Element) -> Flow:
        """Return the flow of a w:body."""
        self._blocks(body)
        self._flow.looks = list(self._places.values())
        return self._flow

    def _blocks(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                self._paragraph(child)
            elif tag == TABLE:
                self._table(child)
            elif tag == SECTION_LOOK:
                self._flow.sections.append(child)
            elif tag in _WRAPPERS:
                self._blocks(child)

    def _paragraph(self, element: etree._Element) -> None:
        """Read a paragraph outside of tables; what those of its outline share is known."""
        outline = self._outlines.get(element, b"")
        form = self._forms.get(outline)
        if form is not None:
            self._add(element, form.look, form.read(element), (), None)
            return
        found = self._anew(element, None, "")
        properties = _properties(element)
        section = None if properties is None else next(properties.iterchildren(SECTION_LOOK), None)
        if section is not None:
            self._flow.sections.append(section)
        elif outline and is_plain(outline) and not found.shapes:
            form = form_of(element, found.look, found.runs)
            if form is not None:
                self._forms[outline] = form

    def _anew(self, element: etree._Element, cell: Cell | None, table: str) -> Paragraph:
        properties = _properties(element)
        style = self._sheet.style_of(properties)
        runs, shapes = self._runs(element, style, table)
        return self._add(element, self._place(style, properties), runs, shapes, cell)

    def _add(
        self,
        element: etree._Element,
        look: ParagraphLook,
        runs: list[Run],
        shapes: tuple[etree._Element, ...],
        cell: Cell | None,
    ) -> Paragraph:
        flow = self._flow
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        label = self._numbering.label(*look.numbering) if look.numbering else ""
        if label:
            text = f"{label} {text}"
        made = Paragraph(
            element, look, label, text, on_one_line(text), runs, len(flow.sections), cell, shapes,
            self._after_table,
        )  # fmt: skip
        flow.paragraphs.append(made)
        self._after_table = False
        return made

    def _runs(
        self, element: etree._Element, style: str, table: str
    ) -> tuple[list[Run], tuple[etree._Element, ...]]:
        runs: list[Run] = []
        shapes: list[etree._Element] = []
        for run in own_runs(element, boxes=self._boxes):
            direct = None
            for child in run:
                if child.tag == RUN_LOOK:
                    direct = child
                elif child.tag in _SHAPES:
                    shapes.append(child)
            text = text_of(run)
            if text is not None:
                runs.append(Run(text, self._sheet.run(style, direct, table), run))
        return runs, tuple(shapes)

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
                    self._anew(paragraph, cell, style)


_WRAPPERS = frozenset(
    f"{W}{each}" for each in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


def _properties(paragraph: etree._Element) -> etree._Element | None:
    first = next(iter(paragraph), None)
    return first if first is not None and first.tag == PARAGRAPH_LOOK else None


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
