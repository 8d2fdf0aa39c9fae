"""Nhiệm vụ: what the plan asks of the unit by its part, word for word, and what was done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.pages.page import Page
from ttdn_desktop.gui.widgets.item_pane import ItemPane
from ttdn_desktop.gui.widgets.item_table import ItemTable
from ttdn_desktop.gui.widgets.mark_legend import MarkLegend
from ttdn_desktop.gui.widgets.part_tabs import OTHERS, PartTabs, shown_in
from ttdn_desktop.gui.widgets.parts import Card
from ttdn_desktop.gui.widgets.state_mark import mark_of
from ttdn_desktop.gui.wishes import OpenItem
from ttdn_desktop.services import show_items
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from ttdn_desktop.gui.models.item_model import Line
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_items import ItemRow

    Rows = tuple[ItemRow, ...]

_MARK_COLUMN = 3


class TasksPage(Page):
    """The unit's items at the left; the one that is chosen, in full, at the right."""

    topics = frozenset({Topic.ACTIVITIES, Topic.EVIDENCE, Topic.ITEMS, Topic.PLAN, Topic.UNITS})

    def __init__(self, bench: Workbench) -> None:
        """Build the page; it is filled when it appears."""
        super().__init__(bench)
        self._own: Rows = ()
        self._others: Rows = ()
        self._wished = ""
        self.tabs = PartTabs(bench.words)
        marks = {_MARK_COLUMN: mark_of}
        self.items = ItemTable(bench, self._columns(), marks, bench.say("tasks.list"))
        self.pane = ItemPane(bench)
        self._build_body()
        self.tabs.chosen.connect(lambda _tab: self._fill())
        self.items.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Read the year's items anew."""
        year = self.bench.year

        def read(office: Office) -> tuple[Rows, Rows]:
            return show_items.items(office, year), show_items.other_items(office, year)

        self.bench.jobs.ask(read, self._show, slot="tasks")

    def take_focus(self) -> None:
        """Let the arrows move in the list."""
        self.items.setFocus()

    def wish(self, what: object) -> None:
        """Show an item of the plan."""
        if isinstance(what, OpenItem):
            self._wished = what.code
            self._grant()

    def _columns(self) -> tuple[TableColumn[Line], ...]:
        say = self.bench.say
        return (
            TableColumn(title=say("tasks.code"), text=lambda line: line.code, width=52),
            TableColumn(title=say("tasks.item"), text=lambda line: line.title, tip=_whole_title),
            TableColumn(title=say("tasks.part"), text=self._part, width=84),
            TableColumn(title=say("tasks.state"), text=self._state, width=76, center=True),
            TableColumn(title=say("tasks.count"), text=_count, width=52, right=True),
        )

    def _build_body(self) -> None:
        look = self.bench.look
        card = Card(look, edge=8)
        card.column.addWidget(self.tabs)
        card.column.addWidget(self.items, 1)
        card.column.addWidget(MarkLegend(self.bench.words, look))
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 6)
        splitter.setStretchFactor(1, 5)
        splitter.setSizes([look.px(620), look.px(520)])
        preferences.remember_split("tasks", splitter)
        self.body.addWidget(splitter, 1)

    def _show(self, read: tuple[Rows, Rows]) -> None:
        self._own, self._others = read
        say, year = self.bench.say, self.bench.year
        self.title.setText(say("tasks.title", year=year))
        must = sum(row.must_answer for row in self._own)
        done = sum(row.must_answer and row.state is not None for row in self._own)
        self.subtitle.setText(say("tasks.subtitle", must=must, done=done))
        self.tabs.set_rows(self._own, self._others)
        self._fill()
        self.filled.emit()

    def _fill(self) -> None:
        kept = self.pane.code
        rows = shown_in(self.tabs.tab, self._own, self._others)
        self.items.show_items(rows)
        if self._wished:
            self._grant()
        elif (line := self.items.items.line_of(kept)) >= 0 or (line := self._first_item()) >= 0:
            self.items.choose(line)
        else:
            self.pane.show_item(None)

    def _grant(self) -> None:
        if not self._own:
            return
        line = self.items.items.line_of(self._wished)
        if line < 0:
            belongs = any(row.code == self._wished for row in self._own)
            self.tabs.choose("" if belongs else OTHERS)
            line = self.items.items.line_of(self._wished)
        self._wished = ""
        if line >= 0:
            self.items.choose(line)
            self.items.setFocus()

    def _on_chosen(self, number: int) -> None:
        if (item := self.items.item_at(number)) is not None:
            self.pane.show_item(item)

    def _first_item(self) -> int:
        lines = range(self.items.items.rowCount())
        return next((number for number in lines if self.items.item_at(number)), -1)

    def _part(self, line: Line) -> str:
        return self.bench.say(part_key(line.item)) if line.item else ""

    def _state(self, line: Line) -> str:
        return self.bench.say(f"marks.{mark_of(line.item)}") if line.item else ""


def part_key(row: ItemRow) -> str:
    """Return the key of the words for the unit's part in an item."""
    return f"tasks.part.{row.involvement or 'other'}"


def _whole_title(line: Line) -> str:
    return line.item.title if line.item else line.title


def _count(line: Line) -> str:
    return str(line.item.activities) if line.item and line.item.activities else ""
