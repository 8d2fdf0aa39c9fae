"""A table written as .xlsx and .docx."""

from __future__ import annotations

import io

import docx
import openpyxl

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.plain_table import PlainTable, TableColumn, TableRow
from ttdn_desktop.files import table_document, table_workbook

TABLE = PlainTable(
    name="Danh mục",
    above=("Phụ lục", "(Kèm theo Kế hoạch)"),
    columns=(TableColumn("TT", 15), TableColumn("Nhiệm vụ", 120)),
    rows=(
        TableRow(("1", "Nhóm"), strong=True),
        TableRow(("1.10", f"Việc thứ mười{NOTE_OPEN}1{NOTE_CLOSE}")),
        TableRow(("1.11", "=1+1")),
    ),
    below=("1 Văn bản số 5",),
)


def _book() -> openpyxl.Workbook:
    target = io.BytesIO()
    table_workbook.write(TABLE, target)
    return openpyxl.load_workbook(target, rich_text=True)


def test_that_a_workbook_keeps_codes_as_text() -> None:
    sheet = _book().worksheets[0]

    assert [str(cell.value) for cell in sheet["A"]] == [
        *("Phụ lục", "(Kèm theo Kế hoạch)", "TT", "1", "1.10", "1.11", "1 Văn bản số 5")
    ]
    assert sheet["A5"].data_type == "s"


def test_that_what_looks_like_a_formula_stays_text() -> None:
    assert _book().worksheets[0]["B6"].data_type == "s"


def test_that_a_workbook_raises_the_marks_and_repeats_its_header() -> None:
    sheet = _book().worksheets[0]
    text, mark = sheet["B5"].value

    assert (str(text), str(mark), mark.font.vertAlign) == ("Việc thứ mười", "1", "superscript")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"


def test_that_a_document_raises_the_marks_and_repeats_its_header() -> None:
    target = io.BytesIO()
    table_document.write(TABLE, target)
    document = docx.Document(target)
    rows = document.tables[0]._tbl.tr_lst  # noqa: SLF001 (the XML is what is tested)
    runs = document.tables[0].cell(2, 1).paragraphs[0].runs

    assert [paragraph.text for paragraph in document.paragraphs] == [*TABLE.above, *TABLE.below]
    assert rows[0].xpath("./w:trPr/w:tblHeader")
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
    assert [(run.text, run.font.superscript) for run in runs] == [
        ("Việc thứ mười", None),
        ("1", True),
    ]
