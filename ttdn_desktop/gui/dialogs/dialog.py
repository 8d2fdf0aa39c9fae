"""What every dialog is: a heading, its content, its buttons in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look

EDGE = 32
"""What is left of the screen around the largest dialogs."""


class Dialog(QDialog):
    """A modal dialog; Escape is its last button."""

    def __init__(self, parent: QWidget | None, look: Look, title: str, width: int = 480) -> None:
        """Build the head; `body` takes the content."""
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[look.px(16)] * 4)
        outer.setSpacing(look.px(12))
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        outer.addWidget(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(8))
        outer.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.px(8))
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Be as high as the paragraphs are at this width, which Qt only guesses at.

        No higher than the screen: tables and what scrolls give way. A height that was asked for
        is the least.
        """
        super().showEvent(event)
        asked = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        self._fit(self.height() if asked else 0)

    def event(self, event: QEvent) -> bool:
        """Grow too by what is said later: a refusal does not press the fields together."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(self.height())
        return done

    def _fit(self, least: int) -> None:
        """Be as high as the content is at this width, and no lower than `least` pixels."""
        outer = self.layout()
        if outer is not None and outer.hasHeightForWidth():
            room = self.screen().availableSize().height() - self.look.px(EDGE)
            needed = min(outer.totalHeightForWidth(self.width()), room)
            self.resize(self.width(), max(least, needed))

    def grow(self, width: int, height: int) -> None:
        """Be so large in pixels of the 100 % drawing, as far as the screen has room."""
        room, edge = self.screen().availableSize(), self.look.px(EDGE)
        wide, high = self.look.px(width), self.look.px(height)
        self.resize(min(wide, room.width() - edge), min(high, room.height() - edge))

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph that can be selected and copied."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setTextInteractionFlags(label.textInteractionFlags().TextSelectableByMouse)
        self.body.addWidget(label)
        return label

    def add_button(self, text: str, run: Callable[[], object], kind: str = "") -> QPushButton:
        """Add a button; the first of kind "primary" answers to Enter."""
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        button.setDefault(kind == "primary")
        button.clicked.connect(lambda _checked=False: run())
        self._buttons.addWidget(button)
        return button
