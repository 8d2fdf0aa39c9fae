"""Rows whose first column has a box: how it stands, and what a click on it wishes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt

from ttdn_desktop.gui.models.row_model import RowModel

if TYPE_CHECKING:
    from ttdn_desktop.gui.models.row_model import Index

Row = TypeVar("Row")
CHECK = Qt.ItemDataRole.CheckStateRole


class CheckModel(RowModel[Row]):
    """Whichever box is clicked: what is wished is the other state, and `toggle` hears of it."""

    @abstractmethod
    def check_state(self, row: Row) -> Qt.CheckState | None:
        """Return how the box of a row stands; None: it has none."""

    @abstractmethod
    def toggle(self, row: Row, index: Index) -> None:
        """Take the wish of a click on a row's box."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        if role == CHECK and index.isValid() and index.column() == 0:
            row = self.row_at(index.row())
            return None if row is None else self.check_state(row)
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
        """Tell what is wished."""
        del value
        row = self.row_at(index.row()) if index.isValid() else None
        if role != CHECK or row is None or self.check_state(row) is None:
            return False
        self.toggle(row, index)
        return True
