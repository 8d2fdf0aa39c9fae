"""Ctrl+Z within a form: first what was typed in the field, then what was recorded last.

A text field takes the keys for itself even where it has nothing to undo; then, and while nothing
is typed that is not recorded, they are the window's: its status line says what they take back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class UndoKeys(QObject):
    """Watches whichever field of a pane has the focus."""

    def __init__(self, pane: QWidget, is_edited: Callable[[], bool]) -> None:
        """Watch a pane; `is_edited` tells whether something is typed that is not recorded."""
        super().__init__(pane)
        self._pane, self._is_edited = pane, is_edited
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Leave the keys to the window where the field has no use for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_undo and not (self._is_edited() and _can_undo(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and self._pane.isAncestorOf(new):
            new.installEventFilter(self)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
