"""A table as all pages show it: whole rows, the keyboard first, columns out of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ttdn_desktop.gui.widgets.band_delegate import BandDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QKeyEvent

    from ttdn_desktop.gui.models.row_model import ColumnModel
    from ttdn_desktop.gui.theme import Look

ROW_HEIGHT = 30
_EDGES = (Qt.Key.Key_Home, Qt.Key.Key_End)


class Table(QTableView):
    """`chosen` tells the row that is now selected, `opened` one that Enter or two clicks open."""

    chosen = Signal(int)
    opened = Signal(int)
    sort_wanted = Signal(str, bool)  # what to order by, descending

    def __init__(self, model: ColumnModel[Any], look: Look, name: str) -> None:
        """Show a model; `name` is read out by screen readers."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self._model = model
        self._order = ("", False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(BandDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_columns(look)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def show_order(self, order: str, *, descending: bool) -> None:
        """Mark the column that the list is ordered by."""
        self._order = (order, descending)
        header = self.horizontalHeader()
        orders = [column.order for column in self._model.columns]
        shown = order in orders
        header.setSortIndicatorShown(shown)
        if shown:
            way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.blockSignals(True)  # noqa: FBT003 (Qt's)
            header.setSortIndicator(orders.index(order), way)
            header.blockSignals(False)  # noqa: FBT003 (Qt's)

    def choose(self, row: int) -> None:
        """Select a row and bring it into view."""
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def chosen_row(self) -> int:
        """Return the selected row's number, -1 where none is."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the row with Enter; Home and End go to the first row and the last."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_row() >= 0:
            self.opened.emit(self.chosen_row())
            return
        if event.key() in _EDGES and self._model.rowCount():
            self.choose(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def selectionChanged(  # noqa: N802 (Qt's name)
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell the row that is selected now."""
        super().selectionChanged(selected, deselected)
        if (row := self.chosen_row()) >= 0:
            self.chosen.emit(row)

    def _size_columns(self, look: Look) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(look.px(32))
        for number, column in enumerate(self._model.columns):
            mode = (
                QHeaderView.ResizeMode.Interactive
                if column.width
                else QHeaderView.ResizeMode.Stretch
            )
            header.setSectionResizeMode(number, mode)
            if column.width:
                self.setColumnWidth(number, look.px(column.width))
        header.sectionClicked.connect(self._on_header)

    def _on_header(self, section: int) -> None:
        """Wish for an order; Qt has moved the arrow by then, too early."""
        wanted, (present, falling) = self._model.columns[section].order, self._order
        self.show_order(present, descending=falling)
        if wanted:
            self.sort_wanted.emit(wanted, not falling if wanted == present else False)
