"""Nhập nhiều hoạt động: choose a table, see what becomes of each row, record those that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ttdn_desktop.gui.activity_import_work import ActivityImportWork
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.table_file import TableFile
from ttdn_desktop.gui.widgets.activity_preview_pane import ActivityPreviewPane
from ttdn_desktop.gui.widgets.export_note import ExportNote
from ttdn_desktop.gui.widgets.import_source import ImportSource
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_activities import ActivityPreview
    from ttdn_desktop.services.ports import Pasted

WIDTH, HEIGHT = 1000, 600
SOURCE, PREVIEW = range(2)


class ActivityImportDialog(Dialog):
    """Two steps; nothing is written before the button of the second."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, pasted: Pasted | None = None
    ) -> None:
        """Build the steps; what was pasted already is read at once."""
        super().__init__(parent, bench.look, bench.say("activity_import.title"))
        self._bench = bench
        self.work = ActivityImportWork(bench, self)
        self.template = TableFile(bench, self, "template")
        self.source = ImportSource(bench, "activities")
        self.preview = ActivityPreviewPane(bench)
        self.refusal = Note(bench.look, "bad")
        self.note = ExportNote(bench)
        self.step = label(role="quiet", wrap=True)
        self.steps = QStackedWidget()
        self.write_template = button(bench.say("activity_import.template"), self.template.save)
        self._build()
        self._listen()
        self.grow(WIDTH, HEIGHT)
        self._show(SOURCE)
        if pasted is not None:
            self.work.look_at(pasted)

    def _build(self) -> None:
        self.body.addWidget(self.step)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.note)
        self.steps.addWidget(self._first())
        self.steps.addWidget(self.preview)
        self.body.addWidget(self.steps, 1)
        say = self._bench.say
        self.cancel = self.add_button(say("dialogs.cancel"), self.reject)
        self.back = self.add_button(say("import.back"), lambda: self._show(SOURCE))
        self.record = self.add_button("", self.work.adopt, "primary")

    def _first(self) -> VerticalScroll:
        look, say = self._bench.look, self._bench.say
        card = Card(look)
        card.column.addWidget(label(say("activity_import.template_head"), "heading"))
        card.column.addWidget(label(say("activity_import.template_about"), "quiet", wrap=True))
        line = QHBoxLayout()
        line.addWidget(self.write_template)
        line.addStretch(1)
        card.column.addLayout(line)
        inside = ScrolledForm()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.source)
        column.addWidget(card)
        column.addStretch(1)
        return VerticalScroll(inside)

    def _listen(self) -> None:
        self.source.wanted.connect(self.work.look_at)
        self.work.seen.connect(self._on_seen)
        self.work.adopted.connect(self._on_adopted)
        self.work.refused.connect(self._on_refused)
        self.work.busy.connect(self._on_busy)
        self.rejected.connect(self.work.stop)
        self.template.written.connect(self.note.tell_done)
        self.template.refused.connect(self.note.tell_refused)

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.step.setText(self._bench.say(f"activity_import.step_{step}"))
        self.refusal.say("")
        self.note.hide()
        self.back.setVisible(step == PREVIEW)
        self.record.setVisible(step == PREVIEW)
        (self.preview.table if step == PREVIEW else self.source.path).setFocus()

    def _on_seen(self, shown: ActivityPreview) -> None:
        self.preview.show_preview(shown)
        self.record.setText(self._bench.say("activity_import.record", count=len(shown.ready)))
        self._show(PREVIEW)
        self._settle()

    def _settle(self) -> None:
        self.record.setEnabled(self.work.shown is not None and bool(self.work.shown.ready))

    def _on_adopted(self, count: int) -> None:
        self._bench.desktop.told.emit(self._bench.say("activity_import.done", count=count), "good")
        self.accept()

    def _on_refused(self, error: KnownError) -> None:
        self.note.hide()
        self.refusal.say(self._bench.words.refusal(error))

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 (a signal's)
        self.steps.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if busy:
            self.record.setEnabled(False)
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
            self._settle()
