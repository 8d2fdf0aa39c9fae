"""Tổng quan: how far the year's report has come, and what is left to do before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.report_case import upper_first
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.figure_card import FigureCard
from ttdn_desktop.gui.widgets.item_table import ItemTable
from ttdn_desktop.gui.widgets.mark_legend import MarkLegend
from ttdn_desktop.gui.widgets.month_chart import MonthChart
from ttdn_desktop.gui.widgets.parts import Card
from ttdn_desktop.gui.widgets.state_mark import Mark, mark_of
from ttdn_desktop.gui.widgets.todo_list import Todo, TodoList
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.wishes import ListActivities, ListEvidence, OpenItem, ShowPlan
from ttdn_desktop.services import show_overview
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.gui.models.item_model import Line
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_items import ItemRow
    from ttdn_desktop.services.show_overview import Overview

CARDS = ("left", "answered", "proven", "unfiled")
_NOTED_CODES = 4
LEAST_HEIGHT = 110
"""Of the list: its head and some lines."""


class OverviewPage(Page):
    """Figures, the unit's items with their marks, what is left to do, activities by month."""

    topics = frozenset(
        {
            *(Topic.ACTIVITIES, Topic.EVIDENCE, Topic.ITEMS, Topic.PLAN),
            *(Topic.UNITS, Topic.OFFICER, Topic.REPORTS),
        }
    )

    def __init__(self, bench: Workbench) -> None:
        """Ask for the year, and build the page while it is read."""
        super().__init__(bench)
        self.appear()
        self._cards = {key: FigureCard(bench.look, bench.say(f"overview.{key}")) for key in CARDS}
        marks = {2: _mark_before, 3: mark_of}
        self.items = ItemTable(bench, self._columns(), marks, bench.say("overview.items"))
        self.todo = TodoList(bench.look)
        self.chart = MonthChart(bench.words, bench.look)
        self._legend = MarkLegend(bench.words, bench.look)
        self._build_body()
        self._listen()

    def refresh(self) -> None:
        """Read the year anew."""
        year = self.bench.year

        def read(office: Office) -> Overview:
            return show_overview.overview(office, year)

        self.bench.jobs.ask(read, self._show, slot="overview")

    def take_focus(self) -> None:
        """Let the arrows move in the list."""
        self.items.setFocus()

    def _columns(self) -> tuple[TableColumn[Line], ...]:
        say = self.bench.say
        return (
            TableColumn(title=say("overview.code"), text=lambda line: line.code, width=56),
            TableColumn(title=say("overview.item"), text=lambda line: line.title, tip=_whole_title),
            TableColumn(title="", text=self._told_before, width=56, center=True),
            TableColumn(title="", text=self._told, width=56, center=True),
            TableColumn(title=say("overview.count"), text=_count, width=64, right=True),
        )

    def _build_body(self) -> None:
        look, say = self.bench.look, self.bench.say
        figures = QHBoxLayout()
        figures.setSpacing(look.px(GAP))
        for card in self._cards.values():
            figures.addWidget(card, 1)
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(GAP))
        whole.addLayout(figures)
        self.items.setMinimumHeight(look.px(LEAST_HEIGHT))
        items = Card(look, say("overview.items"))
        items.column.addWidget(self.items, 1)
        items.column.addWidget(self._legend)
        todo = Card(look, say("overview.todo"))
        todo.column.addWidget(self.todo, 1)
        months = Card(look, say("overview.months"))
        months.column.addWidget(self.chart, 1)
        right = QVBoxLayout()
        right.setSpacing(look.px(GAP))
        right.addWidget(todo, 3)
        right.addWidget(months, 2)
        panes = QHBoxLayout()
        panes.setSpacing(look.px(GAP))
        panes.addWidget(items, 9)
        panes.addLayout(right, 5)
        whole.addLayout(panes, 1)
        self.body.addWidget(VerticalScroll(inner), 1)

    def _listen(self) -> None:
        bench, cards = self.bench, self._cards
        self.items.opened.connect(self._open_line)
        self.chart.opened.connect(
            lambda year, month: bench.open("activities", ListActivities(month=(year, month)))
        )
        cards["left"].opened.connect(lambda: bench.open("report"))
        cards["answered"].opened.connect(lambda: bench.open("tasks"))
        cards["proven"].opened.connect(
            lambda: bench.open("activities", ListActivities(without_evidence=True))
        )
        cards["unfiled"].opened.connect(lambda: bench.open("evidence", ListEvidence(unfiled=True)))

    def _show(self, seen: Overview) -> None:
        say, year = self.bench.say, seen.round.year
        self.title.setText(say("overview.title", year=year))
        period = seen.round.period
        number = seen.plan_number or say("overview.number_blank")
        self.subtitle.setText(
            say("overview.period", first=short(period.first), last=short(period.last), plan=number)
        )
        self._show_figures(seen)
        self.items.items.retitle({2: str(year - 1), 3: str(year)})
        self.items.show_items([row for row in seen.items if row.stands])
        self.todo.show_all(self._todos(seen))
        self.chart.set_months(seen.months)
        self.filled.emit()

    def _show_figures(self, seen: Overview) -> None:
        say, cards = self.bench.say, self._cards
        left = seen.days_left
        if left is None:
            cards["left"].show_figure("–")
        else:
            late = seen.late_matters
            tone = ("bad" if left < 0 else "warn") if late else ""
            key = "overview.days" if left >= 0 else "overview.days_late"
            sending = say(
                "overview.sending",
                day=short(seen.round.sending_day),
                internal=short(seen.internal_day),
            )
            cards["left"].show_figure(say(key, days=abs(left)), sending, tone)
        cards["answered"].show_share(seen.answered, seen.must, self._codes(seen.gaps))
        cards["proven"].show_share(seen.with_evidence, seen.activities)
        cards["unfiled"].show_figure(grouped(seen.unfiled), say("overview.unfiled_note"))

    def _codes(self, codes: tuple[str, ...]) -> str:
        if not codes:
            return self.bench.say("overview.no_gaps")
        shown = ", ".join(codes[:_NOTED_CODES])
        more = "…" if codes[_NOTED_CODES:] else ""
        return self.bench.say("overview.gap_codes", codes=f"{shown}{more}")

    def _todos(self, seen: Overview) -> Iterator[Todo]:
        bench = self.bench
        for each in seen.deadlines:
            told = bench.say(
                "overview.todo.round",
                name=upper_first(report_period.named(each.round)),
                internal=f"{each.internal_day:%d/%m}",
                day=short(each.round.sending_day),
            )
            yield Todo(told, lambda: bench.open("report"))
        lacking = seen.activities - seen.with_evidence
        opens = {
            "gaps": (len(seen.gaps), lambda: bench.open("tasks", OpenItem(seen.gaps[0]))),
            "lacking": (
                lacking,
                lambda: bench.open("activities", ListActivities(without_evidence=True)),
            ),
            "resultless": (
                seen.without_result,
                lambda: bench.open("activities", ListActivities(without_result=True)),
            ),
            "unfiled": (
                seen.unfiled,
                lambda: bench.open("evidence", ListEvidence(unfiled=True)),
            ),
            "drafts": (seen.drafts, lambda: bench.open("activities")),
            "successions": (
                len(seen.open_successions),
                lambda: bench.open("plan", ShowPlan("proposals")),
            ),
            "reviews": (seen.reviews, lambda: bench.open("plan", ShowPlan())),
            "number": (int(seen.plan_number is None), lambda: bench.open("plan", ShowPlan())),
        }
        for key, (count, run) in opens.items():
            if count:
                yield Todo(bench.say(f"overview.todo.{key}", count=grouped(count)), run)
        if not any(count for count, _run in opens.values()):
            yield Todo(bench.say("overview.todo.nothing"))

    def _open_line(self, number: int) -> None:
        if (item := self.items.item_at(number)) is not None:
            self.bench.open("tasks", OpenItem(item.code))

    def _told(self, line: Line) -> str:
        return self.bench.say(f"marks.{mark_of(line.item)}") if line.item else ""

    def _told_before(self, line: Line) -> str:
        return self.bench.say(f"marks.{_mark_before(line.item)}") if line.item else ""


def _mark_before(row: ItemRow) -> Mark:
    return Mark(row.prev_state.value) if row.prev_state else Mark.NOTHING


def _whole_title(line: Line) -> str:
    return line.item.title if line.item else line.title


def _count(line: Line) -> str:
    return grouped(line.item.activities) if line.item else ""
