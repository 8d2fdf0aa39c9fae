"""Workbooks of Excel, read with calamine: .xlsx, .xlsm, .xlsb, .xls.

It gives values quickly and trusts what a file claims; this runs where that may fail. How the
cells of an .xlsx look comes from its parts.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import python_calamine as calamine

from ttdn_desktop.domain.grid import Grid, GridKind, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, zip_look
from ttdn_desktop.files.chosen_sheet import chosen
from ttdn_desktop.files.looks import NoLooks
from ttdn_desktop.files.sheet_rows import SheetRows
from ttdn_desktop.files.workbook_looks import WorkbookLooks
from ttdn_desktop.files.xls_looks import XlsLooks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.files.looks import Looks
    from ttdn_desktop.files.request import Request
    from ttdn_desktop.files.wire import Sender

_PACKAGES: Final = frozenset({"xlsx", "xlsm"})
_PANIC: Final = "PanicException"
_EMPTY_PER_CELL: Final = 4
"""How many times the limit of cells a sheet may span: most of it is empty."""


def tell(request: Request, sender: Sender) -> None:
    """Tell of the sheets of a workbook; values as they were when it was saved, no macro.

    Raises KnownError file_encrypted, file_damaged, file_sheet_unknown, file_sheet_too_large,
    file_cell_far, file_without_sheet.
    """
    if request.kind in _PACKAGES:
        with zip_look.opened(request.path) as archive:
            _tell_package(request, sender, WorkbookLooks(archive))
        return
    looks = XlsLooks(request.path) if request.kind == "xls" else NoLooks()
    with _told_plainly():
        _Telling(request, sender, looks, _opened(request)).tell()


def _tell_package(request: Request, sender: Sender, looks: WorkbookLooks) -> None:
    """Tell of an .xlsx quickly where that is possible; what calamine cannot open, carefully."""
    if not request.careful:
        with suppress(calamine.CalamineError):
            book = _opened(request)
            with _told_plainly():
                _Telling(request, sender, looks, book).tell()
            return
    _tell_carefully(request, sender, looks)


def _opened(request: Request) -> calamine.CalamineWorkbook:
    """Open a workbook as what it is: by its path it would be taken for what its name says."""
    if request.path.suffix.lower() == f".{request.kind}":
        return calamine.CalamineWorkbook.from_path(request.path)
    with request.path.open("rb") as file:
        return calamine.CalamineWorkbook.from_filelike(file)


def _tell_carefully(
    request: Request, sender: Sender, looks: WorkbookLooks, only: int | None = None
) -> None:
    from ttdn_desktop.files import spread_sheets  # noqa: PLC0415 (openpyxl is slow to import)

    spread_sheets.tell(request, sender, looks, only)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what calamine raises into sentences; its panics are no exceptions to Python."""
    try:
        yield
    except calamine.PasswordError as error:
        raise KnownError("file_encrypted") from error
    except calamine.CalamineError as error:
        raise KnownError("file_damaged") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise KnownError("file_damaged") from error


class _Telling:
    """One workbook, told sheet by sheet."""

    def __init__(
        self,
        request: Request,
        sender: Sender,
        looks: Looks,
        book: calamine.CalamineWorkbook,
    ) -> None:
        self._request = request
        self._sender = sender
        self._looks = looks
        self._book = book
        self._rows = 0

    def tell(self) -> None:
        sheets = self._book.sheets_metadata
        places = [
            at
            for at in chosen([sheet.name for sheet in sheets], self._request.sheet)
            if sheets[at].typ == calamine.SheetTypeEnum.WorkSheet
        ]
        if not places:
            raise KnownError("file_without_sheet")
        for at in places[: limits.GRIDS]:
            self._tell_sheet(at, sheets[at])

    def _tell_sheet(self, at: int, found: calamine.SheetMetadata) -> None:
        hidden = found.visible != calamine.SheetVisibleEnum.Visible
        grid = Grid(GridKind.SHEET, (), at + 1, found.name, hidden=hidden)
        sheet = self._book.get_sheet_by_index(at)
        if not sprawls(sheet.end):
            self._tell_rows(sheet, grid)
        elif hidden and self._request.sheet is None:
            self._sender.grid(grid)
        elif isinstance(self._looks, WorkbookLooks):
            _tell_carefully(self._request, self._sender, self._looks, at)
        else:
            raise too_large(found.name)

    def _tell_rows(self, sheet: calamine.CalamineSheet, grid: Grid) -> None:
        look = self._looks.of(grid.name)
        rows = SheetRows(look, self._looks.marked, sheet.start[1] if sheet.start else 0)
        self._rows += sheet.end[0] + 1 if sheet.end else 0
        self._sender.expect(self._rows)
        self._sender.rows(rows.texts(sheet.iter_rows()))
        self._sender.grid(rows.finished(grid, _merges(sheet)))


def sprawls(end: tuple[int, int] | None) -> bool:
    """Tell whether a sheet goes further than it is followed, by its last row and column."""
    if end is None:
        return False
    rows, columns = end[0] + 1, end[1] + 1
    most = limits.CELLS * _EMPTY_PER_CELL
    return rows > limits.ROWS or columns > limits.COLUMNS or rows * columns > most


def too_large(sheet: str) -> KnownError:
    """Return the refusal of a sheet with too many rows or columns."""
    return KnownError("file_sheet_too_large", sheet=sheet, rows=limits.ROWS, columns=limits.COLUMNS)


def _merges(sheet: calamine.CalamineSheet) -> list[Merge]:
    return [
        Merge(top, left, bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or ())[: limits.MERGES]
        if bottom >= top and right >= left
    ]
