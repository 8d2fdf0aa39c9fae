"""Where the cells of an HTML table stand, by the rows and columns they say they span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

Said = tuple[int, int]
"""Rows and columns that a cell says it spans; 0 rows is as many as there are."""


def placed(rows: Sequence[Sequence[Said]]) -> tuple[list[list[Merge]], int]:
    """Return the place of each cell of each row, and how many columns there are.

    No cell reaches below the last row, over its neighbour or beyond COLUMNS: cells that find
    no room there are left out. Columns in which no cell begins are none.
    """
    taken: dict[int, int] = {}
    places: list[list[Merge]] = []
    for number, row in enumerate(rows):
        places.append(_row(row, number, len(rows) - number, taken))
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
    begins = sorted({place.column for row in places for place in row})
    names = {column: name for name, column in enumerate(begins)}
    return [[_renamed(place, names) for place in row] for row in places], len(begins)


def _row(row: Sequence[Said], number: int, left: int, taken: dict[int, int]) -> list[Merge]:
    places: list[Merge] = []
    column = 0
    for said_rows, said_columns in row:
        while column in taken:
            column += 1
        if column >= limits.COLUMNS:
            break
        rows = min(said_rows, left) or left
        columns = _room(column, said_columns, taken)
        places.append(Merge(number, column, rows, columns))
        taken.update(dict.fromkeys(range(column, column + columns), rows))
        column += columns
    return places


def _room(column: int, wanted: int, taken: dict[int, int]) -> int:
    most = min(max(wanted, 1), limits.COLUMNS - column)
    return next((width for width in range(1, most) if column + width in taken), most)


def _renamed(place: Merge, names: dict[int, int]) -> Merge:
    columns = range(place.column, place.column + place.columns)
    return Merge(
        place.row, names[place.column], place.rows, sum(column in names for column in columns)
    )
