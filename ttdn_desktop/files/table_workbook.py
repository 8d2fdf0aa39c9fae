"""A table written as .xlsx: text cells, so that Excel makes no 1.1 of 1.10."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from ttdn_desktop.files.marked import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from openpyxl.worksheet.worksheet import Worksheet

    from ttdn_desktop.domain.plain_table import PlainTable

FONT, SIZE = "Times New Roman", 12
_TEXT = "@"
_MM_A_CHARACTER = 1.9
_LINE_POINTS = 16.5
_LONGEST_LIST, _ROWS_OFFERED = 255, 2_000
_FILLED = 0.95
"""How much of a line words fill before the next one no longer fits."""
_LINE = Side(style="thin")
_BOXED = Border(_LINE, _LINE, _LINE, _LINE)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")


def write(table: PlainTable, target: BinaryIO) -> None:
    """Write the table with its header frozen, ready to be printed across an A4 page."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.name
    _set_up(sheet, table)
    for line in table.above:
        _line(sheet, line, len(table.columns), centred=True)
    _add(sheet, [column.heading for column in table.columns], strong=True, alignment=_CENTRED)
    header = sheet.max_row
    _stand(sheet, header, [column.heading for column in table.columns], table)
    sheet.freeze_panes = f"A{header + 1}"
    sheet.print_title_rows = f"{header}:{header}"
    for row in table.rows:
        _add(sheet, row.cells, strong=row.strong, alignment=_WRAPPED)
        _stand(sheet, sheet.max_row, row.cells, table)
    _offer(sheet, table, header)
    for line in table.below:
        _line(sheet, line, len(table.columns), centred=False)
    book.save(target)


def _set_up(sheet: Worksheet, table: PlainTable) -> None:
    for number, column in enumerate(table.columns, 1):
        width = column.width_mm / _MM_A_CHARACTER
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _offer(sheet: Worksheet, table: PlainTable, header: int) -> None:
    """Offer the choices of a column below its heading; Excel takes them up to 255 letters long."""
    for number, column in enumerate(table.columns, 1):
        listed = f'"{",".join(column.choices)}"'
        if column.choices and len(listed) <= _LONGEST_LIST:
            letter = get_column_letter(number)
            offer = DataValidation(type="list", formula1=listed, allow_blank=True)
            offer.showErrorMessage = False
            offer.add(f"{letter}{header + 1}:{letter}{header + _ROWS_OFFERED}")
            sheet.add_data_validation(offer)


def _stand(sheet: Worksheet, row: int, cells: Sequence[str], table: PlainTable) -> None:
    """Give a row the height its texts need: not every program finds it out by itself."""
    fitting = (column.width_mm / _MM_A_CHARACTER * _FILLED for column in table.columns)
    lines = (
        sum(max(1, ceil(len(part) / width)) for part in text.splitlines())
        for text, width in zip(cells, fitting, strict=True)
    )
    sheet.row_dimensions[row].height = _LINE_POINTS * max(1, *lines)


def _line(sheet: Worksheet, text: str, columns: int, *, centred: bool) -> None:
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value else 1
    cell = sheet.cell(row, 1, text)
    cell.font = Font(name=FONT, size=SIZE, bold=centred)
    cell.alignment = _CENTRED if centred else _WRAPPED
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)


def _add(sheet: Worksheet, cells: Sequence[str], *, strong: bool, alignment: Alignment) -> None:
    row = sheet.max_row + 1
    for column, text in enumerate(cells, 1):
        cell = sheet.cell(row, column)
        cell.number_format = _TEXT
        cell.value = _value(text)
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        cell.font = Font(name=FONT, size=SIZE, bold=strong)
        cell.alignment, cell.border = alignment, _BOXED


def _value(text: str) -> str | CellRichText:
    """Return the text, its marks raised; text that looks like a formula stays text."""
    parts = tuple(pieces(text))
    if not any(mark for _piece, mark in parts):
        return text
    plain = InlineFont(rFont=FONT, sz=SIZE)
    raised = InlineFont(rFont=FONT, sz=SIZE, vertAlign="superscript")
    return CellRichText(*(TextBlock(raised if mark else plain, piece) for piece, mark in parts))
