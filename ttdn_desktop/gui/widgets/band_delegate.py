"""Draws a row's band below everything else: the style sheet alone would leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem


class BandDelegate(QStyledItemDelegate):
    """What a model gives as a cell's background is painted under it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the band, then the cell."""
        band = index.data(Qt.ItemDataRole.BackgroundRole)
        if band is not None:
            painter.fillRect(cast("Any", option).rect, band)  # a field that the stubs leave out
        super().paint(painter, option, index)
