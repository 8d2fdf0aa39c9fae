"""Thùng rác: what lies in it, taken out again, or purged after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.gui.models.history_columns import bin_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Note
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import back_up
from ttdn_desktop.services import bin as office_bin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.bin import Binned

WIDTH, HEIGHT = 820, 440


class BinDialog(Dialog):
    """Several rows can be chosen at once."""

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Build the dialog and ask what is in the bin."""
        title = bench.say("history.bin")
        super().__init__(parent, bench.look, title)
        self._bench = bench
        self.agrees_to_purge: Callable[[int], bool] = self._ask
        self.model: RowModel[Binned] = RowModel(bin_columns(bench.words), bench.look)
        self.table = Table(self.model, bench.look, title)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.note = Note(bench.look, "plain")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.note)
        self.purge = self.add_button(bench.say("history.purge"), self._purge, "danger")
        self.restore = self.add_button(bench.say("history.restore"), self._restore)
        self.add_button(bench.say("dialogs.close"), self.accept, "primary")
        self.grow(WIDTH, HEIGHT)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._read()

    def chosen(self) -> list[str]:
        """Return the ids of the chosen rows."""
        chosen = self.table.selectionModel().selectedRows()
        rows = (self.model.row_at(index.row()) for index in chosen)
        return [row.id for row in rows if row is not None]

    def _read(self) -> None:
        self._bench.jobs.ask(office_bin.listed, self._show)

    def _show(self, found: Sequence[Binned]) -> None:
        self.model.set_rows(found)
        self.note.say("" if found else self._bench.say("history.bin_blank"))
        if found:
            self.table.choose(0)
            self.table.setFocus()
        self._offer()

    def _offer(self) -> None:
        for each in (self.purge, self.restore):
            each.setEnabled(bool(self.chosen()))

    def _restore(self) -> None:
        ids = self.chosen()
        self._bench.jobs.do(
            lambda office: office_bin.restore(office, ids),
            lambda done: self._done("history.restored", len(done)),
            refused=self._refuse,
        )

    def _purge(self) -> None:
        ids = self.chosen()
        if ids and self.agrees_to_purge(len(ids)):
            self._bench.jobs.do(
                lambda office: office_bin.purge(office, ids, before=back_up.before_risky),
                lambda done: self._done("history.purged_told", len(done)),
                refused=self._refuse,
            )

    def _done(self, key: str, count: int) -> None:
        self._bench.desktop.told.emit(self._bench.say(key, count=count), "good")
        self._read()

    def _refuse(self, error: KnownError) -> None:
        self.note.say(self._bench.words.refusal(error))

    def _ask(self, count: int) -> bool:
        bench = self._bench
        title = bench.say("history.purge_title", count=count)
        question, yes = bench.say("history.purge_question"), bench.say("history.purge_yes")
        return agrees(self, bench.words, bench.look, title, question, yes=yes)
