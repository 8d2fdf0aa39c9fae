"""A button whose text is cut with … where there is no room; the whole of it in the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedButton(EnterButton):
    """A link of any length that never makes its pane wider."""

    def __init__(self, text: str) -> None:
        """Take the whole text."""
        super().__init__()
        self._whole = text
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cut()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for no more than there is."""
        hint = super().sizeHint()
        return QSize(0, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Let itself be made as narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        told = self.fontMetrics().horizontalAdvance(self.text())
        edges = super().sizeHint().width() - told  # what the style sheet leaves beside the text
        room = max(0, self.width() - edges)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
