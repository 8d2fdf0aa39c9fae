"""Sao lưu: how the backups stand, one by hand, a second place, one file, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFileDialog

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.gui import instants
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import Card, button, label, set_tone
from ttdn_desktop.services import back_up, show_backups, write_backup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.back_up import BackedUp, SecondPlace
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_backups import Standing
    from ttdn_desktop.services.write_backup import Written

HOURS = (1, 2, 4, 8, 24)


class BackupCard(Card):
    """What it does is told in the status line; how things stand, on the card."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card; it is filled by `refresh`."""
        super().__init__(bench.look, bench.say("backup.title"))
        self._bench = bench
        self.choose_folder: Callable[[str], str] = self._ask_folder
        self.latest = label("", wrap=True)
        self.changed = label("", "small", wrap=True)
        self.second = label("", "small", wrap=True)
        self.proof = label("", "small", wrap=True)
        self.hours = QComboBox(self)
        self.hours.setAccessibleName(bench.say("backup.hours"))
        for each in HOURS:
            self.hours.addItem(bench.say("backup.hours_choice", hours=each), each)
        self.hours.activated.connect(lambda _at: self._set_hours())
        self._build()

    def refresh(self) -> None:
        """Read how the backups stand."""
        self._bench.jobs.ask(show_backups.standing, self._show, slot="backups")

    def _build(self) -> None:
        say, look = self._bench.say, self._bench.look
        for each in (self.latest, self.changed, self.proof):
            self.column.addWidget(each)
        self._add_row(
            button(say("backup.by_hand"), self.back_up_now),
            button(say("backup.restore"), self._restore),
            button(say("backup.one_file"), self._one_file),
        )
        self.column.addSpacing(look.px(4))
        self.column.addWidget(label(say("backup.second"), "field"))
        self.column.addWidget(self.second)
        self._add_row(button(say("backup.choose"), self.choose_second))
        self.column.addWidget(label(say("backup.hours"), "field"))
        self._add_row(self.hours)

    def _add_row(self, *widgets: QWidget) -> None:
        row = FlowLayout(gap=self._bench.look.px(8))
        for widget in widgets:
            row.addWidget(widget)
        self.column.addLayout(row)

    def _show(self, seen: Standing) -> None:
        say = self._bench.say
        if seen.made_at is None:
            self.latest.setText(say("backup.never"))
        else:
            when = instants.day_and_minute(seen.made_at)
            facts = {"activities": seen.activities, "evidence": seen.evidence}
            self.latest.setText(say("backup.latest", when=when, **facts))
        self.changed.setText(say("backup.changed" if seen.changed else "backup.current"))
        set_tone(self.changed, "warn" if seen.changed else "good")
        self._show_proof(seen)
        self._show_second(seen.second)
        self.hours.setCurrentIndex(max(0, self.hours.findData(seen.hours)))

    def _show_proof(self, seen: Standing) -> None:
        self.proof.setVisible(seen.proof is not None)
        if seen.proof is not None:
            key = "backup.proof_ok" if seen.proof.ok else "backup.proof_failed"
            when = instants.day_and_minute(seen.proof.at)
            self.proof.setText(self._bench.say(key, when=when))
            set_tone(self.proof, "" if seen.proof.ok else "bad")

    def _show_second(self, second: SecondPlace | None) -> None:
        self.second.setText(self._told(second))
        wrong = second is None or bool(second.problem)
        set_tone(self.second, "warn" if wrong else "")

    def _told(self, second: SecondPlace | None) -> str:
        say = self._bench.say
        if second is None:
            return say("backup.no_second")
        when = instants.day_and_minute(second.last_at) if second.last_at else "–"
        if not second.problem:
            return say("backup.second_ok", place=second.place, when=when)
        if second.problem == back_up.ABSENT:
            return say("backup.second_absent", place=second.place, when=when)
        why = self._bench.words.shared(f"error.{second.problem}", place=second.place)
        return say("backup.second_problem", place=second.place, why=why)

    def back_up_now(self) -> None:
        """Back up, whether it is due or not."""

        def work(office: Office, task: Task) -> BackedUp:
            return back_up.back_up(office, task, reason=Reason.HAND)

        self._bench.jobs.do_long(self._bench.say("backup.at_work"), work, self._backed_up)

    def _backed_up(self, made: BackedUp) -> None:
        key = "done_here" if made.second is not None and made.second.problem else "done"
        when = instants.minute(self._bench.jobs.now_ms())
        self._bench.desktop.told.emit(self._bench.say(f"backup.{key}", when=when), "good")
        self.refresh()

    def _one_file(self) -> None:
        chosen = self.choose_folder(self._bench.say("backup.one_file"))
        if not chosen:
            return

        def work(office: Office, task: Task) -> Written:
            return write_backup.write_backup(office, Path(chosen), task)

        def done(made: Written) -> None:
            self._bench.desktop.told.emit(
                self._bench.say("backup.one_file_done", file=made.file), "good"
            )

        self._bench.jobs.do_long(self._bench.say("backup.at_work"), work, done)

    def choose_second(self) -> None:
        """Ask for a second place, and back up there at once."""
        chosen = self.choose_folder(self._bench.say("backup.choose_second"))
        if not chosen:
            return

        def write(office: Office) -> None:
            back_up.choose_second(office, Path(chosen))

        self._bench.jobs.do(write, lambda _none: self.back_up_now())

    def _set_hours(self) -> None:
        hours = int(self.hours.currentData())

        def write(office: Office) -> None:
            back_up.set_hours(office, hours)

        self._bench.jobs.do(write, lambda _none: self.refresh())

    def _restore(self) -> None:
        from ttdn_desktop.gui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 (seldom)

        RestoreDialog(self.window(), self._bench).open()

    def _ask_folder(self, title: str) -> str:
        return QFileDialog.getExistingDirectory(self, title)
