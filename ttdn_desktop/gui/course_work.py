"""The steps of a report's way: which dialog asks about which, files opened and verified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.dialogs.answer_dialog import AnswerDialog
from ttdn_desktop.gui.dialogs.correction_dialog import CorrectionDialog
from ttdn_desktop.gui.dialogs.number_dialog import NumberDialog
from ttdn_desktop.gui.dialogs.sending_dialog import SendingDialog
from ttdn_desktop.gui.dialogs.sign_dialog import SignDialog
from ttdn_desktop.gui.dialogs.verified_dialog import VerifiedDialog
from ttdn_desktop.services import copy_report, verify_report, write_slip
from ttdn_desktop.services.follow_report import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.verify_report import Verified


class CourseWork(QObject):
    """`submit_wanted` asks the page to export another bản trình."""

    submit_wanted = Signal()

    def __init__(self, bench: Workbench, owner: QWidget) -> None:
        """Work for a card."""
        super().__init__(owner)
        self._bench, self._owner = bench, owner
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_target: Callable[[str], str] = self._ask_target
        self.dialog: QDialog | None = None

    def do(self, step: Step, course: Course, recipient: str) -> None:
        """Ask about a step that can be done as things stand."""
        if step is Step.SUBMIT:
            self.submit_wanted.emit()
        elif step is Step.SIGN and course.fresh is not None:
            self._open(SignDialog(self._owner, self._bench, course))
        elif step in {Step.ISSUE, Step.FOLLOW}:
            self._open(NumberDialog(self._owner, self._bench, course))
        elif step is Step.SEND and course.last is not None:
            self._open(SendingDialog(self._owner, self._bench, course.last, recipient))
        elif step is Step.ANSWER and course.sent():
            asked = course.unanswered() or course.sent()
            self._open(AnswerDialog(self._owner, self._bench, asked))

    def open_kept(self, sha256: str, name: str) -> None:
        """Open a copy of a kept file by the system's program."""

        def copy(office: Office) -> Path:
            return copy_report.temporary_copy(office, sha256, name)

        self._bench.jobs.ask(copy, self._hand_over)

    def write_slip(self, course: Course) -> None:
        """Ask where, and write the phiếu trình of the last bản trình."""
        made, say = course.submissions[-1], self._bench.say
        name = say("course.slip_name", ordinal=made.ordinal, year=course.round.year)
        chosen = self.choose_target(f"{name}.docx")
        if not chosen:
            return
        target, writer = Path(chosen).with_suffix(".docx"), self._bench.tools.report_writer

        def write(office: Office) -> int:
            return write_slip.write_slip(office, writer(None), course.round, target)

        told = say("course.slip_done", name=target.name)
        self._bench.jobs.ask(write, lambda _number: self._bench.desktop.told.emit(told, "good"))

    def correct(self, course: Course) -> None:
        """Ask what is wrong in form in an issued report, for the letter that corrects it."""
        self._open(CorrectionDialog(self._owner, self._bench, course))

    def verify(self) -> None:
        """Ask for a file, and say whether it is a report of this folder."""
        chosen = self.choose_file()
        if not chosen:
            return
        place, files = Path(chosen), self._bench.tools.report_files

        def look(office: Office) -> Verified:
            return verify_report.verify(office, files(), place)

        self._bench.jobs.ask(look, lambda found: self._show(place, found))

    def _show(self, place: Path, found: Verified) -> None:
        self._open(VerifiedDialog(self._owner, self._bench, place.name, found))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _hand_over(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            told = self._bench.say("report.file_not_opened", name=place.name)
            self._bench.desktop.told.emit(told, "warn")

    def _ask_target(self, name: str) -> str:
        place = Path(preferences.last_folder("report") or "") / name
        title, kind = self._bench.say("course.slip_save"), self._bench.say("report.word_file")
        return QFileDialog.getSaveFileName(self._owner, title, str(place), f"{kind} (*.docx)")[0]

    def _ask_file(self) -> str:
        title, kind = self._bench.say("course.verify_choose"), self._bench.say("report.word_file")
        return QFileDialog.getOpenFileName(self._owner, title, "", f"{kind} (*.docx)")[0]
