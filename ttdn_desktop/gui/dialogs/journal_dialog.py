"""Lịch sử thay đổi of everything: page by page, each change taken back where it still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.models.history_columns import step_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import take_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.take_back import Step

WIDTH, HEIGHT = 860, 480
AT_ONCE = 50


class JournalDialog(Dialog):
    """Below the table stands why the chosen change cannot be taken back, where it cannot."""

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Build the dialog and ask for the newest changes."""
        title = bench.say("history.journal")
        super().__init__(parent, bench.look, title)
        self._bench = bench
        self._steps: tuple[Step, ...] = ()
        self.model: RowModel[Step] = RowModel(step_columns(bench.words), bench.look)
        self.table = Table(self.model, bench.look, title)
        self.body.addWidget(self.table, 1)
        self.reason = label(bench.say("history.choose"), "small", wrap=True)
        self.body.addWidget(self.reason)
        self.more = self.add_button(bench.say("history.more"), self._read_more)
        self.back = self.add_button(bench.say("history.take_back"), self._take_back)
        self.add_button(bench.say("dialogs.close"), self.accept, "primary")
        self.back.setEnabled(False)
        self.grow(WIDTH, HEIGHT)
        self.table.chosen.connect(self._choose)
        self._read()

    def _read(self) -> None:
        self._bench.jobs.ask(lambda office: take_back.undoable(office, AT_ONCE), self._show)

    def _read_more(self) -> None:
        last = self._steps[-1].seq if self._steps else None
        self._bench.jobs.ask(
            lambda office: take_back.undoable(office, AT_ONCE, last),
            lambda found: self._show(found, behind=self._steps),
        )

    def _show(self, found: Sequence[Step], *, behind: tuple[Step, ...] = ()) -> None:
        self._steps = (*behind, *found)
        self.model.set_rows(self._steps)
        self.more.setVisible(len(found) == AT_ONCE)
        if found:
            self.table.choose(len(behind))
            self.table.setFocus()

    def _choose(self, row: int) -> None:
        step = self.model.row_at(row)
        self.back.setEnabled(step is not None and step.can)
        if step is not None and step.why_not is not None:
            self.reason.setText(self._bench.words.refusal(step.why_not))
        else:
            self.reason.setText(self._bench.say("history.possible"))

    def _take_back(self) -> None:
        step = self.model.row_at(self.table.chosen_row())
        if step is None:
            return
        self.back.setEnabled(False)
        seq = step.seq
        self._bench.jobs.do(
            lambda office: take_back.take_back_change(office, seq),
            self._taken,
            refused=self._refuse,
        )

    def _taken(self, told: str) -> None:
        sentence = self._bench.say("history.taken_back", label=told)
        self._bench.desktop.told.emit(sentence, "good")
        self._read()

    def _refuse(self, error: KnownError) -> None:
        self._read()
        self.reason.setText(self._bench.words.refusal(error))
