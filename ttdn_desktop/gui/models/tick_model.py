"""Rows of which some are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.gui.models.row_model import RowModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look

Row = TypeVar("Row")
_CHECK = Qt.ItemDataRole.CheckStateRole


class TickModel(RowModel[Row]):
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        if role == _CHECK and index.isValid() and index.column() == 0:
            row = self.row_at(index.row())
            is_ticked = row is not None and self._key(row) in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(  # noqa: N802 (Qt's name)
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's values)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a row, or take that back."""
        del value  # whichever box was clicked: what is wished is the other state
        row = self.row_at(index.row()) if index.isValid() else None
        if role != _CHECK or row is None:
            return False
        self._ticked ^= {self._key(row)}
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit()
        return True
