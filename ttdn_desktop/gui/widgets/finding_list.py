"""The findings of the layout check as in the document; a tab for each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from ttdn_desktop.domain.format_finding import Severity, as_in_the_document
from ttdn_desktop.gui.models.finding_columns import EXPECTED_COLUMN, FOUND_COLUMN, finding_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, Empty
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.domain.format_finding import Finding
    from ttdn_desktop.gui.workbench import Workbench

ALL, REPAIRED = "all", "repaired"
TABS = (ALL, *Severity, REPAIRED)
_NARROW = {FOUND_COLUMN: 500, EXPECTED_COLUMN: 660}
"""Below which width, in pixels of the 100 % drawing, a column gives way: the card beside has it."""


class FindingList(Card):
    """`chosen` tells the finding whose row is selected, None where there is none."""

    chosen = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        """Build it, with nothing found."""
        super().__init__(bench.look, edge=10)
        self._say, self._look = bench.say, bench.look
        self._findings: tuple[Finding, ...] = ()
        self._repaired: tuple[Finding, ...] = ()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(bench.say("format.severity"))
        for tab in TABS:
            self.tabs.addTab(bench.say(f"format.tab.{tab}", count=0))
        self.model: RowModel[Finding] = RowModel(finding_columns(bench.words), bench.look)
        self.table = Table(self.model, bench.look, bench.say("format.findings"))
        self.none = Empty(bench.look, bench.say("format.none"))
        self._under = QWidget()
        self._stack = QStackedLayout(self._under)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.none)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._under, 1)
        self.tabs.currentChanged.connect(lambda _number: self._show_tab())
        self.table.chosen.connect(lambda number: self.chosen.emit(self.model.row_at(number)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        for column, least in _NARROW.items():
            self.table.setColumnHidden(column, self.width() < self._look.px(least))

    @property
    def shows_repaired(self) -> bool:
        """Tell whether what was put right is shown, rather than what is found."""
        return self.tabs.currentIndex() == TABS.index(REPAIRED)

    def show_findings(self, found: Sequence[Finding], repaired: Sequence[Finding] = ()) -> None:
        """Show what is found in a file, and what was put right when it was made."""
        self._findings, self._repaired = as_in_the_document(found), as_in_the_document(repaired)
        for number, tab in enumerate(TABS):
            count = len(self._of(tab))
            self.tabs.setTabText(number, self._say(f"format.tab.{tab}", count=count))
        self.tabs.setTabVisible(TABS.index(REPAIRED), bool(repaired))
        self.tabs.setCurrentIndex(0)
        self._show_tab()

    def _of(self, tab: str) -> tuple[Finding, ...]:
        if tab == REPAIRED:
            return self._repaired
        return tuple(each for each in self._findings if tab in (ALL, each.severity))

    def _show_tab(self) -> None:
        rows = self._of(TABS[self.tabs.currentIndex()])
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self.none)
        if rows:
            self.table.choose(0)
        else:
            self.chosen.emit(None)
