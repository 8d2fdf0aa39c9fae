"""Đơn vị: all bodies with their dated names; what is recorded, chosen and put right of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.gui.dialogs.heirs_dialog import HeirsDialog
from ttdn_desktop.gui.dialogs.succession_dialog import SuccessionDialog
from ttdn_desktop.gui.dialogs.unit_dialog import UnitDialog
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import keep_unit, succeed_units

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.show_units import UnitLine, UnitsSeen
    from ttdn_desktop.services.succeed_units import Prepared


class UnitsPane(QWidget):
    """A table, and a line that narrows it: with or without accents."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__()
        self._bench = bench
        self._seen: UnitsSeen | None = None
        say = bench.say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("plan.find_unit"))
        self.search.setAccessibleName(say("plan.find_unit"))
        self.search.setClearButtonEnabled(True)
        self.ended = QCheckBox(say("units.ended_too"))
        self.model: RowModel[UnitLine] = RowModel(self._columns(), bench.look)
        self.table = Table(self.model, bench.look, say("plan.units"))
        self.count = label("", "small")
        self.left = Note(bench.look, "warn")
        self.taken_over = Note(bench.look, "plain")
        self.choose = button("", self.choose_heirs)
        self.follow = button("", self._follow)
        self.edit = button(say("units.edit"), self.edit_chosen)
        self.record = button(say("units.succeed_act"), self.succeed)
        self.now_names = QCheckBox(say("units.now_names"))
        self.now_names.setToolTip(say("units.now_names_why"))
        self._build()
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.ended.toggled.connect(lambda _on: self._narrow())
        self.now_names.clicked.connect(self._write_now_names)
        self.table.opened.connect(lambda _row: self.edit_chosen())
        self.table.chosen.connect(lambda _row: self.edit.setEnabled(True))

    def show_units(self, seen: UnitsSeen) -> None:
        """Show the bodies, and what the folder says of them."""
        self._seen = seen
        say = self._bench.say
        self.now_names.setChecked(seen.now_names)
        self.left.say(say("units.left", count=seen.undecided) if seen.undecided else "")
        self.choose.setText(say("units.choose_act", count=seen.undecided))
        self.choose.setVisible(bool(seen.undecided))
        key = "units.followed" if seen.follows else "units.taken_over"
        self.taken_over.say(say(key, name=seen.successor) if seen.successor else "")
        self.follow.setText(say("units.unfollow" if seen.follows else "units.follow"))
        self.follow.setVisible(bool(seen.successor))
        self._narrow()

    def succeed(self) -> SuccessionDialog:
        """Open the dialog that records a reorganisation, begun with the chosen body."""
        line, lines = self._chosen(), self._seen.lines if self._seen else ()
        name = line.name if line and not line.ended else ""
        dialog = SuccessionDialog(self.window(), self._bench, lines, name)
        dialog.recorded.connect(self._on_recorded)
        dialog.open()
        return dialog

    def choose_heirs(self, code: str = "") -> HeirsDialog:
        """Open the dialog that chooses who takes what."""
        dialog = HeirsDialog(self.window(), self._bench, code)
        dialog.open()
        return dialog

    def edit_chosen(self) -> UnitDialog | None:
        """Open the dialog of the chosen body's details."""
        line = self._chosen()
        if line is None:
            return None
        dialog = UnitDialog(self.window(), self._bench, line)
        dialog.open()
        return dialog

    def _build(self) -> None:
        look = self._bench.look
        card = Card(look)
        above, below, notes = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for row in (above, below):
            row.setSpacing(look.px(8))
        above.addWidget(self.search, 1)
        above.addWidget(self.count)
        above.addWidget(self.ended)
        below.addWidget(self.now_names)
        below.addStretch(1)
        below.addWidget(self.edit)
        below.addWidget(self.record)
        card.column.addLayout(above)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(below)
        notes.setSpacing(look.px(8))
        for note, act in ((self.left, self.choose), (self.taken_over, self.follow)):
            beside = QHBoxLayout()
            beside.setSpacing(look.px(8))
            beside.addWidget(note, 1)
            beside.addWidget(act)
            notes.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(notes)
        column.addWidget(card, 1)

    def _columns(self) -> tuple[TableColumn[UnitLine], ...]:
        say = self._bench.say

        def name(line: UnitLine) -> str:
            return say("plan.own", name=line.name) if line.is_own else line.name

        def past(line: UnitLine) -> str:
            now = [say("units.now", name="; ".join(line.now))] if line.now else []
            return "; ".join((*now, *line.former))

        def tone(line: UnitLine) -> str:
            return "quiet" if line.ended else ""

        return (
            TableColumn(
                title=say("plan.unit"), text=name, bold=lambda line: line.is_own, tone=tone
            ),
            TableColumn(
                title=say("plan.abbreviation"), text=lambda line: line.abbreviation, width=84
            ),
            TableColumn(title=say("plan.unit_kind"), text=lambda line: line.kind_label, width=120),
            TableColumn(title=say("units.life"), text=self._life, width=118),
            TableColumn(title=say("units.past"), text=past, tone=tone),
        )

    def _life(self, line: UnitLine) -> str:
        since = short(line.since) if line.since else ""
        until = short(line.until) if line.until else ""
        key = "both" if since and until else "until" if until else "since" if since else ""
        return self._bench.say(f"units.life.{key}", since=since, until=until) if key else ""

    def _narrow(self) -> None:
        words = fold(tidy(self.search.text())).split()
        chosen = self._chosen()
        known = self._seen.lines if self._seen else ()
        open_to = [line for line in known if self.ended.isChecked() or not line.ended]
        found = [line for line in open_to if all(word in _all_words(line) for word in words)]
        self.model.set_rows(found)
        present = sum(not line.ended for line in found)
        key = "units.count_ended" if present < len(found) else "plan.units_count"
        told = self._bench.say(key, count=present, ended=len(found) - present)
        self.count.setText(told if found or not words else self._bench.say("plan.no_unit"))
        ids = [line.id for line in found]
        self.edit.setEnabled(bool(chosen and chosen.id in ids))
        if chosen and chosen.id in ids:
            self.table.choose(ids.index(chosen.id))

    def _chosen(self) -> UnitLine | None:
        return self.model.row_at(self.table.chosen_row())

    def _on_recorded(self, prepared: Prepared) -> None:
        if prepared.undecided:
            self.choose_heirs(prepared.understood.succession.code)

    def _follow(self) -> None:
        follows = not (self._seen and self._seen.follows)
        self._bench.jobs.do(
            lambda office: succeed_units.follow(office, follows=follows), lambda _none: None
        )

    def _write_now_names(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's)
        self._bench.jobs.do(
            lambda office: keep_unit.write_now_names(office, wanted=wanted), lambda _none: None
        )


def _all_words(line: UnitLine) -> str:
    names = (name.name for name in line.names)
    words = (line.name, line.abbreviation, line.kind_label, *line.former, *line.now)
    return fold(" ".join((*words, *line.aliases, *names)))
