"""A row of a list in a form: figures, money, difficulties, proposals; many alike below another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ttdn_desktop.gui.theme import Look

Text = TypeVar("Text")


class TypedRow(QWidget, Generic[Text]):
    """One row: subclasses fill `body` and know its words as a plain dataclass."""

    edited = Signal()
    removed = Signal()

    def __init__(self, look: Look) -> None:
        """Be empty."""
        super().__init__()
        self.look = look
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(4))
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(2))
        column.setSpacing(look.px(2))
        column.addLayout(self.body)
        column.addWidget(self.wrong)

    def text(self) -> Text:
        """Return what was typed."""
        raise NotImplementedError

    def show_text(self, text: Text) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def complain(self, sentence: str, part: int | None = None) -> None:
        """Say what is wrong in the row, in one of its parts, or that nothing is."""
        del part
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def remove_button(self, name: str) -> QPushButton:
        """Return the button that takes the row off."""
        made = button("✕", self.removed.emit, "quiet")
        made.setProperty("slim", "true")
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made
