"""A small form about one step of a report's way: fields, what is wrong, write or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

WIDTH = 460


class StepDialog(Dialog):
    """Subclasses add their fields, and return from `work` what is to be done; None: not yet."""

    def __init__(self, parent: QWidget | None, bench: Workbench, title: str) -> None:
        """Build the frame."""
        super().__init__(parent, bench.look, title, width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bench = bench
        self.fields: dict[str, NamedField] = {}
        self.note = Note(bench.look, "warn")

    def work(self) -> Callable[[Office], str]:
        """Return what writes the step and then tells it in a sentence; raises KnownError."""
        raise NotImplementedError

    def write(self) -> None:
        """Write what is typed, or say below what is wrong with it."""
        self.note.say("")
        try:
            work = self.work()
        except KnownError as wrong:
            self.refuse(wrong)
            return
        self.act.setEnabled(False)
        self.bench.jobs.do(work, self._written, refused=self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not written."""
        self.act.setEnabled(True)
        self.note.say(self.bench.words.refusal(error))

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
        """Add what is said of mistakes, and the buttons."""
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.add_button(self.bench.say("dialogs.cancel"), self.reject)
        self.act = self.add_button(act, self.write, "primary")

    def needed(self, field: DayField) -> date:
        """Return a day that must be there; raises KnownError `day_needed`."""
        day = field.day()
        if day is None:
            raise KnownError("day_needed", text="")
        return day

    def _written(self, told: str) -> None:
        self.bench.desktop.told.emit(told, "good")
        self.accept()
