"""The cells of a sheet as texts, and what they were before: numbers, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Grid, Merge
from ttdn_desktop.files import cell_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.grid import Cell
    from ttdn_desktop.files.looks import Look

Value = str | float | bool | date | time | timedelta | None
"""What a cell may be; an instant is a date, too."""


class SheetRows:
    """Spells the rows of one sheet, from its row 0 on and its column `first_column` on."""

    def __init__(self, look: Look, marked: Mapping[str, str], first_column: int = 0) -> None:
        """Take what is known of its cells; `marked` are texts that hold marks of footnotes."""
        self._look = look
        self._marked = marked
        self._first_column = first_column
        self._rows = 0
        self._formats = {
            (row, column - first_column): shown for (row, column), shown in look.formats.items()
        }
        self._numeric: set[Cell] = set()
        self._dates: set[Cell] = set()

    def texts(self, rows: Iterable[Sequence[Value]]) -> Iterator[list[str]]:
        """Yield each row's texts, without what is empty behind the last one."""
        spelled, marked = self._spelled, self._marked
        for row, cells in enumerate(rows):
            texts = [
                cell if cell.__class__ is str else spelled(cell, row, column)
                for column, cell in enumerate(cells)
            ]
            if marked:
                texts = [marked.get(text, text) for text in texts]
            while texts and not texts[-1]:
                texts.pop()
            self._rows = row + 1
            yield texts

    def finished(self, grid: Grid, merges: Iterable[Merge]) -> Grid:
        """Return the grid with all that was learnt while its rows were told."""
        return replace(
            grid,
            first_column=self._first_column,
            merges=tuple(self._shifted(merge) for merge in merges if merge.row < self._rows),
            bold=frozenset(self._near(self._look.bold)),
            numeric=frozenset(self._numeric),
            dates=frozenset(self._dates),
            legacy=self._look.legacy,
            hidden_rows=frozenset(row for row in self._look.hidden_rows if row < self._rows),
        )

    def _spelled(self, cell: Value, row: int, column: int) -> str:
        """Return the text of what is no text; the commonest first, since there are many."""
        if cell.__class__ is float:
            self._numeric.add((row, column))
            shown = self._formats.get((row, column))
            return cell_texts.padded_text(cell, *shown) if shown else cell_texts.number_text(cell)
        if isinstance(cell, bool):
            return "TRUE" if cell else "FALSE"
        if isinstance(cell, int | float):
            return self._spelled(float(cell), row, column)
        if isinstance(cell, date):
            self._dates.add((row, column))
            return cell_texts.day_text(cell)
        return cell_texts.hour_text(cell) if isinstance(cell, time | timedelta) else str(cell or "")

    def _near(self, cells: Iterable[Cell]) -> Iterator[Cell]:
        return (
            (row, column - self._first_column)
            for row, column in cells
            if column >= self._first_column and row < self._rows
        )

    def _shifted(self, merge: Merge) -> Merge:
        """Return a merge in the grid's own columns; what lies before them is cut off."""
        column = max(merge.column - self._first_column, 0)
        end = max(merge.column + merge.columns - self._first_column, column + 1)
        return Merge(merge.row, column, merge.rows, end - column)
