"""Đơn vị: the bodies in force, with today's names and those they bore before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, label
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import UnitRow


class UnitsPane(QWidget):
    """A table, and a line that narrows it: with or without accents."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__()
        self._bench = bench
        self._rows: tuple[UnitRow, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(bench.say("plan.find_unit"))
        self.search.setAccessibleName(bench.say("plan.find_unit"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.model: RowModel[UnitRow] = RowModel(self._columns(), bench.look)
        self.table = Table(self.model, bench.look, bench.say("plan.units"))
        self.count = label("", "small")
        card = Card(bench.look)
        for widget in (self.search, self.table, self.count):
            card.column.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_rows(self, rows: Sequence[UnitRow]) -> None:
        """Show the bodies."""
        self._rows = tuple(rows)
        self._narrow()

    def _columns(self) -> tuple[TableColumn[UnitRow], ...]:
        say = self._bench.say

        def name(row: UnitRow) -> str:
            return say("plan.own", name=row.name) if row.is_own else row.name

        return (
            TableColumn(title=say("plan.unit"), text=name, bold=lambda row: row.is_own),
            TableColumn(
                title=say("plan.abbreviation"), text=lambda row: row.abbreviation, width=110
            ),
            TableColumn(title=say("plan.unit_kind"), text=lambda row: row.kind_label, width=190),
            TableColumn(title=say("plan.former"), text=_former),
        )

    def _narrow(self) -> None:
        words = fold(tidy(self.search.text())).split()
        found = [row for row in self._rows if all(word in _all_words(row) for word in words)]
        self.model.set_rows(found)
        key = "plan.units_count" if found or not words else "plan.no_unit"
        self.count.setText(self._bench.say(key, count=len(found)))


def _former(row: UnitRow) -> str:
    return "; ".join(row.former_names)


def _all_words(row: UnitRow) -> str:
    return fold(" ".join((row.name, row.abbreviation, row.kind_label, *row.former_names)))
