"""A proposal, the body it is made to, and whether that has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from ttdn_desktop.gui.activity_form_text import ProposalText
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.gui.widgets.typed_row import TypedRow

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class ProposalRow(TypedRow[ProposalText]):
    """The words above, the addressee below."""

    def __init__(self, bench: Workbench) -> None:
        """Be empty."""
        super().__init__(bench.look)
        say = bench.say
        self.words = GrowingText(bench.look, 2, 6)
        self.words.setAccessibleName(say("activity.proposal"))
        self.addressee = QLineEdit()
        self.addressee.setAcceptDrops(False)
        self.addressee.setPlaceholderText(say("activity.addressee"))
        self.addressee.setAccessibleName(say("activity.addressee"))
        self.answered = QCheckBox(say("activity.answered"))
        self.setFocusProxy(self.words)
        self.body.addWidget(self.words)
        below = QHBoxLayout()
        below.setSpacing(bench.look.px(6))
        below.addWidget(self.addressee, 1)
        below.addWidget(self.answered)
        below.addWidget(self.remove_button(say("activity.remove_proposal")))
        self.body.addLayout(below)
        self.words.textChanged.connect(self.edited)
        self.addressee.textChanged.connect(self.edited)
        self.answered.toggled.connect(lambda _on: self.edited.emit())

    def text(self) -> ProposalText:
        """Return what was typed."""
        return ProposalText(self.words.text(), self.addressee.text(), self.answered.isChecked())

    def show_text(self, text: ProposalText) -> None:
        """Show what was typed before."""
        self.words.set_text(text.text)
        self.addressee.setText(text.addressee)
        self.answered.setChecked(text.answered)
