"""A card with one figure, what it is of, and what lies behind it when it is clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.gui.widgets.parts import Card, label, set_tone

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from ttdn_desktop.gui.theme import Look


class FigureCard(Card):
    """`opened` where the card leads somewhere."""

    opened = Signal()

    def __init__(self, look: Look, title: str) -> None:
        """Show a title and no figure yet."""
        super().__init__(look, edge=12)
        self.column.setSpacing(look.px(2))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.title = label(title, "small", wrap=True)
        self.figure = label("–", "figure")
        self.note = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        for widget in (self.title, self.figure, self.bar, self.note):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.bar.hide()

    def show_figure(self, figure: str, note: str = "", tone: str = "") -> None:
        """Show a figure with a note below."""
        self.figure.setText(figure)
        set_tone(self.figure, tone)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleDescription(f"{figure} {note}")

    def show_share(self, part: int, whole: int, note: str = "") -> None:
        """Show "9 / 12" with a bar."""
        self.show_figure(f"{grouped(part)} / {grouped(whole)}", note)
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(part)
        self.bar.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Open what lies behind."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Open with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)
