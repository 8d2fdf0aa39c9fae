"""The backups of both places: what differs in each from now, and two ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.gui import instants
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.restore import Offered, Preview, Restored


_LINE = 18


class RestoreDialog(Dialog):
    """A copy is made first; the present data are never touched by it.

    The dialog is gone when the copy is there: what then happens does not hang on it.
    """

    def __init__(self, parent: QWidget, bench: Workbench) -> None:
        """Build the list; it is filled when the worker has read it."""
        super().__init__(parent, bench.look, bench.say("backup.list"), width=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.model: RowModel[Offered] = RowModel(_columns(bench), bench.look)
        self.table = Table(self.model, bench.look, bench.say("backup.list"))
        self.table.setMinimumHeight(bench.look.px(240))
        self.body.addWidget(self.table, 1)
        self.difference = self.add_text(bench.say("backup.preview_none"), "quiet")
        self.difference.setMinimumHeight(bench.look.px(3 * _LINE))
        self.difference.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.agrees: Callable[[str], bool] = self._ask
        self.add_button(bench.say("dialogs.close"), self.reject)
        self.copy = self.add_button(bench.say("backup.restore_copy"), self.restore_copy)
        self.instead = self.add_button(bench.say("backup.instead"), self.use_instead)
        self._look_at(None)
        self.table.chosen.connect(self._on_chosen)
        bench.jobs.ask(restore.list_backups, self._show, slot="restore")

    def restore_copy(self) -> None:
        """Restore the chosen one into a new folder."""
        bench = self._bench

        def copied(made: Restored) -> None:
            bench.desktop.told.emit(bench.say("backup.copied", folder=made.folder), "good")

        self._restore(copied)

    def use_instead(self) -> None:
        """Restore the chosen one, and let it take the place of the present data."""
        offered, desktop = self._chosen(), self._bench.desktop
        if offered is None or offered.manifest is None:
            return
        if self.agrees(instants.day_and_minute(offered.manifest.made_at)):
            self._restore(lambda made: desktop.swap_wanted.emit(made.folder))

    def _show(self, offered: tuple[Offered, ...]) -> None:
        self.model.set_rows(offered)
        if not offered:
            self.difference.setText(self._bench.say("backup.never"))

    def _chosen(self) -> Offered | None:
        return self.model.row_at(self.table.chosen_row())

    def _on_chosen(self, row: int) -> None:
        offered = self.model.row_at(row)
        self._look_at(offered)
        if offered is None or not offered.good:
            return

        def read(office: Office) -> Preview:
            return restore.preview(office, offered)

        self._bench.jobs.ask(read, self._show_preview, slot="preview", refused=self._say_refusal)

    def _say_refusal(self, error: KnownError) -> None:
        self.difference.setText(self._bench.words.refusal(error))

    def _show_preview(self, seen: Preview) -> None:
        self.difference.setText(
            self._bench.say(
                "backup.preview",
                activities=_signed(seen.activities),
                evidence=_signed(seen.evidence),
                later=seen.later_changes,
                label=seen.last_label,
            )
        )

    def _look_at(self, offered: Offered | None) -> None:
        usable = offered is not None and offered.good
        self.copy.setEnabled(usable)
        self.instead.setEnabled(usable)

    def _restore(self, done: Callable[[Restored], None]) -> None:
        offered = self._chosen()
        if offered is None:
            return

        def work(office: Office, task: Task) -> Restored:
            return restore.restore_copy(office, offered, None, task)

        self._bench.jobs.do_long(self._bench.say("backup.restoring"), work, done)
        self.accept()

    def _ask(self, when: str) -> bool:
        say, bench = self._bench.say, self._bench
        question = say("backup.instead_question", when=when)
        yes = say("backup.instead_yes")
        return agrees(self, bench.words, bench.look, say("backup.instead_title"), question, yes=yes)


def _columns(bench: Workbench) -> tuple[TableColumn[Offered], ...]:
    say = bench.say

    def reason(row: Offered) -> str:
        made = row.manifest
        return say(f"backup.reason.{made.reason}", label=made.label) if made else ""

    return (
        TableColumn(title=say("backup.column.when"), text=_when, width=132),
        TableColumn(title=say("backup.column.reason"), text=reason),
        TableColumn(title=say("backup.column.records"), text=_activities, width=84, right=True),
        TableColumn(title=say("backup.column.evidence"), text=_evidence, width=72, right=True),
        TableColumn(
            title=say("backup.column.where"),
            text=lambda row: say(f"backup.where.{row.where}"),
            width=92,
        ),
        TableColumn(
            title=say("backup.column.state"),
            text=lambda row: say("backup.good" if row.good else "backup.damaged"),
            tone=lambda row: "good" if row.good else "bad",
            width=84,
        ),
    )


def _when(row: Offered) -> str:
    return instants.day_and_minute(row.manifest.made_at) if row.manifest else "–"


def _activities(row: Offered) -> str:
    return str(row.manifest.activities) if row.manifest else ""


def _evidence(row: Offered) -> str:
    return str(row.manifest.evidence) if row.manifest else ""


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"
