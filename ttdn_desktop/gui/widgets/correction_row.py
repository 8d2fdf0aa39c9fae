"""One place that a công văn đính chính corrects: where, what is printed, what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ttdn_desktop.domain.report_correction import Correction
from ttdn_desktop.gui.widgets.typed_row import TypedRow

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench

PARTS = ("place", "printed", "right")


class CorrectionRow(TypedRow[Correction]):
    """The place above, what is printed and what is right below."""

    def __init__(self, bench: Workbench) -> None:
        """Be empty."""
        super().__init__(bench.look)
        self.parts = {part: QLineEdit() for part in PARTS}
        for part, field in self.parts.items():
            field.setAccessibleName(bench.say(f"course.correct_{part}"))
            field.setPlaceholderText(bench.say(f"course.correct_{part}"))
            field.textChanged.connect(self.edited)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.parts["place"], 1)
        above.addWidget(self.remove_button(bench.say("course.correct_remove")))
        below.addWidget(self.parts["printed"], 1)
        below.addWidget(self.parts["right"], 1)
        self.body.addLayout(above)
        self.body.addLayout(below)
        self.setFocusProxy(self.parts["place"])

    def text(self) -> Correction:
        """Return what was typed."""
        return Correction(*(self.parts[part].text() for part in PARTS))

    def show_text(self, text: Correction) -> None:
        """Show what was typed before."""
        for part in PARTS:
            self.parts[part].setText(getattr(text, part))
