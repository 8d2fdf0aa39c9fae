"""The three ways of settling a reworded task: keep its activities, move them, or part them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.field import Field
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.plan import Task
    from ttdn_desktop.gui.workbench import Workbench


class Way(StrEnum):
    """What is done with the activities."""

    KEEP = "keep"
    MOVE = "move"
    SPLIT = "split"


@immutable
class Decided:
    """What an officer has decided on; `to_task` is an id, "" where all is kept."""

    way: Way
    to_task: str
    reason: str


class ReviewWays(QWidget):
    """`confirmed` tells Enter in the reason, `changed` that another way was clicked."""

    confirmed = Signal()
    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the ways; nothing is chosen but to keep."""
        super().__init__()
        self._bench = bench
        self._tasks: tuple[Task, ...] = ()
        self.buttons = {way: QRadioButton(bench.say(f"review.way_{way}")) for way in Way}
        self.target = ChoosingEdit()
        self.reason = QLineEdit()
        self.to = Field(bench.look, bench.say("review.target"), self.target)
        self.why = Field(bench.look, bench.say("review.reason"), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(bench.look.px(6))
        for button in self.buttons.values():
            column.addWidget(button)
            button.toggled.connect(lambda _on: self._settle())
            button.clicked.connect(lambda _on: self.changed.emit())
        column.addWidget(self.to)
        column.addWidget(self.why)
        self.target.setPlaceholderText(bench.say("review.target_hint"))
        self.target.picked.connect(lambda _key: self._on_picked())
        self.target.textEdited.connect(lambda _text: self.to.complain(""))
        self.reason.setPlaceholderText(bench.say("review.reason_hint"))
        self.reason.textEdited.connect(lambda _text: self.why.complain(""))
        self.reason.returnPressed.connect(self.confirmed)

    @property
    def way(self) -> Way:
        """Return the way that is chosen."""
        return next((way for way, each in self.buttons.items() if each.isChecked()), Way.KEEP)

    def begin(self, tasks: Sequence[Task], *, movable: bool) -> None:
        """Start anew for a task; `tasks` are the others, `movable` tells of activities to move."""
        self._tasks = tuple(tasks)
        self.target.offer([Choice(each.id, _named(each)) for each in tasks])
        self.target.clear()
        self.reason.clear()
        self.buttons[Way.KEEP].setChecked(True)
        for way in (Way.MOVE, Way.SPLIT):
            self.buttons[way].setEnabled(movable)
        self._settle()

    def split(self) -> None:
        """Choose to part, as who ticks an activity means to."""
        self.buttons[Way.SPLIT].setChecked(True)

    def decided(self, ticked: int) -> Decided | None:
        """Return what is decided; None where something lacks, which is told and focused."""
        way, to_task, reason = self.way, self._target_id(), self.reason.text().strip()
        say = self._bench.say
        self.why.complain("" if reason else say("review.reason_wanted"))
        if not reason:
            self.reason.setFocus()
        wanted = ""
        if way is not Way.KEEP and not to_task:
            wanted = say("review.target_wanted")
            self.target.setFocus()
        if way is Way.SPLIT and not ticked:
            wanted = say("review.ticks_wanted")
        self.to.complain(wanted)
        return None if wanted or not reason else Decided(way, to_task, reason)

    def _settle(self) -> None:
        self.to.setVisible(self.way is not Way.KEEP)
        self.to.complain("")
        self.why.complain("")

    def _on_picked(self) -> None:
        self.to.complain("")
        self.target.setCursorPosition(0)
        self.reason.setFocus()

    def _target_id(self) -> str:
        """Return the task that is named: chosen from the list, or typed by its code."""
        if self.way is Way.KEEP:
            return ""
        typed = self.target.text().strip()
        return next((each.id for each in self._tasks if typed in (each.code, _named(each))), "")


def _named(task: Task) -> str:
    return f"{task.code}  {task.title}"
