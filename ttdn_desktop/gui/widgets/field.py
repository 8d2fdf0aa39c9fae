"""A field of a form: its name above, itself, and below what was understood or what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from ttdn_desktop.gui.theme import Look


class Field(QWidget):
    """The line below takes no room while it says nothing."""

    def __init__(self, look: Look, name: str, editor: QWidget) -> None:
        """Stand around an editor, which gets the name for screen readers too."""
        super().__init__()
        self.editor = editor
        self.name = label(name, "field")
        self.name.setBuddy(editor)
        self.note = label("", "small", wrap=True)
        self.wrong = label("", "error", wrap=True)
        editor.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for widget in (self.name, editor, self.note, self.wrong):
            column.addWidget(widget)
        self.say("")
        self.complain("")

    def say(self, sentence: str) -> None:
        """Say what was understood, or a hint."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is any more."""
        if sentence == self.wrong.text() and sentence:
            return
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.editor.setProperty("wrong", "true" if sentence else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(sentence)
