"""One line to add an official document or a web address, with what was understood below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ttdn_desktop.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ttdn_desktop.gui.workbench import Workbench


class AddingLine(Card):
    """Hidden until it is wanted; Enter adds, Escape closes, what was typed stays until added."""

    added = Signal(str)
    left = Signal()

    def __init__(self, bench: Workbench, which: str, understood: Callable[[str], str]) -> None:
        """Take which line it is ("document", "web"), and what tells how it is read."""
        super().__init__(bench.look, edge=10)
        self._understood = understood
        self.field = QLineEdit()
        self.field.setPlaceholderText(bench.say(f"evidence.{which}.example"))
        self.field.setAccessibleName(bench.say(f"evidence.{which}.name"))
        self.field.setAcceptDrops(False)
        self.note = label("", "small", wrap=True)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        row = QHBoxLayout()
        row.setSpacing(bench.look.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(button(bench.say("evidence.add"), self._add))
        row.addWidget(button(bench.say("dialogs.close"), self.leave, "quiet"))
        self.column.setSpacing(bench.look.px(4))
        self.column.addWidget(label(bench.say(f"evidence.{which}.name"), "field"))
        self.column.addLayout(row)
        self.column.addWidget(self.note)
        self.column.addWidget(self.error)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._add)
        self._on_text("")
        self.hide()

    def begin(self) -> None:
        """Show the line, ready to be typed into."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide the line; what was typed waits in it."""
        self.hide()
        self.left.emit()

    def end(self) -> None:
        """Be ready for the next: what was typed has been added."""
        self.field.clear()

    def say_wrong(self, sentence: str) -> None:
        """Say why it was not added; what was typed stays."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.note.setVisible(bool(self.note.text()) and not sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self.note.setText(self._understood(text))
        self.say_wrong("")

    def _add(self) -> None:
        if typed := self.field.text().strip():
            self.added.emit(typed)
