"""How many tasks are to be reviewed, with the way to do it; hidden where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class ReviewNote(QFrame):
    """`wanted` tells that the review is to be opened."""

    wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Say nothing yet."""
        super().__init__()
        self._bench = bench
        self.setProperty("note", "warn")
        self.text = label(wrap=True)
        self.open = button(bench.say("review.open"), self.wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(bench.look.px(each) for each in (12, 6, 8, 6)))
        row.setSpacing(bench.look.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.open)
        self.hide()

    def show_count(self, count: int) -> None:
        """Tell how many tasks there are to review."""
        self.text.setText(self._bench.say("review.note", count=count))
        self.setVisible(bool(count))
