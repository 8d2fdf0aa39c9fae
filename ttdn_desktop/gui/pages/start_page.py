"""The first start: which unit, who is the officer, where the data lie, the plan's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
)

from ttdn_desktop.gui.widgets.officer_step import OfficerStep
from ttdn_desktop.gui.widgets.parts import Note, button, label
from ttdn_desktop.gui.widgets.place_step import PlaceStep
from ttdn_desktop.gui.widgets.plan_step import PlanStep
from ttdn_desktop.gui.widgets.tab_ordered import TabOrdered
from ttdn_desktop.gui.widgets.unit_step import UnitStep
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import start_folder
from ttdn_desktop.services.start_folder import Start

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.services.start_folder import Offered

WIDTH, HEIGHT = 720, 600
_PLACE_STEP = 2
_OF_THE_PLAN = frozenset({"number_missing"})
"""What is refused of the last step's own fields."""


class StartPage(TabOrdered):
    """Four short steps; nothing is written before the last."""

    started = Signal(object)  # Path: the folder that now holds data
    accepts_typing = Signal()

    def __init__(self, jobs: Jobs, words: Words, look: Look, folder: Path) -> None:
        """Build the steps, and ask which bodies there are."""
        super().__init__()
        self.setObjectName("ground")
        self._jobs, self._words, self._look = jobs, words, look
        self._beginning = False
        self.unit = UnitStep(jobs, words, look)
        self.officer = OfficerStep(words, look)
        self.place = PlaceStep(jobs, words, look, folder)
        self.plan = PlanStep(words, look)
        self.steps = QStackedWidget(self)
        for step in (self.unit, self.officer, self.place, self.plan):
            self.steps.addWidget(step)
        self.progress = label("", "small")
        self.title = label("", "title", wrap=True)
        self.why = label("", "quiet", wrap=True)
        self.note = Note(look, "bad")
        self.back = button(words.say("start.back"), self._go_back)
        self.next = button("", self._go_on, "primary")
        self._build()
        self._show_step(0)
        jobs.do_alone(_offered, self._on_offered, self._tell)

    def wish_for(self) -> Start:
        """Return what has been entered."""
        number, issued_on = self.plan.number_and_day()
        officer = self.officer.entered()
        return Start(
            unit=self.unit.name(),
            kind=self.unit.kind(),
            officer=officer.name,
            title=officer.title,
            phone=officer.phone,
            email=officer.email,
            decision=officer.decision,
            mode=officer.mode,
            plan_number=number,
            plan_issued_on=issued_on,
            confirm=self.unit.confirmed(),
        )

    def _build(self) -> None:
        look = self._look
        card = QFrame(self)
        card.setProperty("card", "true")
        card.setMaximumSize(look.px(WIDTH), look.px(HEIGHT))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(8))
        for widget in (self.progress, self.title, self.why):
            column.addWidget(widget)
        column.addSpacing(look.px(4))
        column.addWidget(VerticalScroll(self.steps), 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(*[look.px(16)] * 4)
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        for step in (self.unit, self.officer, self.place, self.plan):
            step.changed.connect(self._look_at)
            step.entered_all.connect(self._go_on)

    def _on_offered(self, offered: tuple[Offered, ...]) -> None:
        self.unit.set_offered(offered)
        self.unit.take_focus()
        self.accepts_typing.emit()

    def _show_step(self, number: int) -> None:
        self.steps.setCurrentIndex(number)
        say, last = self._words.say, self.steps.count() - 1
        self.progress.setText(say("start.progress", step=number + 1, of=last + 1))
        self.title.setText(say(f"start.title.{number + 1}"))
        self.why.setText(say(f"start.why.{number + 1}"))
        self.back.setVisible(number > 0)
        self.next.setText(say("start.begin" if number == last else "start.next"))
        self.note.say("")
        self._look_at()
        self._step().take_focus()

    def _step(self) -> UnitStep | OfficerStep | PlaceStep | PlanStep:
        return (self.unit, self.officer, self.place, self.plan)[self.steps.currentIndex()]

    def _look_at(self) -> None:
        self.next.setEnabled(self._step().is_complete() and not self._beginning)

    def _go_back(self) -> None:
        self._show_step(self.steps.currentIndex() - 1)

    def _go_on(self) -> None:
        if not self._step().is_complete() or self._beginning:
            return
        if self.steps.currentIndex() < self.steps.count() - 1:
            self._show_step(self.steps.currentIndex() + 1)
            return
        self._begin()

    def _begin(self) -> None:
        self._beginning = True
        self._look_at()
        folder, wish = self.place.folder(), self.wish_for()

        def begin(clock: Clock) -> None:
            start_folder.start(folder, clock, wish)

        self._jobs.do_alone(begin, lambda _none: self.started.emit(folder), self._refuse)

    def _refuse(self, error: KnownError) -> None:
        """Tell why nothing has begun where it is put right: most often it is the folder."""
        if error.key not in _OF_THE_PLAN:
            self._show_step(_PLACE_STEP)
        self._tell(error)

    def _tell(self, error: KnownError) -> None:
        self._beginning = False
        self._look_at()
        self.note.say(self._words.refusal(error))


def _offered(_clock: Clock) -> tuple[Offered, ...]:
    return start_folder.units_offered()
