"""A box to tick whose words may take several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from ttdn_desktop.gui.theme import Look


class WrappedCheck(QWidget):
    """The words tick the box too."""

    def __init__(self, look: Look, text: str) -> None:
        """Show an empty box."""
        super().__init__()
        self.box = QCheckBox(self)
        self.box.setAccessibleName(text)
        self.text = label(text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def is_ticked(self) -> bool:
        """Tell whether the box is ticked."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Tick by a click on the words."""
        if self.text.geometry().contains(event.position().toPoint()):
            self.box.toggle()
