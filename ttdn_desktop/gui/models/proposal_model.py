"""Reorganisations as a table whose first column confirms them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.services.confirm_successions import ProposalRow

if TYPE_CHECKING:
    from ttdn_desktop.gui.models.row_model import Index

_CHECK = Qt.ItemDataRole.CheckStateRole


class ProposalModel(RowModel[ProposalRow]):
    """A tick is a wish (`ticked`): it is shown once it has been written."""

    ticked = Signal(str, bool)  # code, confirmed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        if role == _CHECK and index.isValid() and index.column() == 0:
            row = self.row_at(index.row())
            confirmed = row is not None and row.confirmed
            return Qt.CheckState.Checked if confirmed else Qt.CheckState.Unchecked
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
        """Tell what is wished; the rows come anew when it is done."""
        del value  # whichever box was ticked: what is wished is the other state
        row = self.row_at(index.row()) if index.isValid() else None
        if role != _CHECK or row is None:
            return False
        self.ticked.emit(row.code, not row.confirmed)
        return True
