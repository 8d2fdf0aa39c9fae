"""First start, step 2: who is the officer of task 3.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout

from ttdn_desktop.domain.officer import Mode
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.start_step import StartStep
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


@immutable
class EnteredOfficer:
    """What was typed of the officer."""

    name: str
    title: str
    phone: str
    email: str
    decision: str
    mode: Mode


FIELDS = (("name", "title"), ("phone", "email"), ("decision",))


class OfficerStep(StartStep):
    """Name and title, how to be reached, the decision, chuyên trách or kiêm nhiệm."""

    def __init__(self, words: Words, look: Look) -> None:
        """Build the fields."""
        super().__init__(words, look)
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        for row, keys in enumerate(FIELDS):
            for side, key in enumerate(keys):
                cell = QVBoxLayout()
                cell.setSpacing(look.px(4))
                hint = words.say(f"start.hint.{key}")
                self.lines[key] = self.add_line(f"start.officer.{key}", cell, hint)
                grid.addLayout(cell, row, side, 1, 3 - len(keys))
        self.column.addLayout(grid)
        self.column.addSpacing(look.px(4))
        self.column.addWidget(label(words.say("start.mode"), "field"))
        self.part_time = QRadioButton(words.say("start.mode.part_time"))
        self.full_time = QRadioButton(words.say("start.mode.full_time"))
        self.part_time.setChecked(True)
        modes = QHBoxLayout()
        modes.setSpacing(look.px(16))
        modes.addWidget(self.part_time)
        modes.addWidget(self.full_time)
        modes.addStretch(1)
        self.column.addLayout(modes)
        self.column.addStretch(1)

    def entered(self) -> EnteredOfficer:
        """Return what was typed."""
        texts = {key: line.text() for key, line in self.lines.items()}
        mode = Mode.FULL_TIME if self.full_time.isChecked() else Mode.PART_TIME
        return EnteredOfficer(**texts, mode=mode)

    def is_complete(self) -> bool:
        """Tell whether there is a name: the history of changes is written with it."""
        return bool(self.lines["name"].text().strip())
