"""First start, step 4: the plan's number and day, which its copy leaves blank; both may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.parts import label, set_tone
from ttdn_desktop.gui.widgets.start_step import StartStep

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class PlanStep(StartStep):
    """A number and a day; blank is right too."""

    def __init__(self, words: Words, look: Look) -> None:
        """Build the two fields."""
        super().__init__(words, look)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(look.px(4))
            row.addLayout(side, 1)
        self.number = self.add_line("start.number", left, words.say("start.number_hint"))
        self.day = self.add_line("start.day", right, words.say("start.day_hint"))
        self.column.addLayout(row)
        self.said = label("", "small", wrap=True)
        self.column.addWidget(self.said)
        self.column.addWidget(label(words.say("start.plan_note"), "quiet", wrap=True))
        self.column.addStretch(1)
        self.changed.connect(self._tell)

    def number_and_day(self) -> tuple[str, date | None]:
        """Return what was typed; a day that cannot be read is none."""
        return self.number.text().strip(), self._day()

    def is_complete(self) -> bool:
        """Tell whether both are blank or both can be read."""
        number, day = self.number.text().strip(), self.day.text().strip()
        if not number and not day:
            return True
        return any(char.isdigit() for char in number) and self._day() is not None

    def _day(self) -> date | None:
        try:
            return parse_day(self.day.text()) if self.day.text().strip() else None
        except KnownError:
            return None

    def _tell(self) -> None:
        typed, day = self.day.text().strip(), self._day()
        if day is not None:
            self.said.setText(self.words.say("start.day_read", day=short(day)))
        else:
            self.said.setText(self.words.say("start.day_wrong") if typed else "")
        set_tone(self.said, "bad" if typed and day is None else "")
