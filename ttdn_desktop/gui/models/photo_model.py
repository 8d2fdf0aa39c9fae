"""Photos that may be ticked, each small beside its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from ttdn_desktop.gui.models.tick_model import Row, TickModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look


class PhotoModel(TickModel[Row]):
    """The small pictures come one after another; they stay when rows change places."""

    def __init__(
        self, columns: Sequence[TableColumn[Row]], look: Look, key: Callable[[Row], str]
    ) -> None:
        """Take the columns, and what a row is known by."""
        super().__init__(columns, look, key)
        self._small: dict[str, QPixmap] = {}

    def put(self, key: str, image: QImage) -> None:
        """Show a small picture in the row of a key."""
        self._small[key] = QPixmap.fromImage(image)
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                index = self.index(number, 0)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.DecorationRole and index.isValid() and index.column() == 0:
            row = self.row_at(index.row())
            return None if row is None else self._small.get(self._key(row))
        return super().data(index, role)
