"""Nhận lại từ Word: choose the file, see what differs, take over what is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from ttdn_desktop.domain.word_return import writable
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.models.return_model import ReturnModel
from ttdn_desktop.gui.step_work import StepWork
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label
from ttdn_desktop.gui.widgets.return_view import ReturnView
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.turning_split import TurningSplit
from ttdn_desktop.services import take_word_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.take_word_back import Previewed

WIDTH, HEIGHT = 1080, 600
_BESIDE = 860
_FOLDER = "report"


class WordReturnDialog(Dialog):
    """Nothing is written before the last button; what was shown is what is taken over."""

    def __init__(self, parent: QWidget | None, bench: Workbench, asked: Round) -> None:
        """Build the dialog for the report of a round; it waits for a file."""
        super().__init__(parent, bench.look, bench.say("word_return.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._asked = bench, asked
        self.choose_file: Callable[[], str] = self._ask_file
        self.work = StepWork(bench, self)
        self.seen: Previewed | None = None
        self.path = QLineEdit()
        self.choose = button(bench.say("import.choose"), self._choose)
        self.refusal, self.note = Note(bench.look, "bad"), Note(bench.look, "warn")
        self.summary = label(bench.say("word_return.hint"), wrap=True)
        self.model = ReturnModel(bench)
        self.table = Table(self.model, bench.look, bench.say("word_return.differences"))
        self.view = ReturnView(bench)
        self._build()
        self._listen()
        self.grow(WIDTH, HEIGHT)
        self.choose.setFocus()

    def look_at(self, path: Path) -> None:
        """Read a file and show what it differs in from the report."""
        reader, asked = self._bench.tools.word_reader, self._asked
        if reader is None:
            return
        self.path.setText(str(path))
        self.refusal.say("")

        def work(office: Office, task: Task) -> Previewed:
            task.go_on()
            return take_word_back.preview(office, reader(), path, asked)

        self.work.start("word_return.reading", work, self._show)

    def take(self) -> None:
        """Write what is ticked into the draft."""
        seen, choices = self.seen, self.model.choices()
        if seen is None or choices.is_empty:
            return

        def work(office: Office, task: Task) -> int:
            task.go_on()
            return take_word_back.adopt(office, seen, choices)

        self.work.start("word_return.taking", work, self._taken)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.path.setAccessibleName(say("word_return.file"))
        self.path.setPlaceholderText(say("word_return.file_hint"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        left, right = Card(look, edge=6), Card(look)
        left.column.addWidget(self.table, 1)
        right.column.addWidget(self.view, 1)
        split = TurningSplit(look, (left, right), room=_BESIDE, beside=(600, 440), below=(220, 200))
        self.body.addLayout(row)
        for part in (self.refusal, self.note, self.summary):
            self.body.addWidget(part)
        self.body.addWidget(split, 1)
        self.add_button(say("dialogs.cancel"), self.reject)
        self.ok = self.add_button(say("word_return.adopt"), self.take, "primary")
        self.ok.setEnabled(False)

    def _listen(self) -> None:
        self.path.returnPressed.connect(self._read_typed)
        self.table.chosen.connect(self._show_row)
        self.model.ticked.connect(self._settle)
        self.work.refused.connect(self._refuse)
        self.work.busy.connect(self._on_busy)
        self.rejected.connect(self.work.stop)

    def _choose(self) -> None:
        if chosen := self.choose_file():
            preferences.keep_last_folder(_FOLDER, str(Path(chosen).parent))
            self.look_at(Path(chosen))

    def _read_typed(self) -> None:
        if typed := self.path.text().strip().strip('"'):
            self.look_at(Path(typed).expanduser())

    def _ask_file(self) -> str:
        say = self._bench.say
        kinds = f"{say('report.word_file')} (*.docx)"
        folder = preferences.last_folder(_FOLDER)
        return QFileDialog.getOpenFileName(self, say("word_return.choose"), folder, kinds)[0]

    def _show(self, seen: Previewed) -> None:
        words = self._bench.words
        self.seen = seen
        texts = {key: block.text for key, block in writable(seen.draft.document).items()}
        self.model.show_return(seen.came, texts)
        told = (words.shared(f"warning.{each.key}", **each.facts) for each in seen.notices)
        self.note.say("\n".join(told))
        self.summary.setText(self._summed(seen))
        if self.model.rowCount():
            self.table.choose(0)
            self.table.setFocus()
        else:
            self.view.clear()
        self._settle()

    def _summed(self, seen: Previewed) -> str:
        say, came = self._bench.say, seen.came
        if came.is_empty:
            return say("word_return.same", name=seen.name)
        counts = {
            "changed": len(came.changed) - len(came.conflicts),
            "conflict": len(came.conflicts),
            "added": len(came.unmatched),
            "removed": len(came.removed),
        }
        told = [say(f"word_return.sum_{kind}", count=n) for kind, n in counts.items() if n]
        return "; ".join(told or [say("word_return.sum_none")]).join(("", "."))

    def _show_row(self, number: int) -> None:
        if (row := self.model.row_at(number)) is not None:
            self.view.show_row(row)

    def _settle(self) -> None:
        self.ok.setEnabled(self.seen is not None and not self.model.choices().is_empty)

    def _taken(self, count: int) -> None:
        self._bench.desktop.told.emit(self._bench.say("word_return.done", count=count), "good")
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        self.refusal.say(self._bench.words.refusal(error))

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 (a signal's)
        self.choose.setEnabled(not busy)
        if busy:
            self.ok.setEnabled(False)
        else:
            self._settle()
