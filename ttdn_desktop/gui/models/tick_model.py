"""Rows of which some are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.gui.models.check_model import CHECK, CheckModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look

Row = TypeVar("Row")


class TickModel(CheckModel[Row]):
    """The box stands in the first column; `ticked` tells that one was clicked."""

    ticked = Signal()

    def __init__(
        self, columns: Sequence[TableColumn[Row]], look: Look, key: Callable[[Row], str]
    ) -> None:
        """Take the columns, and what a row is known by."""
        super().__init__(columns, look)
        self._key = key
        self._ticked: set[str] = set()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, none of them ticked."""
        self._ticked.clear()
        super().set_rows(rows)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the rows that are ticked, in their order."""
        return tuple(key for row in self._rows if (key := self._key(row)) in self._ticked)

    def check_state(self, row: Row) -> Qt.CheckState:
        """Return whether a row is ticked."""
        is_ticked = self._key(row) in self._ticked
        return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked

    def toggle(self, row: Row, index: Index) -> None:
        """Tick a row, or take that back."""
        self._ticked ^= {self._key(row)}
        self.dataChanged.emit(index, index, [CHECK])
        self.ticked.emit()
