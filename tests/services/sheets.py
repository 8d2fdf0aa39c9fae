"""Grids written out by hand."""

from __future__ import annotations

from ttdn_desktop.domain.grid import Cell, FileContent, Grid, GridKind


def sheet(*rows: tuple[str, ...], numeric: frozenset[Cell] = frozenset()) -> Grid:
    """Return a sheet of these rows."""
    return Grid(GridKind.SHEET, rows, name="Hoạt động", numeric=numeric)


def content(*grids: Grid, name: str = "so-hoat-dong.xlsx") -> FileContent:
    """Return a file of these grids."""
    return FileContent(name, "0" * 64, "xlsx", grids)
