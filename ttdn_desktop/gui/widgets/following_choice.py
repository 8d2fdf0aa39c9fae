"""Báo cáo lần sau: whether it says that it replaces or supplements the one issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ttdn_desktop.domain.edition import Saying
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.services.choose_following import choose

if TYPE_CHECKING:
    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class FollowingChoice(NamedField):
    """Shown where a report of the round is issued; a choice is one change."""

    def __init__(self, bench: Workbench) -> None:
        """Ask about no round yet."""
        self.choice = QComboBox()
        super().__init__(bench.look, bench.say("course.says"), self.choice)
        self._bench = bench
        self._round: Round | None = None
        self.choice.setSizeAdjustPolicy(_NARROW)
        self.choice.setMinimumContentsLength(5)
        self.choice.setPlaceholderText(bench.say("course.says.unchosen"))
        self.choice.setToolTip(bench.say("course.says.why"))
        for saying in Saying:
            self.choice.addItem(bench.say(f"course.says.{saying}"), saying)
        self.choice.activated.connect(lambda _number: self._choose())

    def show_course(self, course: Course) -> None:
        """Show what is chosen of a round's last report, or that nobody has chosen."""
        self._round = course.round
        self.setVisible(course.last is not None)
        said = course.saying
        self.choice.setCurrentIndex(-1 if said is None else self.choice.findData(said))

    def _choose(self) -> None:
        if (asked := self._round) is None:
            return
        saying = Saying(self.choice.currentData())

        def write(office: Office) -> Edition:
            return choose(office, asked, saying)

        self._bench.jobs.do(write, lambda made: self._told(saying, made))

    def _told(self, saying: Saying, made: Edition) -> None:
        told = self._bench.say(f"course.said.{saying}", number=made.number)
        self._bench.desktop.told.emit(told, "good")
