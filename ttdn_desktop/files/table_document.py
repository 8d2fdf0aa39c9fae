"""A table written as .docx: across an A4 page, its header on every page, no row cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from ttdn_desktop.files.marked import pieces
from ttdn_desktop.files.paper import without_traces, write_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from docx.document import Document
    from docx.table import Table, _Row
    from lxml.etree import _Element

    from ttdn_desktop.domain.plain_table import PlainTable

_SIZE, _GAP = Pt(12), Pt(3)


def write(table: PlainTable, target: BinaryIO) -> None:
    """Write the lines above, the table, and the lines below as small paragraphs."""
    document = docx.Document()
    without_traces(document, table.name)
    write_in(document, _SIZE)
    _lie_across(document)
    for line in table.above:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    _add_table(document, table)
    for line in table.below:
        document.add_paragraph(line).paragraph_format.space_before = _GAP
    document.save(target)


def _lie_across(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _add_table(document: Document, table: PlainTable) -> None:
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    _add_row(made, [column.heading for column in table.columns], strong=True)
    _mark(made.rows[0], "w:tblHeader")
    for cell in made.rows[0].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for row in table.rows:
        _add_row(made, row.cells, strong=row.strong)
    for place, column in enumerate(table.columns):
        made.columns[place].width = Mm(column.width_mm)
    for row in made._tbl.tr_lst:  # noqa: SLF001 (a row's own cells are quadratic: libraries say so)
        for cell, column in zip(row.tc_lst, table.columns, strict=True):
            cell.width = Mm(column.width_mm)


def _add_row(table: Table, cells: Sequence[str], *, strong: bool) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]  # (python-docx gives it no types)
    _mark(row, "w:cantSplit")
    for cell, text in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        for piece, mark in pieces(text):
            run = paragraph.add_run(piece)
            run.bold = strong
            run.font.superscript = mark or None


def _mark(row: _Row, name: str) -> None:
    properties: _Element = row._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx knows no such)
    properties.append(OxmlElement(name))
