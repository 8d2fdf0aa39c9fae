"""Soạn công văn đính chính: what is wrong in form in an issued report, and where the draft goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from ttdn_desktop.domain.edition import reports
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.gui.widgets.correction_row import CorrectionRow
from ttdn_desktop.gui.widgets.typed_rows import TypedRows
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import keep_template, write_correction

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.report_correction import Correction
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office

_LIST = 210
"""How high the list of places is at least: three of them, or two with a refusal."""


class CorrectionDialog(StepDialog):
    """Nothing is recorded: the letter is a draft in a file of the officer's."""

    def __init__(self, parent: QWidget | None, bench: Workbench, course: Course) -> None:
        """Ask about the reports of a round, one at least; the last stands first."""
        super().__init__(parent, bench, bench.say("course.correct_title"))
        self._course = course
        self.edition = QComboBox()
        self.rows: TypedRows[Correction] = TypedRows(
            bench.look, lambda: CorrectionRow(bench), bench.say("course.correct_add")
        )
        self.choose_target: Callable[[str], str] = self._ask_target
        self._build()

    def work(self) -> Callable[[Office], str]:
        """Return what writes the letter; raises KnownError where the corrections are not whole."""
        given = write_correction.checked(self.rows.texts())
        asked, edition, tools = self._course.round, self.edition.currentData(), self.bench.tools
        number = edition.number.replace("/", "-")
        name = self.bench.say("course.correct_name", number=number)
        chosen = self.choose_target(f"{name}.docx")
        if not chosen:
            raise _LeftError
        target = Path(chosen).with_suffix(".docx")
        told = self.bench.say("course.correct_done", name=target.name)

        def write(office: Office) -> str:
            writer = tools.report_writer(keep_template.own(office))
            write_correction.write_correction(office, writer, asked, edition, given, target)
            return told

        return write

    def write(self) -> None:
        """Write the letter, which changes nothing in the folder; leaving the choice writes none."""
        self.wrong.say("")
        try:
            work = self.work()
        except _LeftError:
            return
        except KnownError as wrong:
            self.refuse(wrong)
            return
        self.act.setEnabled(False)
        self.bench.jobs.ask(work, self._written, refused=self.refuse)

    def _build(self) -> None:
        say = self.bench.say
        for each in reversed(reports(self._course.editions)):
            self.edition.addItem(say(f"course.edition.{each.kind}", number=each.number), each)
        self.add_field("correct_edition", self.edition)
        self.add_text(say("course.correct_why"), "small")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.look.px(6), 0)
        column.addWidget(self.rows)
        column.addStretch(1)
        scroll = VerticalScroll(inside)
        scroll.setMinimumHeight(self.look.px(_LIST))
        self.body.addWidget(scroll, 1)
        self.finish(say("course.correct_yes"))
        self.rows.begin()

    def _ask_target(self, name: str) -> str:
        place = Path(preferences.last_folder("report") or "") / name
        title, kind = self.bench.say("course.correct_save"), self.bench.say("report.word_file")
        return QFileDialog.getSaveFileName(self, title, str(place), f"{kind} (*.docx)")[0]


class _LeftError(Exception):
    """No place was chosen for the letter."""
