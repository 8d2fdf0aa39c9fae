"""Backups by themselves: by interval while the window is open, and before it is left.

While the work goes on nothing is asked: what failed is said in the status line and tried again.
Only who leaves is asked, for then nobody would try again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from ttdn_desktop.gui import backup_work, instants

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.backup_work import Due
    from ttdn_desktop.gui.dialogs.leaving_dialog import LeavingDialog
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.shell import Shell
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.back_up import BackedUp
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.prove_backup import Proof

T = TypeVar("T")
LOOK_MS = 5 * 60 * 1000
"""How often it is looked whether a backup is due."""


class BackupKeeper(QObject):
    """One for an open folder."""

    def __init__(self, shell: Shell, bench: Workbench) -> None:
        """Look now and then from now on."""
        super().__init__(shell)
        self._shell, self._bench = shell, bench
        self._may_go = self._wants_to_go = self._is_leaving = False
        self._is_at_work = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        shell.guard = self.may_leave

    def look(self) -> None:
        """Back up where it is due, or prove the latest backup."""
        if not self._is_at_work:
            self._bench.jobs.ask(backup_work.due, self._on_due, slot="backup")

    def may_leave(self) -> bool:
        """Tell whether the window may close now; if not yet, it closes itself once it may."""
        if self._may_go:
            return True
        self._wants_to_go = True
        if not self._is_at_work:
            self._is_at_work = True
            self._bench.jobs.ask(backup_work.has_changed, self._on_changed, refused=self._not_left)
        return False

    def _on_due(self, due: Due) -> None:
        if due.backup:
            self._back_up()
        elif due.proof:
            self._prove()

    def _back_up(self) -> None:
        self._start("backup.at_work", backup_work.by_interval, self._done, self._failed)

    def _prove(self) -> None:
        self._start("backup.proving", backup_work.prove, self._proved, self._failed)

    def _start(
        self,
        label: str,
        work: Callable[[Office, Task], T],
        done: Callable[[T], None],
        refused: Callable[[KnownError], None],
    ) -> Task:
        self._is_at_work = True
        task = self._bench.jobs.do_long(self._bench.say(label), work, done, refused=refused)
        task.ended.connect(self._over)
        return task

    def _over(self) -> None:
        self._is_at_work = False
        if self._wants_to_go and not self._is_leaving:
            self._shell.close()

    def _done(self, made: BackedUp) -> None:
        when = instants.minute(self._bench.jobs.now_ms())
        absent = made.second is not None and bool(made.second.problem)
        key = "backup.done_here" if absent else "backup.done"
        self._tell(self._bench.say(key, when=when), "good")

    def _proved(self, proof: Proof) -> None:
        if not proof.ok:
            self._tell(self._bench.say("backup.proof_failed"), "bad")

    def _failed(self, error: KnownError) -> None:
        why = self._bench.words.refusal(error)
        self._tell(self._bench.say("backup.failed", why=why), "bad")

    def _tell(self, sentence: str, tone: str) -> None:
        self._bench.desktop.told.emit(sentence, tone)

    def _on_changed(self, changed: bool) -> None:  # noqa: FBT001 (an answer)
        self._is_at_work = False
        if changed:
            self._back_up_before_leaving()
        else:
            self._go()

    def _back_up_before_leaving(self) -> None:
        self._is_leaving = True
        dialogs: list[LeavingDialog] = []

        def done(_made: BackedUp) -> None:
            dialogs[0].accept()
            self._go()

        def refused(error: KnownError) -> None:
            dialogs[0].accept()
            self._not_left(error)

        task = self._start("backup.at_work", backup_work.before_leaving, done, refused)
        dialogs.append(self._dialog(task))

    def _not_left(self, error: KnownError) -> None:
        self._is_at_work = False
        dialog = self._dialog(None)
        dialog.add_text(self._bench.say("backup.leave_failed"))
        dialog.add_text(self._bench.words.refusal(error), "quiet")

    def _dialog(self, task: Task | None) -> LeavingDialog:
        from ttdn_desktop.gui.dialogs.leaving_dialog import LeavingDialog  # noqa: PLC0415 (once)

        dialog = LeavingDialog(self._shell, self._bench.words, self._bench.look, task)
        dialog.left_anyway.connect(self._go)
        dialog.again.connect(self._shell.close)
        dialog.rejected.connect(self._stay)
        dialog.open()
        return dialog

    def _stay(self) -> None:
        self._wants_to_go = self._is_leaving = False

    def _go(self) -> None:
        self._may_go = True
        self._shell.close()
