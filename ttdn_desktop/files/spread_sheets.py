"""Sheets of an .xlsx whose cells lie too far apart, read one cell after another with openpyxl.

A letter that slipped into the last row of a sheet makes the quick reader lay out a million rows.
Here only cells that hold something count, and a blank one far away does not.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, BinaryIO

import openpyxl
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from ttdn_desktop.domain.grid import Grid, GridKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.cell_address import far_cell
from ttdn_desktop.files.chosen_sheet import chosen
from ttdn_desktop.files.sheet_rows import SheetRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.files.request import Request
    from ttdn_desktop.files.wire import Sender
    from ttdn_desktop.files.workbook_looks import WorkbookLooks


def tell(request: Request, sender: Sender, looks: WorkbookLooks, only: int | None = None) -> None:
    """Tell of all sheets that are asked for, or of the one at a place from 0.

    Raises KnownError file_damaged, file_sheet_unknown, file_cell_far, file_without_sheet.
    """
    with request.path.open("rb") as file, closing(_opened(file)) as book:
        names = book.sheetnames
        places = chosen(names, request.sheet) if only is None else [only]
        sheets: list[tuple[int, Any]] = [(at, book[names[at]]) for at in places]
        told = [each for each in sheets if isinstance(each[1], ReadOnlyWorksheet)]
        if not told:
            raise KnownError("file_without_sheet")
        for at, sheet in told[: limits.GRIDS]:
            _tell_sheet(sender, looks, at, sheet)


def _opened(file: BinaryIO) -> openpyxl.Workbook:
    try:
        return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise KnownError("file_damaged") from error


def _tell_sheet(sender: Sender, looks: WorkbookLooks, at: int, sheet: ReadOnlyWorksheet) -> None:
    sheet.reset_dimensions()
    hidden = sheet.sheet_state != "visible"
    rows = SheetRows(looks.of(sheet.title), looks.marked)
    grid = Grid(GridKind.SHEET, (), at + 1, sheet.title, hidden=hidden)
    sender.rows(rows.texts(_near(sheet)))
    sender.grid(rows.finished(grid, looks.merges(sheet.title)))


def _near(sheet: ReadOnlyWorksheet) -> Iterator[Sequence[Any]]:
    """Yield rows up to the last that holds something; blank ones only before another."""
    blank = 0
    for row, cells in enumerate(_cells(sheet)):
        last = max((at for at, cell in enumerate(cells) if _holds(cell)), default=-1)
        if last < 0:
            blank += 1
            continue
        if row >= limits.ROWS or last >= limits.COLUMNS:
            raise far_cell(sheet.title, row, last)
        yield from ((),) * blank
        yield [None if _is_error(cell) else cell for cell in cells[: last + 1]]
        blank = 0


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401 (its stub hides iter_rows)
    try:
        yield from sheet.iter_rows(values_only=True)
    except (ValueError, KeyError, TypeError, SyntaxError) as error:  # SyntaxError: of the XML
        raise KnownError("file_damaged") from error


def _holds(cell: object) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _is_error(cell: object) -> bool:
    return isinstance(cell, str) and cell in ERROR_CODES
