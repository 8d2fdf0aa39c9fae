"""A text field as high as its text, between a least and a greatest number of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ttdn_desktop.gui.theme import Look


PADDING = 4
"""What the style sheet leaves above and below the text; Qt tells it once it is polished."""


class GrowingText(QPlainTextEdit):
    """Tab leaves it. On a title's field (`one_line`) Enter does too: titles have no lines."""

    def __init__(self, look: Look, least: int, most: int, *, one_line: bool = False) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look, self._least, self._most, self._one_line = look, least, most, one_line
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(look.px(1))
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what was typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text, unless it stands there already: the cursor stays."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of its text."""
        return QSize(self._look.px(200), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Go on to the next field with Enter where there is one line."""
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fit the height to lines that break elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = int(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        rolls = lines > self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if rolls else policy.ScrollBarAlwaysOff
        )
        shown = min(max(lines, self._least), self._most)
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom() or 2 * self._look.px(PADDING + 1)
        room = edges + 2 * round(self.document().documentMargin())
        height = shown * self.fontMetrics().lineSpacing() + room + 2
        if height != self.height():
            self.setFixedHeight(height)
