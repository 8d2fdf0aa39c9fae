"""What each step of the first start is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class StartStep(QWidget):
    """`changed` after each key, `entered_all` when Enter says that the step is done."""

    changed = Signal()
    entered_all = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        """Build an empty step; `column` takes its fields."""
        super().__init__()
        self.words, self.look = words, look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(6))

    def is_complete(self) -> bool:
        """Tell whether what must be said has been said."""
        return True

    def take_focus(self) -> None:
        """Put the cursor where the officer begins."""
        first = self.findChild(QLineEdit)
        if first is not None:
            first.setFocus()

    def add_line(self, key: str, into: QBoxLayout | None = None, hint: str = "") -> QLineEdit:
        """Add a field with its name above it."""
        line = QLineEdit(self)
        line.setAccessibleName(self.words.say(key))
        line.setPlaceholderText(hint)
        line.textChanged.connect(lambda _text: self.changed.emit())
        line.returnPressed.connect(self.entered_all)
        column = self.column if into is None else into
        name = label(self.words.say(key), "field")
        name.setBuddy(line)
        column.addWidget(name)
        column.addWidget(line)
        return line
