"""The first group of a list whose title stands above the header: "A. …", with "B. …" below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.files.recognise.codes import leading_code, read_code
from ttdn_desktop.files.recognise.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.files.recognise.body import Table
    from ttdn_desktop.files.recognise.codes import Code


def group_over(table: Table) -> Line | None:
    """Return the row above the header as a group, where a row alone below it bears the next code.

    None where there is no such row: the title of a plan is no group.
    """
    header, grid = table.header, table.grid
    row = header.row - 1 if header else -1
    while row >= 0 and not _alone(grid.rows[row]) and not any(map(str.strip, grid.rows[row])):
        row -= 1
    own = _code_of(grid.rows[row]) if row >= 0 else None
    if own is None or not any(_follows(own, cells) for cells in grid.rows[table.first :]):
        return None
    return Line(grid, row, text=_alone(grid.rows[row]), heading=True)


def _follows(own: Code, cells: Sequence[str]) -> bool:
    code = _code_of(cells)
    return code is not None and code.style == own.style and code.parts == (own.parts[0] + 1,)


def _code_of(cells: Sequence[str]) -> Code | None:
    code = read_code(leading_code(_alone(cells))[0])
    return code if code and len(code.parts) == 1 else None


def _alone(cells: Sequence[str]) -> str:
    """Return the one text of a row; "" where it has none, or more."""
    filled = [text.strip() for text in cells if text and not text.isspace()]
    return filled[0] if len(filled) == 1 else ""
