"""A button that Enter presses too: outside a dialog Qt presses it by the space bar alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class EnterButton(QPushButton):
    """Held down, Enter presses once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Press by Enter."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 (not before the first paint)

        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
