"""Bổ sung kỳ trước: what was recorded too late for its own round, to be told in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import shown
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.tick_model import TickModel
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import round_days

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.round_days import Missed

WIDTH, HEIGHT = 820, 440


class MissedDialog(WritingDialog):
    """What is ticked is told in the round, in its place, with "(bổ sung kỳ trước)"."""

    def __init__(self, parent: QWidget | None, bench: Workbench, asked: Round) -> None:
        """Ask what was missed before a round."""
        super().__init__(parent, bench, bench.say("rounds.missed"), width=WIDTH)
        self._asked = asked
        self.model: TickModel[Missed] = TickModel(self._columns(), bench.look, lambda row: row.id)
        self.table = Table(self.model, bench.look, bench.say("rounds.missed"))
        self.add_text(bench.say("rounds.missed_why"), "quiet")
        self.body.addWidget(self.table, 1)
        self.finish(bench.say("rounds.missed_write"))
        self.grow(WIDTH, HEIGHT)
        bench.jobs.ask(lambda office: round_days.missed(office, asked), self._show)

    def work(self) -> Callable[[Office], str]:
        """Return what has the round tell what is ticked, and nothing else of rounds before."""
        ids, asked = self.model.keys(), self._asked
        told = self.bench.say("rounds.missed_written", count=len(ids))

        def take(office: Office) -> str:
            round_days.take(office, asked, ids)
            return told

        return take

    def _columns(self) -> tuple[TableColumn[Missed], ...]:
        say = self.bench.say
        return (
            TableColumn(title=say("rounds.code"), text=lambda row: row.code, width=84),
            TableColumn(title=say("rounds.day"), text=lambda row: shown(row.start), width=96),
            TableColumn(
                title=say("rounds.activity"), text=lambda row: row.title, tip=lambda row: row.title
            ),
            TableColumn(
                title=say("rounds.of"), text=lambda row: report_period.named(row.of), width=150
            ),
        )

    def _show(self, found: Sequence[Missed]) -> None:
        self.model.set_rows(found)
        for number, row in enumerate(found):
            if row.taken:
                self.model.toggle(row, self.model.index(number, 0))
        if found:
            self.table.choose(0)
            self.table.setFocus()
