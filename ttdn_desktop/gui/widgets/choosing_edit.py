"""A field that offers choices below itself while one types, with or without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from ttdn_desktop.gui.matching import Choice, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)


class ChoosingEdit(QLineEdit):
    """`picked` tells the key of a choice taken by Enter or the mouse; what is typed stays free.

    The first choice is marked while one types, so that Enter takes it. Where `holds` is off the
    field is emptied when a choice is taken: for fields that gather several.
    """

    picked = Signal(str)
    backed = Signal()

    def __init__(self, *, holds: bool = True) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setAcceptDrops(False)
        self._holds = holds
        self._choices: tuple[Choice, ...] = ()
        self._offered: list[Choice] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(10)
        self._completer.popup().setObjectName("popup")
        self._completer.popup().setTextElideMode(Qt.TextElideMode.ElideRight)
        by_index = cast("Any", self._completer.activated)[QModelIndex]  # the stubs know one form
        by_index.connect(self._take)
        self.textEdited.connect(self._on_typed)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these from now on."""
        self._choices = tuple(choices)

    def is_offering(self) -> bool:
        """Tell whether the list is open."""
        return self._completer.popup().isVisible()

    def list_view(self) -> QAbstractItemView:
        """Return the list below the field."""
        return self._completer.popup()

    def offered(self) -> list[str]:
        """Return the keys that the open list shows."""
        return [choice.key for choice in self._offered] if self.is_offering() else []

    def open_list(self, query: str = "") -> None:
        """Show what matches, below the field."""
        self._offered = found(query, self._choices)
        self._model.setStringList([choice.text for choice in self._offered])
        popup = self._completer.popup()
        if not self._offered:
            popup.hide()
            return
        self._completer.complete()
        if query.strip():
            popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the list with the down key; tell a step back before the first letter."""
        if event.key() == Qt.Key.Key_Down and not self.is_offering():
            self.open_list()
            return
        if event.key() in _BACK and not self.text():
            self.backed.emit()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Show everything where nothing is typed yet."""
        super().mousePressEvent(event)
        if not self.text():
            self.open_list()

    def _on_typed(self, words: str) -> None:
        if words.strip():
            self.open_list(words)
        else:
            self._completer.popup().hide()

    def _take(self, index: QModelIndex) -> None:
        row = index.row()
        if not 0 <= row < len(self._offered):
            return
        choice, self._offered = self._offered[row], []
        self._completer.popup().hide()
        self.setText(choice.text if self._holds else "")
        self.picked.emit(choice.key)
