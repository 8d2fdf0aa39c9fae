"""A difficulty, and whether its cause lies outside the unit or in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from ttdn_desktop.domain.activity import Cause
from ttdn_desktop.gui.activity_form_text import ObstacleText
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.gui.widgets.typed_row import TypedRow

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class ObstacleRow(TypedRow[ObstacleText]):
    """The words above, the cause below."""

    def __init__(self, bench: Workbench) -> None:
        """Be empty."""
        super().__init__(bench.look)
        say = bench.say
        self.words = GrowingText(bench.look, 2, 6)
        self.words.setAccessibleName(say("activity.obstacle"))
        self.cause = QComboBox()
        self.cause.setAccessibleName(say("activity.cause"))
        self.cause.addItem(say("activity.cause_unsaid"), "")
        for cause in Cause:
            self.cause.addItem(say(f"activity.cause.{cause.value}"), cause.value)
        self.setFocusProxy(self.words)
        self.body.addWidget(self.words)
        below = QHBoxLayout()
        below.addWidget(self.cause)
        below.addStretch(1)
        below.addWidget(self.remove_button(say("activity.remove_obstacle")))
        self.body.addLayout(below)
        self.words.textChanged.connect(self.edited)
        self.cause.currentIndexChanged.connect(lambda _index: self.edited.emit())

    def text(self) -> ObstacleText:
        """Return what was typed."""
        return ObstacleText(self.words.text(), self.cause.currentData())

    def show_text(self, text: ObstacleText) -> None:
        """Show what was typed before."""
        self.words.set_text(text.text)
        self.cause.setCurrentIndex(max(0, self.cause.findData(text.cause)))
