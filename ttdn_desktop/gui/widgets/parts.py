"""The small parts that pages are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.theme import Look


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label: role "title", "heading", "quiet", "small", "field", "figure" or "error"."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label a tone: "good", "warn", "bad" or ""."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def button(text: str, run: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a button: kind "primary" (one a page), "link", "quiet", "danger" or plain."""
    made = EnterButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: run())
    return made


def rule() -> QFrame:
    """Return a line across."""
    made = QFrame()
    made.setProperty("rule", "true")
    return made


class Card(QFrame):
    """A white pane with a thin border; `column` takes its content."""

    def __init__(self, look: Look, title: str = "", edge: int = 14) -> None:
        """Build the pane, with a heading where it has a title."""
        super().__init__()
        self.setProperty("card", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[look.px(edge)] * 4)
        self.column.setSpacing(look.px(8))
        if title:
            self.column.addWidget(label(title, "heading"))


class Note(QFrame):
    """A sentence in a frame: kind "warn", "bad" or "plain"; hidden while it says nothing."""

    def __init__(self, look: Look, kind: str = "warn") -> None:
        """Say nothing yet."""
        super().__init__()
        self.setProperty("note", kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self.text = label(wrap=True)
        column.addWidget(self.text)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say a sentence, or nothing."""
        self.text.setText(sentence)
        self.setVisible(bool(sentence))


class Empty(QWidget):
    """What stands where a list is empty: what it is, and what to do next."""

    def __init__(self, look: Look, sentence: str, act: QPushButton | None = None) -> None:
        """Build it in the middle of its place."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        column.addStretch(1)
        self.text = label(sentence, "quiet", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.text)
        if act is not None:
            column.addWidget(act, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
