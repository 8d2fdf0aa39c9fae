"""Nhập danh mục nhiệm vụ: choose a file, see what it says, see what it changes, take it over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from ttdn_desktop.domain.task_list import ReadingChoice
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.dialogs.unknown_bodies_dialog import UnknownBodiesDialog
from ttdn_desktop.gui.import_work import ImportWork
from ttdn_desktop.gui.widgets.import_changes import ImportChanges
from ttdn_desktop.gui.widgets.import_reading import ImportReading
from ttdn_desktop.gui.widgets.import_source import ImportSource
from ttdn_desktop.gui.widgets.parts import Note, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.grid import LegacyEncoding
    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.domain.task_list import TaskList
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_plan import Adopted, ImportPreview

WIDTH, HEIGHT = 1120, 620
SOURCE, READING, CHANGES = range(3)


class ImportDialog(Dialog):
    """Three steps, forth with Enter and back with the button; nothing is written before the last.

    `to_review` is how many tasks with records were reworded, once the plan has been updated.
    """

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Build the steps; the first waits for a file."""
        super().__init__(parent, bench.look, bench.say("import.title"))
        self._bench = bench
        self.to_review = 0
        self.work = ImportWork(bench, self)
        self.source = ImportSource(bench)
        self.reading = ImportReading(bench)
        self.changes = ImportChanges(bench)
        self.refusal = Note(bench.look, "bad")
        self.step = label(role="quiet", wrap=True)
        self.steps = QStackedWidget()
        self._build()
        self._listen()
        self.grow(WIDTH, HEIGHT)
        self._show(SOURCE)

    def ask_names(self) -> UnknownBodiesDialog | None:
        """Open the unknown names of bodies; None where there are none."""
        seen = self.work.seen
        if seen is None or not seen.asked:
            return None
        dialog = UnknownBodiesDialog(self, self._bench, seen)
        dialog.decided.connect(self._on_named)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self.body.addWidget(self.step)
        self.body.addWidget(self.refusal)
        for page in (self.source, self.reading, self.changes):
            self.steps.addWidget(page)
        self.body.addWidget(self.steps, 1)
        say = self._bench.say
        self.cancel = self.add_button(say("dialogs.cancel"), self.reject)
        self.back = self.add_button(say("import.back"), self._back)
        self.forth = self.add_button(say("import.compare"), self._forth, "primary")

    def _listen(self) -> None:
        work = self.work
        self.source.wanted.connect(work.look_at)
        self.reading.columns_wanted.connect(work.with_columns)
        self.reading.sheet_wanted.connect(self._with_sheet)
        self.reading.encoding_wanted.connect(self._with_encoding)
        self.changes.decided.connect(self._on_decided)
        self.changes.names_wanted.connect(self.ask_names)
        for table in (self.reading.problems, self.changes.table):
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # two clicks are no step forth
                forth = QShortcut(QKeySequence(key), table)
                forth.setContext(Qt.ShortcutContext.WidgetShortcut)
                forth.activated.connect(self.forth.click)
        work.read.connect(self._on_read)
        work.compared.connect(self._on_compared)
        work.adopted.connect(self._on_adopted)
        work.refused.connect(self._on_refused)
        work.busy.connect(self._on_busy)
        self.rejected.connect(self.work.stop)

    def _show(self, step: int) -> None:
        say = self._bench.say
        self.steps.setCurrentIndex(step)
        self.step.setText(say(f"import.step_{step}"))
        self.back.setVisible(step != SOURCE)
        self.forth.setVisible(step != SOURCE)
        self.forth.setText(say("import.update" if step == CHANGES else "import.compare"))
        self._settle_forth()
        focus = (self.source.path, self.reading.problems, self.changes.table)[step]
        focus.setFocus()

    def _settle_forth(self) -> None:
        step, seen, listed = self.steps.currentIndex(), self.work.seen, self.work.listed
        if step == CHANGES:
            self.forth.setEnabled(seen is not None and seen.writes and not seen.errors)
        else:
            self.forth.setEnabled(listed is not None and bool(listed.tasks))

    def _back(self) -> None:
        self.refusal.say("")
        self._show(self.steps.currentIndex() - 1)

    def _forth(self) -> None:
        self.refusal.say("")
        if self.steps.currentIndex() == READING:
            self.work.compare()
        else:
            self.work.adopt()

    def _with_sheet(self, sheet: str) -> None:
        self.work.reread(ReadingChoice(sheet=sheet, encoding=self.work.choice.encoding))

    def _with_encoding(self, encoding: LegacyEncoding) -> None:
        self.work.reread(replace(self.work.choice, encoding=encoding))

    def _on_read(self, listed: TaskList) -> None:
        self.refusal.say("")
        again = self.steps.currentIndex() == READING
        self.reading.show_list(listed, recalled=self.work.recalled)
        if self.work.is_clear and listed.tasks and not again and not self.work.recalled:
            self.work.compare()
        else:
            self._show(READING)

    def _on_compared(self, seen: ImportPreview) -> None:
        self.changes.show_preview(seen)
        self._show(CHANGES)

    def _on_decided(self, decisions: Decisions) -> None:
        self.work.decide(decisions)
        self._settle_forth()

    def _on_named(self, seen: ImportPreview) -> None:
        self.work.take(seen)
        self._on_compared(seen)

    def _on_adopted(self, adopted: Adopted) -> None:
        self.to_review = adopted.to_review
        self._bench.desktop.told.emit(self._bench.say("import.done"), "good")
        self.accept()

    def _on_refused(self, error: KnownError) -> None:
        self.refusal.say(self._bench.words.refusal(error))

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 (a signal's)
        self.steps.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if busy:
            self.forth.setEnabled(False)
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
            self._settle_forth()
