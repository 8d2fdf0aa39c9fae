"""Reorganisations as a table whose first column confirms them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.gui.models.check_model import CheckModel
from ttdn_desktop.services.confirm_successions import ProposalRow

if TYPE_CHECKING:
    from ttdn_desktop.gui.models.row_model import Index


class ProposalModel(CheckModel[ProposalRow]):
    """A tick is a wish (`ticked`): it is shown once it has been written."""

    ticked = Signal(str, bool)  # code, confirmed

    def check_state(self, row: ProposalRow) -> Qt.CheckState:
        """Return whether a reorganisation is confirmed."""
        return Qt.CheckState.Checked if row.confirmed else Qt.CheckState.Unchecked

    def toggle(self, row: ProposalRow, index: Index) -> None:
        """Tell what is wished; the rows come anew when it is done."""
        del index
        self.ticked.emit(row.code, not row.confirmed)
