"""Tên đơn vị chưa rõ: each name a list brings and nobody knows, and what it is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.unit_names import spellings
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.body_drafts import BodyDraft, decision_of, draft_of
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.models.unknown_columns import unknown_columns
from ttdn_desktop.gui.widgets.parts import Card, Note
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.turning_split import TurningSplit
from ttdn_desktop.gui.widgets.unknown_body_pane import UnknownBodyPane
from ttdn_desktop.services import import_plan
from ttdn_desktop.services.unknown_bodies import Decision, SuccessorOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_plan import ImportPreview
    from ttdn_desktop.services.listed_names import UnknownUnit
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 980, 640
_BESIDE = 840
"""From which width on both parts stand side by side."""


class UnknownBodiesDialog(Dialog):
    """Names left, what the chosen one is right. `decided` tells the import as it is by then."""

    decided = Signal(object)  # ImportPreview

    def __init__(self, parent: QWidget | None, bench: Workbench, seen: ImportPreview) -> None:
        """Show the names with what was decided of them before."""
        super().__init__(parent, bench.look, bench.say("import.names"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._seen = bench, seen
        self._shown = ""
        self.drafts = {each.name: self._drafted(each.name) for each in seen.asked}
        self.model: RowModel[UnknownUnit] = RowModel(
            unknown_columns(bench.words, self.drafts), bench.look
        )
        self.table = Table(self.model, bench.look, bench.say("import.names"))
        self.pane = UnknownBodyPane(bench, _choices(seen.organisation.units))
        self.wrong = Note(bench.look, "warn")
        self._build()
        self.table.chosen.connect(self._show_row)
        self.table.opened.connect(lambda _row: self.pane.take_focus())
        self.pane.changed.connect(self._take_note)
        self.model.set_rows(seen.asked)
        self.table.choose(0)
        self.table.setFocus()

    def decisions(self) -> dict[str, Decision]:
        """Return what was said of the names, without those that stay as they are.

        Raises KnownError as `decision_of` does; the name is the chosen one then.
        """
        found: dict[str, Decision] = {}
        for row, each in enumerate(self._seen.asked):
            try:
                said = self._said(each.name)
            except KnownError:
                self.table.choose(row)
                raise
            if said is not None:
                found[each.name] = said
        return found

    def settle(self) -> None:
        """Compare the list anew with what was said, or say what is still missing."""
        try:
            bodies = self.decisions()
        except KnownError as wrong:
            self._refuse(wrong)
            return
        seen = self._seen

        def read(_office: Office) -> ImportPreview:
            return import_plan.decided(seen, seen.decisions, bodies=bodies)

        self._bench.jobs.ask(read, self._on_decided, slot="names", refused=self._refuse)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.add_text(say("import.names_why"), "quiet")
        left, right = Card(look, edge=6), Card(look)
        left.column.addWidget(self.table)
        right.column.addWidget(self.pane)
        split = TurningSplit(look, (left, right), room=_BESIDE, beside=(520, 430), below=(150, 430))
        self.body.addWidget(split, 1)
        self.body.addWidget(self.wrong)
        self.add_button(say("dialogs.cancel"), self.reject)
        self.add_button(say("import.names_use"), self.settle, "primary")
        self.grow(WIDTH, HEIGHT)

    def _drafted(self, name: str) -> BodyDraft:
        decision = self._seen.bodies.get(name)
        day = short(decision.on) if isinstance(decision, SuccessorOf) else ""
        return draft_of(decision, self._seen.organisation, day)

    def _said(self, name: str) -> Decision | None:
        return decision_of(name, self.drafts[name], self._seen.organisation, self._bench.year)

    def _show_row(self, number: int) -> None:
        row = self.model.row_at(number)
        if row is not None and row.name != self._shown:
            self._shown = row.name
            self.pane.show_name(row, self.drafts[row.name])

    def _take_note(self) -> None:
        self.wrong.say("")
        self.drafts[self._shown] = self.pane.draft()
        row, last = self.table.chosen_row(), len(self.model.columns) - 1
        self.model.dataChanged.emit(self.model.index(row, 0), self.model.index(row, last))

    def _on_decided(self, seen: ImportPreview) -> None:
        self.decided.emit(seen)
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        self.wrong.say(self._bench.words.refusal(error))


def _choices(units: Iterable[Unit]) -> tuple[Choice, ...]:
    """Return the bodies by their last names, each name once."""
    named = {unit.names[-1].name: "; ".join(spellings(unit)) for unit in units}
    return tuple(Choice(name, name, more) for name, more in named.items())
