"""The plan in force: its number, the list of all it asks, and the words of what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ttdn_desktop.domain import citation
from ttdn_desktop.domain.plan import Duty, Task
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.plan_model import PlanLine, PlanModel, plan_lines
from ttdn_desktop.gui.widgets.parts import Card
from ttdn_desktop.gui.widgets.plan_number import PlanNumber
from ttdn_desktop.gui.widgets.reading import Passage, Reading
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.plan import Direction, PlanVersion
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import PlanFacts


class PlanPane(QWidget):
    """List left, text right; the first line is the plan itself."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__()
        self._bench = bench
        self._version: PlanVersion | None = None
        self._facts: PlanFacts | None = None
        self.number = PlanNumber(bench)
        self.model = PlanModel(self._columns(), bench.look)
        self.list = Table(self.model, bench.look, bench.say("plan.list"))
        self.reading = Reading(bench.look, bench.say("plan.reading"))
        self._split = QSplitter()
        self._build()
        self.list.chosen.connect(self._read)

    def show_plan(self, version: PlanVersion, facts: PlanFacts) -> None:
        """Show a plan; what was chosen before stays chosen."""
        before = self.list.chosen_row()
        self._version, self._facts = version, facts
        self.number.show_plan(facts)
        self.model.set_rows(tuple(plan_lines(version, self._bench.words)))
        for number in range(self.model.rowCount()):
            line = self.model.row_at(number)
            if line is not None and line.is_plan:
                self.list.setSpan(number, 0, 1, len(self.model.columns))
        self.list.choose(max(before, 0))

    def _columns(self) -> tuple[TableColumn[PlanLine], ...]:
        def strong(line: PlanLine) -> bool:
            return line.item is None

        def code(line: PlanLine) -> str:
            return line.title if line.is_plan else line.code

        say = self._bench.say
        return (
            TableColumn(title=say("plan.code"), text=code, width=56, bold=strong),
            TableColumn(title=say("plan.item"), text=lambda line: line.title, bold=strong),
        )

    def _build(self) -> None:
        look = self._bench.look
        left, right = Card(look, edge=6), Card(look)
        left.column.addWidget(self.list, 1)
        right.column.addWidget(self.reading, 1)
        for card in (left, right):
            self._split.addWidget(card)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._split.setSizes([look.px(430), look.px(640)])
        preferences.remember_split("plan", self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.number)
        column.addWidget(self._split, 1)

    def _read(self, number: int) -> None:
        line = self.model.row_at(number)
        if line is None or self._version is None or self._facts is None:
            return
        if line.item is None:
            self._read_plan(self._version, self._facts)
            return
        heading = self._bench.say(f"plan.is_{_kind(line.item)}", code=line.code)
        self.reading.show_text(heading, line.title, self._passages(line.item))

    def _read_plan(self, version: PlanVersion, facts: PlanFacts) -> None:
        say, plan = self._bench.say, version.plan
        counts = say(
            "plan.counts", directions=facts.directions, tasks=facts.tasks, duties=facts.duties
        )
        deadlines = [
            say(f"plan.deadline_{who}", written=deadline.written)
            for who, deadline in (
                ("unit", facts.unit_deadline),
                ("coordinator", facts.coordinator_deadline),
            )
            if deadline is not None
        ]
        replaces = [facts.replaces_reference or facts.replaces, plan.replaces_note]
        self.reading.show_text(
            say("plan.issued_by", issuer=facts.issuer),
            facts.title,
            (
                Passage(say("plan.basis"), facts.basis),
                Passage(say("plan.replaces"), tuple(filter(None, replaces))),
                Passage(say("plan.purpose"), tuple(plan.purpose.split("\n"))),
                Passage(say("plan.funding"), tuple(plan.funding.split("\n"))),
                Passage(say("plan.deadlines"), tuple(deadlines)),
                Passage(say("plan.recipients"), tuple(f"– {each}" for each in facts.recipients)),
                Passage(say("plan.holds"), (counts,)),
            ),
        )

    def _passages(self, item: Task | Direction | Duty) -> Iterator[Passage]:
        say = self._bench.say
        if isinstance(item, Task):
            for key in ("lead_text", "support_text", "period_text", "product"):
                yield Passage(say(f"plan.{key}"), tuple(filter(None, [getattr(item, key)])))
        else:
            yield Passage(say("plan.text"), tuple(item.body.split("\n")))
        if isinstance(item, Duty):
            written = (f"– {each.written}" for each in item.bodies)
            yield Passage(say("plan.bodies"), tuple(written))
        else:
            cited = (f"– {citation.full(each)}" for each in item.cited)
            yield Passage(say("plan.cited"), tuple(cited))
        yield Passage(say("plan.notes"), item.notes)


def _kind(item: Task | Direction | Duty) -> str:
    return type(item).__name__.lower()
