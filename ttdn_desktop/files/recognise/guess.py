"""What columns hold, guessed by what stands in them: to be confirmed by the officer, no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.files.recognise.codes import read_code
from ttdn_desktop.files.recognise.wordings import UNIT_STARTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.domain.grid import Grid

_SAMPLE = 200
_MOST = 0.6
_YEAR = re.compile(r"\b20\d\d\b|h[ằà]ng năm|thường xuyên|quý ", re.IGNORECASE)


def guessed_columns(grid: Grid, sure: Mapping[int, Column]) -> dict[int, Column]:
    """Return `sure` and, for what it lacks, the columns whose cells look like it."""
    cells = _sampled(grid)
    columns = dict(sure)
    free = [column for column in cells if column not in columns]
    for wanted, looks in ((Column.CODE, _is_code), (Column.PERIOD, _is_period)):
        if wanted not in columns.values():
            _take(columns, free, wanted, _best(cells, free, looks))
    if Column.TASK not in columns.values():
        _take(columns, free, Column.TASK, _longest(cells, free))
    if not {Column.LEAD, Column.UNITS} & set(columns.values()):
        _take(columns, free, Column.LEAD, _best(cells, sorted(free), _is_bodies))
    if not {Column.SUPPORT, Column.UNITS} & set(columns.values()):
        _take(columns, free, Column.SUPPORT, _best(cells, sorted(free), _is_bodies))
    return dict(sorted(columns.items()))


def first_row(grid: Grid, columns: Mapping[int, Column]) -> int:
    """Return the first row that is one of the list, where no header tells."""
    codes = [column for column, held in columns.items() if held is Column.CODE]
    stated = [
        (column, _is_period if held is Column.PERIOD else _is_bodies)
        for column, held in columns.items()
        if held in (Column.PERIOD, Column.LEAD, Column.SUPPORT, Column.UNITS)
    ]
    for row in range(len(grid.rows)):
        if any(read_code(grid.text(row, column)) for column in codes):
            return row
        if any(looks(grid.text(row, column)) for column, looks in stated):
            return row
    return 0


def _sampled(grid: Grid) -> dict[int, list[str]]:
    """Return the texts of each column that has any, of the first rows."""
    rows = grid.rows[:_SAMPLE]
    width = max(map(len, rows), default=0)
    columns = (
        (column, [cells[column].strip() for cells in rows if column < len(cells)])
        for column in range(width)
    )
    return {column: texts for column, texts in columns if any(texts)}


def _take(columns: dict[int, Column], free: list[int], held: Column, column: int | None) -> None:
    if column is not None:
        columns[column] = held
        free.remove(column)


def _best(cells: Mapping[int, list[str]], free: Sequence[int], looks: object) -> int | None:
    """Return the first column most of whose cells look so; None where none does."""
    for column in free:
        filled = [text for text in cells[column] if text]
        if callable(looks) and sum(map(looks, filled)) > _MOST * len(filled):
            return column
    return None


def _longest(cells: Mapping[int, list[str]], free: Sequence[int]) -> int | None:
    return max(free, key=lambda column: sum(map(len, cells[column])), default=None)


def _is_code(text: str) -> bool:
    return read_code(text) is not None


def _is_period(text: str) -> bool:
    return len(text) < 40 and bool(_YEAR.search(text))  # noqa: PLR2004 (a task names years too)


def _is_bodies(text: str) -> bool:
    return text.lstrip("-–+• ").lower().startswith(UNIT_STARTS)
