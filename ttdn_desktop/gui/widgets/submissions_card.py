"""Các bản trình: each content of the report that was exported, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.instants import at
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, label
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_report import Submitted


class SubmissionsCard(Card):
    """The same content exported again is no new one."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, with nothing in it."""
        super().__init__(bench.look, bench.say("report.submissions"))
        say = bench.say
        columns: tuple[TableColumn[Submitted], ...] = (
            TableColumn(
                title=say("report.ordinal"), text=lambda row: str(row.ordinal), width=36, right=True
            ),
            TableColumn(title=say("report.at"), text=_at, tip=_whole_at, width=98),
            TableColumn(title=say("report.code"), text=lambda row: row.code),
        )
        self.model: RowModel[Submitted] = RowModel(columns, bench.look)
        self.table = Table(self.model, bench.look, say("report.submissions"))
        self.none = label(say("report.no_submissions"), "small", wrap=True)
        self.table.setMinimumHeight(bench.look.px(66))
        self.column.addWidget(self.none)
        self.column.addWidget(self.table, 1)
        self.column.addStretch()
        self.table.hide()

    def show_rows(self, rows: Sequence[Submitted]) -> None:
        """Show the bản trình, the newest first."""
        self.model.set_rows(sorted(rows, key=lambda row: -row.ordinal))
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)


def _at(row: Submitted) -> str:
    return f"{at(row.at):%d/%m %H:%M}"


def _whole_at(row: Submitted) -> str:
    return f"{at(row.at):%d/%m/%Y %H:%M:%S}"
