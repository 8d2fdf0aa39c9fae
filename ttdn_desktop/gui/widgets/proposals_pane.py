"""Sắp xếp tổ chức: each reorganisation with its basis, to be confirmed or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui.dialogs.heirs_dialog import HeirsDialog
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.proposal_model import ProposalModel
from ttdn_desktop.gui.widgets.parts import Card, Note, button
from ttdn_desktop.gui.widgets.reading import Passage, Reading
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import confirm_successions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import ProposalRow
    from ttdn_desktop.services.office import Office


class ProposalsPane(QWidget):
    """Table above, the chosen one in full below."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__()
        self._bench = bench
        self.note = Note(bench.look, "warn")
        self.model = ProposalModel(self._columns(), bench.look)
        self.table = Table(self.model, bench.look, bench.say("plan.proposals"))
        self.reading = Reading(bench.look, bench.say("plan.proposal"))
        self.act = button("", self._toggle)
        self.heirs = button(bench.say("units.choose_of_row"), self._choose_heirs)
        self.all = button(bench.say("plan.confirm_all"), self._confirm_all)
        self._build()
        self.table.chosen.connect(lambda _row: self._read())
        self.table.opened.connect(lambda _row: self._toggle())
        self.model.ticked.connect(self._confirm)

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Show the reorganisations; the one that was chosen stays chosen."""
        before = self.table.chosen_row()
        self.model.set_rows(rows)
        left = sum(row.open for row in rows)
        self.note.say(self._bench.say("plan.unconfirmed", count=left) if left else "")
        self.all.setVisible(bool(left))
        if rows:
            self.table.choose(max(before, 0))

    def _columns(self) -> tuple[TableColumn[ProposalRow], ...]:
        say = self._bench.say

        def told(row: ProposalRow) -> str:
            if row.moot:
                return say("units.moot")
            return say("plan.confirmed" if row.confirmed else "plan.open")

        return (
            TableColumn(title=say("plan.confirm_head"), text=told, width=132, tone=_tone),
            TableColumn(title=say("plan.on"), text=lambda row: short(row.date), width=92),
            TableColumn(title=say("plan.change"), text=self._change),
            TableColumn(title=say("plan.legal_basis"), text=lambda row: row.basis),
            TableColumn(title=say("plan.proposal_code"), text=lambda row: row.code, width=120),
        )

    def _change(self, row: ProposalRow) -> str:
        return f"{'; '.join(row.old_names)} → {self._new(row)}"

    def _new(self, row: ProposalRow) -> str:
        return "; ".join(row.new_names) or self._bench.say("plan.ends")

    def _build(self) -> None:
        look = self._bench.look
        table, text = Card(look, edge=6), Card(look)
        table.column.addWidget(self.table, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.act)
        buttons.addWidget(self.heirs)
        buttons.addWidget(self.all)
        buttons.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(12))
        beside.addWidget(self.reading, 1)
        beside.addLayout(buttons)
        text.column.addLayout(beside, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(table)
        split.addWidget(text)
        split.setSizes([look.px(260), look.px(240)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.note)
        column.addWidget(split, 1)

    def _chosen(self) -> ProposalRow | None:
        return self.model.row_at(self.table.chosen_row())

    def _read(self) -> None:
        row = self._chosen()
        self.act.setEnabled(row is not None)
        if row is None:
            return
        self.heirs.setVisible(row.confirmed and len(row.new_names) > 1)
        say = self._bench.say
        self.act.setText(say("plan.take_back" if row.confirmed else "plan.confirm"))
        kind = say(f"plan.kind.{row.kind}")
        concerns = (say("plan.concerns"),) if row.concerns_unit else ()
        self.reading.show_text(
            say("plan.proposal_of", code=row.code, day=short(row.date), kind=kind),
            self._change(row),
            (
                Passage(say("plan.legal_basis"), (row.basis,)),
                Passage(say("plan.certainty"), tuple(filter(None, (row.certainty, row.note)))),
                Passage(say("plan.reach"), concerns),
            ),
        )

    def _toggle(self) -> None:
        if (row := self._chosen()) is not None:
            self._confirm(row.code, not row.confirmed)

    def _choose_heirs(self) -> None:
        if (row := self._chosen()) is not None:
            HeirsDialog(self.window(), self._bench, row.code).open()

    def _confirm_all(self) -> None:
        rows = (self.model.row_at(number) for number in range(self.model.rowCount()))
        self._write([row.code for row in rows if row and row.open], confirmed=True)

    def _confirm(self, code: str, confirmed: bool) -> None:  # noqa: FBT001 (a signal's)
        self._write([code], confirmed=confirmed)

    def _write(self, codes: Sequence[str], *, confirmed: bool) -> None:
        def write(office: Office) -> None:
            confirm_successions.confirm(office, codes, confirmed=confirmed)

        said = "plan.confirmed_now" if confirmed else "plan.taken_back"
        told = self._bench.say(said, count=len(codes))
        self._bench.jobs.do(write, lambda _none: self._bench.desktop.told.emit(told, "good"))


def _tone(row: ProposalRow) -> str:
    return "warn" if row.open else ""
