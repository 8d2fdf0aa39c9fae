"""What the marks mean, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.state_mark import Mark, mark_pixmap

if TYPE_CHECKING:
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words

SHOWN = (Mark.DONE, Mark.LACKING, Mark.IN_PROGRESS, Mark.NONE, Mark.NOT_STARTED, Mark.GAP)


class MarkLegend(QWidget):
    """Each mark beside its word."""

    def __init__(self, words: Words, look: Look) -> None:
        """Build the line."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        for mark in SHOWN:
            picture = label()
            picture.setPixmap(mark_pixmap(look, mark, self.devicePixelRatioF()))
            row.addWidget(picture)
            row.addWidget(label(words.say(f"marks.{mark}"), "small"))
            row.addSpacing(look.px(8))
        row.addStretch(1)
