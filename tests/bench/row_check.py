"""The check of a 100-page .docx beside unzipping and parsing its document.xml alone.

One row is our own report, half prose and half table; the other prose as python-docx writes it, all
of whose formatting is direct.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from lxml import etree

from tests.bench.measure import Pair, Row
from tests.word.sample_report import REPORT, TASK_ROWS, annex, block
from ttdn_desktop.domain.document import Orientation, Role
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.writer import report_writer

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.document import Document

_PARAGRAPHS_A_PAGE = 9
_ROWS_A_PAGE = 12
_SENTENCE = (
    "Trong kỳ, Sở đã chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tổ chức 02 hoạt động "
    "giao lưu, cung cấp thông tin cho 46 lượt người tham dự."
)


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row("check of a .docx, 100 pages", _prepare, size=100, limit=4.0, sizes=(50, 400)),
        Row("check of 940 direct paragraphs", _prepare_direct, size=940, limit=4.0),
    ]


def _prepare(folder: Path, size: int) -> Pair:
    path = folder / "x.docx"
    with path.open("wb") as target:
        report_writer().write(_report(size), target)
    return _pair(path)


def _prepare_direct(folder: Path, size: int) -> Pair:
    document = docx.Document()
    for _ in range(size):
        paragraph = document.add_paragraph()
        place = paragraph.paragraph_format
        place.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        place.first_line_indent, place.line_spacing = Cm(1.27), 1.15
        place.space_before, place.space_after = Pt(6), Pt(0)
        letters = paragraph.add_run(_SENTENCE).font
        letters.name, letters.size = "Times New Roman", Pt(14)
    document.save(str(folder / "x.docx"))
    return _pair(folder / "x.docx")


def _pair(path: Path) -> Pair:
    checker = FormatChecker()

    def ours() -> None:
        checker.check(path)

    def floor() -> None:
        with zipfile.ZipFile(path) as archive:
            etree.fromstring(archive.read("word/document.xml"))

    return Pair(ours, floor)


def _report(pages: int) -> Document:
    """Return a report whose text fills half of the pages, and a table the other half."""
    half = pages // 2
    prose = [
        block(f"p.{n}", Role.BULLET if n % 2 else Role.BODY, *[_SENTENCE] * 3)
        for n in range(half * _PARAGRAPHS_A_PAGE)
    ]
    table = [
        replace(row, key=f"{n}.{row.key}")
        for n in range(half * _ROWS_A_PAGE // len(TASK_ROWS))
        for row in TASK_ROWS
    ]
    annexes = (annex("tasks", "Phụ lục", Orientation.LANDSCAPE, table),)
    return replace(REPORT, body=(*prose, REPORT.body[-1]), annexes=annexes)
