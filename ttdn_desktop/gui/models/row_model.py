"""A table of rows that are handed in: all at once (`RowModel`) or by pages (`PagedModel`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.theme import Look

    Index = QModelIndex | QPersistentModelIndex

Row = TypeVar("Row")
_DISPLAY = Qt.ItemDataRole.DisplayRole


class ColumnModel(QAbstractTableModel, Generic[Row]):
    """What the columns say of a row; subclasses know the rows."""

    def __init__(self, columns: Sequence[TableColumn[Row]], look: Look) -> None:
        """Take the columns; there are no rows yet."""
        super().__init__()
        self.columns = tuple(columns)
        self._look = look
        self._bold = QFont()
        self._bold.setBold(True)

    def row_at(self, number: int) -> Row | None:
        """Return a row, None where it is not there."""
        raise NotImplementedError

    def retitle(self, titles: Mapping[int, str]) -> None:
        """Give columns other titles, by their number."""
        self.columns = tuple(
            replace(column, title=titles.get(number, column.title))
            for number, column in enumerate(self.columns)
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:  # noqa: ANN401 (Qt's values)
        """Return a column's title and alignment."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 (Qt's values)
        """Return what a cell shows."""
        row = self.row_at(index.row()) if index.isValid() else None
        return None if row is None else self._told(row, self.columns[index.column()], role)

    def _told(self, row: Row, column: TableColumn[Row], role: int) -> Any:  # noqa: ANN401 (a role's own type)
        if role == _DISPLAY:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (column.tip or column.text)(row) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column.tone and (tone := column.tone(row)):
            return self._look.color(tone)
        if role == Qt.ItemDataRole.FontRole and column.bold and column.bold(row):
            return self._bold
        return None


class RowModel(ColumnModel[Row]):
    """All rows at hand: for tables of some hundreds."""

    def __init__(self, columns: Sequence[TableColumn[Row]], look: Look) -> None:
        """Take the columns; there are no rows yet."""
        super().__init__(columns, look)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> Row | None:
        """Return a row, None where it is not there."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)


def _alignment(column: TableColumn[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft
    if column.right:
        side = Qt.AlignmentFlag.AlignRight
    elif column.center:
        side = Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter
