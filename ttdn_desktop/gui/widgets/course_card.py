"""Đường đi của báo cáo: what is done, what comes next as one button, and what was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.course_work import CourseWork
from ttdn_desktop.gui.instants import at
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.course_lines import AHEAD, DONE, ORDER, kept_files, step_lines
from ttdn_desktop.gui.widgets.following_choice import FollowingChoice
from ttdn_desktop.gui.widgets.parts import Card, button, label, set_tone
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.widgets.wrapped_link import WrappedLink
from ttdn_desktop.services import follow_report
from ttdn_desktop.services.follow_report import Step

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from ttdn_desktop.gui.widgets.course_lines import Kept, StepLine
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.prepare_report import Outlook

_SIGNS = {DONE: "✓", AHEAD: "○"}


class CourseCard(Card):
    """One officer ticks the steps; each can be taken back."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, with nothing in it."""
        super().__init__(bench.look)
        self.column.addWidget(label(bench.say("course.title"), "heading", wrap=True))
        self._bench = bench
        self._course: Course | None = None
        self._recipient = ""
        self.work = CourseWork(bench, self)
        self.steps = [label("", "small", wrap=True) for _step in ORDER]
        self.act = button("", self._act)
        say = bench.say
        self.follow = WrappedLink(say("course.follow"), lambda: self._do(Step.FOLLOW))
        self.again = WrappedLink(say("course.send_again"), lambda: self._do(Step.SEND))
        self.slip = WrappedLink(say("course.slip"), self._write_slip)
        self.correct = WrappedLink(say("course.correct"), self._correct)
        self.says = FollowingChoice(bench)
        self.verify = WrappedLink(say("course.verify"), self.work.verify)
        columns: tuple[TableColumn[Kept], ...] = (
            TableColumn(title=say("course.kept"), text=lambda row: row.title),
            TableColumn(title=say("course.at"), text=_at, tip=_whole_at, width=98),
        )
        self.model: RowModel[Kept] = RowModel(columns, bench.look)
        self.table = Table(self.model, bench.look, say("course.kept_files"))
        self._build()

    def show_outlook(self, outlook: Outlook) -> None:
        """Read what became of a round's report."""
        self._recipient, asked = outlook.recipient, outlook.round
        self._bench.jobs.ask(
            lambda office: follow_report.course(office, asked), self._show, slot="course"
        )

    def _build(self) -> None:
        look = self._bench.look
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.px(6), 0)
        column.setSpacing(look.px(4))
        links = (self.slip, self.follow, self.correct, self.again)
        for each in (*self.steps, self.says, *links, self.table, self.verify):
            column.addWidget(each)
        column.addStretch(1)
        self.table.setToolTip(self._bench.say("course.open_why"))
        self.table.setMinimumHeight(look.px(96))
        self.column.addWidget(VerticalScroll(inside), 1)
        self.column.addWidget(self.act)
        for hidden in (self.act, self.says, *links, self.table):
            hidden.hide()
        self.table.opened.connect(self._open)

    def _show(self, course: Course) -> None:
        self._course = course
        lines = step_lines(course, self._bench.words)
        for shown, line in zip(self.steps, lines, strict=True):
            _say(shown, line)
        ahead = course.next()
        self.act.setVisible(ahead is not None)
        self.act.setText(self._bench.say(f"course.act.{ahead}") if ahead else "")
        self.follow.setVisible(course.last is not None and ahead is not Step.ISSUE)
        self.correct.setVisible(course.last is not None)
        self.says.show_course(course)
        self.slip.setVisible(course.fresh is not None)
        self.again.setVisible(bool(course.sent()))
        files = kept_files(course, self._bench.words)
        self.model.set_rows(files)
        self.table.setVisible(bool(files))

    def _act(self) -> None:
        if self._course is not None and (step := self._course.next()):
            self._do(step)

    def _do(self, step: Step) -> None:
        if self._course is not None:
            self.work.do(step, self._course, self._recipient)

    def _write_slip(self) -> None:
        if self._course is not None:
            self.work.write_slip(self._course)

    def _correct(self) -> None:
        if self._course is not None:
            self.work.correct(self._course)

    def _open(self, number: int) -> None:
        if row := self.model.row_at(number):
            self.work.open_kept(row.sha256, row.name)


def _say(shown: QLabel, line: StepLine) -> None:
    shown.setText(f"{_SIGNS.get(line.state, '➜')} {line.text}")
    set_tone(shown, "good" if line.state == DONE else "")


def _at(row: Kept) -> str:
    return f"{at(row.at):%d/%m %H:%M}"


def _whole_at(row: Kept) -> str:
    return f"{at(row.at):%d/%m/%Y %H:%M:%S}"
