"""A file's table as it was read, before anything is understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ttdn_desktop.domain.place_words import column_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.gui.models.row_model import Index

SHOWN_ROWS = 200
"""As many rows as are needed to see what a column holds."""

_DISPLAY = Qt.ItemDataRole.DisplayRole


class GridModel(QAbstractTableModel):
    """Cells as they are; the heads name what a column was taken for."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._grid: Grid | None = None
        self._heads: Mapping[int, str] = {}
        self._width = 0

    def set_grid(self, grid: Grid | None, heads: Mapping[int, str]) -> None:
        """Show a grid; `heads` are the names of its columns, from 0."""
        self.beginResetModel()
        self._grid, self._heads = grid, heads
        shown = grid.rows[:SHOWN_ROWS] if grid else ()
        self._width = max(map(len, shown), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return how many rows are shown."""
        return (
            0 if parent.isValid() or self._grid is None else min(SHOWN_ROWS, len(self._grid.rows))
        )

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return how many columns the longest row has."""
        return 0 if parent.isValid() else self._width

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:  # noqa: ANN401 (Qt's values)
        """Return a column's letter with what it holds, or the row's number in the file."""
        if role != _DISPLAY or self._grid is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + self._grid.first_row + 1)
        head = self._heads.get(section, "")
        letter = column_letters(section + self._grid.first_column)
        return f"{letter} · {head}" if head else letter

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 (Qt's values)
        """Return a cell's text on one line, and whole as its tip."""
        if self._grid is None or not index.isValid():
            return None
        text = self._grid.text(index.row(), index.column())
        if role == _DISPLAY:
            return " ".join(text.split())
        return (text or None) if role == Qt.ItemDataRole.ToolTipRole else None
