"""A small form about one step of a report's way: fields, what is wrong, write or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import NamedField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench

WIDTH = 460


class StepDialog(WritingDialog):
    """Its fields are named by the sentences of the course, and some must be filled in."""

    def __init__(self, parent: QWidget | None, bench: Workbench, title: str) -> None:
        """Build the frame."""
        super().__init__(parent, bench, title, width=WIDTH)
        self.fields: dict[str, NamedField] = {}

    def add_field(self, key: str, field: QWidget) -> NamedField:
        """Add a field; its name is the sentence "course.<key>"."""
        named = NamedField(self.bench.look, self.bench.say(f"course.{key}"), field)
        self.fields[key] = named
        self.body.addWidget(named)
        return named

    def add_day(self, key: str, day: date | None) -> DayField:
        """Add a field for a day."""
        name, hint = self.bench.say(f"course.{key}"), self.bench.say("course.day_hint")
        field = DayField(name, hint, self.bench.today.year)
        field.show_day(day)
        self.add_field(key, field)
        return field

    def finish(self, act: str) -> None:
        """Add what is said of mistakes below the fields, and the buttons at the foot."""
        super().finish(act)
        self.body.addStretch(1)

    def needed(self, field: DayField) -> date:
        """Return a day that must be there; raises KnownError `day_needed`."""
        day = field.day()
        if day is None:
            raise KnownError("day_needed", text="")
        return day
