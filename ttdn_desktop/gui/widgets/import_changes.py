"""The third step of the import: what would change, task by task, taken or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_merge import Decision
from ttdn_desktop.gui.models.change_model import ChangeModel
from ttdn_desktop.gui.widgets.change_view import ChangeView
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.turning_split import TurningSplit

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan_changes import TaskRow
    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_plan import ImportPreview

_BESIDE = 900
_COUNTED = (
    ChangeKind.ADDED,
    ChangeKind.REMOVED,
    ChangeKind.REWORDED,
    ChangeKind.RENUMBERED,
    ChangeKind.LEAD,
    ChangeKind.SUPPORT,
    ChangeKind.PERIOD,
)


class ImportChanges(QWidget):
    """List left, both wordings right. `decided` tells all that was decided, each time.

    `names_wanted` asks for the unknown names of bodies, one by one.
    """

    decided = Signal(object)  # Decisions
    names_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the step, with nothing in it."""
        super().__init__()
        self._bench = bench
        self._seen: ImportPreview | None = None
        self.decisions: Decisions = {}
        self.summary = label(wrap=True)
        self.note = Note(bench.look, "warn")
        self.names = button(bench.say("import.names_each"), self.names_wanted.emit)
        self.all = QCheckBox()
        self.model = ChangeModel(bench)
        self.table = Table(self.model, bench.look, bench.say("import.changes"))
        self.view = ChangeView(bench)
        self._build()
        self.all.toggled.connect(lambda _on: self._fill())
        self.table.chosen.connect(self._show_row)
        self.model.ticked.connect(self._toggle)
        self.view.decided.connect(self._decide)

    def show_preview(self, seen: ImportPreview) -> None:
        """Show what a list would change."""
        self._seen, self.decisions = seen, dict(seen.decisions)
        self.summary.setText(self._summed(seen))
        self.note.say(self._doubts(seen))
        self.names.setVisible(bool(seen.asked))
        self.model.show_records(seen.records)
        self._fill()

    def _build(self) -> None:
        look = self._bench.look
        left, right = Card(look, edge=6), Card(look)
        left.column.addWidget(self.table, 1)
        left.column.addWidget(self.all)
        right.column.addWidget(self.view, 1)
        split = TurningSplit(look, (left, right), room=_BESIDE, beside=(640, 430), below=(240, 220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.summary)
        doubts = QHBoxLayout()
        doubts.setSpacing(look.px(8))
        doubts.addWidget(self.note, 1)
        doubts.addWidget(self.names)
        column.addLayout(doubts)
        column.addWidget(split, 1)

    def _fill(self) -> None:
        seen = self._seen
        if seen is None:
            return
        rows = seen.changes.rows
        shown = rows if self.all.isChecked() else tuple(row for row in rows if row.kinds)
        self.all.setVisible(bool(seen.changes.unchanged))
        self.all.setText(self._bench.say("import.show_all", count=seen.changes.unchanged))
        self.model.set_rows(shown)
        self.model.decide(self.decisions)
        if shown:
            self.table.choose(0)
        else:
            self.view.text.clear()

    def _summed(self, seen: ImportPreview) -> str:
        say, changes = self._bench.say, seen.changes
        counts = [(kind, len(changes.of(kind))) for kind in _COUNTED]
        told = [say(f"import.sum_{kind}", count=count) for kind, count in counts if count]
        unchanged = say("import.sum_unchanged", count=changes.unchanged)
        if seen.writes and not seen.differs:
            return say("import.names_only", count=changes.unchanged)
        if not seen.differs:
            return say("import.no_difference", count=changes.unchanged)
        head = say("import.replaces") if seen.replaces else say("import.differs")
        return f"{head} {'; '.join([*told, unchanged])}."

    def _doubts(self, seen: ImportPreview) -> str:
        say = self._bench.say
        if seen.errors:
            return say("import.errors_left", count=seen.errors)
        if seen.unknown_units:
            return say("import.unknown", count=len(seen.unknown_units))
        return say("import.names_decided", count=len(seen.asked)) if seen.asked else ""

    def _show_row(self, number: int) -> None:
        if (row := self.model.row_at(number)) is not None:
            self.view.show_row(row, self.decisions)

    def _toggle(self, row: TaskRow) -> None:
        take = self.model.state(row) is not Qt.CheckState.Checked
        for kind in row.kinds:
            self._note(row, kind, take=take)
        self._tell()

    def _decide(self, row: TaskRow, kind: ChangeKind, take: bool) -> None:  # noqa: FBT001 (a signal's)
        self._note(row, kind, take=take)
        self._tell()

    def _note(self, row: TaskRow, kind: ChangeKind, *, take: bool) -> None:
        self.decisions[row.key, kind] = Decision.TAKE if take else Decision.KEEP

    def _tell(self) -> None:
        self.model.decide(self.decisions)
        self._show_row(self.table.chosen_row())
        self.decided.emit(dict(self.decisions))
