"""The report's text and its annexes, one at a time: a row of an annex knows its records too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ttdn_desktop.domain.document import Align, RowKind
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Annex, Column, Row
    from ttdn_desktop.gui.widgets.report_sheet import ReportSheet
    from ttdn_desktop.gui.workbench import Workbench

_WIDTH = 440
"""The width of an annex in pixels of the 100 % drawing, which its columns share."""

_LEAST = 44
"""How low the text may be pressed by what is asked about it, before that would be cut off."""

_STRONG = frozenset({RowKind.GROUP, RowKind.HEADING})


class ReportViews(QWidget):
    """`row_chosen` tells the row of an annex that is looked at."""

    row_chosen = Signal(object)  # Row

    def __init__(self, bench: Workbench, text: ReportSheet) -> None:
        """Show the text alone."""
        super().__init__()
        self._bench = bench
        self._text = text
        self._columns: tuple[tuple[Column, ...], ...] = ()
        self.models: list[RowModel[Row]] = []
        self.tables: list[Table] = []
        self.tabs = QTabBar()
        self.tabs.setObjectName("partTabs")
        self.tabs.setAccessibleName(bench.say("report.view"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(bench.say("report.view.text"))
        self.stack = QStackedWidget()
        self.stack.addWidget(text)
        self.stack.setMinimumHeight(bench.look.px(_LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(bench.look.px(4))
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def show_block(self, key: str) -> None:
        """Show the text, with a block in view."""
        self.tabs.setCurrentIndex(0)
        self._text.choose_block(key)

    def show_annexes(self, annexes: tuple[Annex, ...]) -> None:
        """Show the rows of those that are tables; what was looked at stays where it is."""
        annexes = tuple(each for each in annexes if each.table.columns)
        columns = tuple(each.table.columns for each in annexes)
        if columns != self._columns:
            self._build(annexes)
            self._columns = columns
        for number, annex in enumerate(annexes):
            self.models[number].set_rows(annex.table.rows)
            self.tabs.setTabText(number + 1, annex.label)
            self.tabs.setTabToolTip(number + 1, annex.title)

    def _build(self, annexes: tuple[Annex, ...]) -> None:
        while self.tables:
            self.tabs.removeTab(self.tabs.count() - 1)
            self.tables.pop().deleteLater()
        self.models = [RowModel(_columns(each), self._bench.look) for each in annexes]
        for annex, model in zip(annexes, self.models, strict=True):
            table = Table(model, self._bench.look, annex.title)
            table.chosen.connect(partial(self._on_row, model))
            self.tables.append(table)
            self.stack.addWidget(table)
            self.tabs.addTab(annex.label)

    def _on_row(self, model: RowModel[Row], number: int) -> None:
        if (row := model.row_at(number)) is not None:
            self.row_chosen.emit(row)


def _columns(annex: Annex) -> tuple[TableColumn[Row], ...]:
    widest = max(annex.table.columns, key=lambda column: column.share)
    return tuple(
        TableColumn(
            title=column.title,
            text=partial(_line, number),
            tip=partial(_cell, number),
            width=0 if column is widest else round(column.share * _WIDTH),
            right=column.align is Align.RIGHT,
            center=column.align is Align.CENTER,
            bold=lambda row: row.kind in _STRONG,
        )
        for number, column in enumerate(annex.table.columns)
    )


def _cell(number: int, row: Row) -> str:
    return row.cells[number]


def _line(number: int, row: Row) -> str:
    return " · ".join(row.cells[number].splitlines())
