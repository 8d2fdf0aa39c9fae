"""Lịch sử of one record: when, who, what; below, each field before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.story import RecordKind
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.models.history_columns import event_columns, field_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Note
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.story import Event, FieldChange
    from ttdn_desktop.gui.activity_opening import AtWork
    from ttdn_desktop.gui.workbench import Workbench

WIDTH, HEIGHT = 860, 480


class HistoryDialog(Dialog):
    """The newest event stands first and is chosen; the first version is the last row."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, activity_id: str, code: str
    ) -> None:
        """Build the dialog and ask for the story."""
        title = bench.say("history.title", code=code)
        super().__init__(parent, bench.look, title)
        self._bench = bench
        self.note = Note(bench.look, "plain")
        self.event_model: RowModel[Event] = RowModel(event_columns(bench.words), bench.look)
        self.events = Table(self.event_model, bench.look, title)
        self.field_model: RowModel[FieldChange] = RowModel(field_columns(bench.words), bench.look)
        self.fields = Table(self.field_model, bench.look, bench.say("history.field"))
        for table, share in ((self.events, 2), (self.fields, 3)):
            self.body.addWidget(table, share)
        self.body.addWidget(self.note)
        self.add_button(bench.say("dialogs.close"), self.accept, "primary")
        self.grow(WIDTH, HEIGHT)
        self.events.chosen.connect(self._show_fields)
        bench.jobs.ask(
            lambda office: history.of_record(office, RecordKind.ACTIVITY, activity_id), self._show
        )

    def _show(self, events: Sequence[Event]) -> None:
        self.event_model.set_rows(tuple(reversed(events)))
        self.note.say("" if events else self._bench.say("history.blank"))
        if events:
            self.events.choose(0)
            self.events.setFocus()

    def _show_fields(self, row: int) -> None:
        event = self.event_model.row_at(row)
        self.field_model.set_rows(event.fields if event else ())
        purged = event is not None and event.purged
        self.note.say(self._bench.say("history.purged") if purged else "")


def show_history(window: QWidget, bench: Workbench, at: AtWork) -> None:
    """Show the story of the activity in the form, if it is recorded."""
    if at.activity_id is not None:
        HistoryDialog(window, bench, at.activity_id, at.code).exec()
