"""What the marks mean, on one line or as many as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
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
        lines = FlowLayout(self, look.px(10))
        for mark in SHOWN:
            pair = QWidget(self)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.px(4))
            picture = label()
            picture.setPixmap(mark_pixmap(look, mark, self.devicePixelRatioF()))
            row.addWidget(picture)
            row.addWidget(label(words.say(f"marks.{mark}"), "small"))
            lines.addWidget(pair)
