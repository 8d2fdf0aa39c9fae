"""The pages at the left, with the counts that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words

WIDTH = 196


class Navigation(QFrame):
    """One button a page; the last one stands apart at the foot."""

    chosen = Signal(str)

    def __init__(self, words: Words, look: Look, pages: Sequence[str]) -> None:
        """Build a button for each page key."""
        super().__init__()
        self.setObjectName("navigation")
        self._look = look
        self.setFixedWidth(look.px(WIDTH))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._counts: dict[str, QLabel] = {}
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(8)] * 4)
        column.setSpacing(look.px(2))
        for key in pages:
            if key == pages[-1]:
                column.addStretch(1)
            column.addWidget(self._button(key, words, look))

    def select(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def set_count(self, key: str, text: str) -> None:
        """Say a count beside a page, or nothing."""
        if key not in self._counts:
            self._counts[key] = self._count(self._buttons[key])
        self._counts[key].setText(text)

    def set_ready(self, *, ready: bool) -> None:
        """Let the pages be chosen, or not yet."""
        for button in self._buttons.values():
            button.setEnabled(ready)

    def _button(self, key: str, words: Words, look: Look) -> QPushButton:
        button = EnterButton(words.say(f"shell.page.{key}"), self)
        button.setObjectName("navButton")
        button.setCheckable(True)
        button.setMinimumHeight(look.px(36))
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _count(self, button: QPushButton) -> QLabel:
        from PySide6.QtCore import Qt  # noqa: PLC0415 (after the first paint)

        count = QLabel(button)
        count.setProperty("role", "small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, self._look.px(12), 0)
        row.addStretch(1)
        row.addWidget(count)
        return count
