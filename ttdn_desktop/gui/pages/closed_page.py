"""In place of the pages, where the data do not open: why, and what can be done now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class ClosedPage(QWidget):
    """One sentence, and three ways on: again, another folder, leave."""

    folder_wanted = Signal(object)  # Path

    def __init__(self, words: Words, look: Look, sentence: str, folder: Path) -> None:
        """Build the page."""
        super().__init__()
        self.setObjectName("ground")
        self._words, self._folder = words, folder
        card = QFrame(self)
        card.setProperty("card", "true")
        card.setFixedWidth(look.px(560))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(12))
        title = QLabel(words.say("closed.title"), card)
        title.setProperty("role", "title")
        self._why = why = QLabel(sentence, card)
        why.setWordWrap(True)
        why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (title, why):
            column.addWidget(label)
        self._column = column
        column.addLayout(self._buttons(look))
        middle = QVBoxLayout(self)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def offer(self, key: str, run: Callable[[], object]) -> QPushButton:
        """Offer another way on, above the usual ones, as the first of them; Enter takes it."""
        button = self._button(key, run)
        self._column.insertWidget(self._column.count() - 1, button)
        self._put_first(button)
        return button

    def tell(self, sentence: str) -> None:
        """Say why there is still no way on."""
        self._why.setText(sentence)

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(self._button("leave", lambda: self.window().close()))
        row.addWidget(self._button("another", self._choose))
        self.again = self._button("again", lambda: self.folder_wanted.emit(self._folder))
        self._first = self.again
        self._put_first(self.again)
        row.addWidget(self.again)
        return row

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Let Enter take the first way on."""
        super().showEvent(event)
        self._first.setFocus()

    def _put_first(self, button: QPushButton) -> None:
        """Let one button stand out, and no other."""
        for each, kind in ((self._first, ""), (button, "primary")):
            each.setProperty("kind", kind)
            each.style().unpolish(each)
            each.style().polish(each)
        self._first = button
        button.setFocus()

    def _button(self, key: str, run: Callable[[], object]) -> QPushButton:
        button = EnterButton(self._words.say(f"closed.{key}"), self)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self._words.say("closed.another"), str(self._folder)
        )
        if chosen:
            self.folder_wanted.emit(Path(chosen))
