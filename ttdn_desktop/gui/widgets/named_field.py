"""An input with its name above and, where it is wrong, one clear line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from ttdn_desktop.gui.theme import Look


class NamedField(QWidget):
    """Holds any input; `say` tells what is wrong with it, or nothing."""

    def __init__(self, look: Look, name: str, field: QWidget) -> None:
        """Put the name over the input."""
        super().__init__()
        self.field = field
        self.name = label(name, "field")
        self.name.setBuddy(field)
        self.rename(name)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for widget in (self.name, field, self.error):
            column.addWidget(widget)

    def rename(self, name: str) -> None:
        """Call the input by a name, on screen and for those who hear the screen."""
        self.name.setText(name)
        self.field.setAccessibleName(name)

    def say(self, sentence: str) -> None:
        """Say what is wrong below the input and mark it; "" takes that back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        set_wrong(self.field, wrong=bool(sentence))


def set_wrong(field: QWidget, *, wrong: bool) -> None:
    """Frame an input as wrong, or no longer."""
    field.setProperty("wrong", "true" if wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)
