"""What a list would change, a task a row; the tick takes the change over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.domain.plan_changes import TaskRow
from ttdn_desktop.domain.plan_merge import Decision
from ttdn_desktop.gui.models.check_model import CHECK, CheckModel
from ttdn_desktop.gui.models.columns import TableColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.workbench import Workbench

_TONES = {"added": "good", "removed": "bad", "reworded": "warn"}


class ChangeModel(CheckModel[TaskRow]):
    """A tick is a wish (`ticked`); what was decided is handed in by `decide`."""

    ticked = Signal(object)  # TaskRow

    def __init__(self, bench: Workbench) -> None:
        """Show nothing yet."""
        self._records: Mapping[str, int] = {}
        self._decisions: Decisions = {}
        super().__init__(self._columns(bench), bench.look)

    def show_records(self, records: Mapping[str, int]) -> None:
        """Take how many activities lie under each task, by its id."""
        self._records = records

    def decide(self, decisions: Decisions) -> None:
        """Show what is taken and what is kept."""
        self._decisions = decisions
        if self.rowCount():
            last = self.index(self.rowCount() - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [CHECK])

    def state(self, row: TaskRow) -> Qt.CheckState:
        """Return whether all of a row's changes are taken, some, or none."""
        taken = {self._decisions.get((row.key, kind)) is not Decision.KEEP for kind in row.kinds}
        if taken == {True, False}:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if taken == {True} else Qt.CheckState.Unchecked

    def check_state(self, row: TaskRow) -> Qt.CheckState | None:
        """Return `state`; a row without changes has no box."""
        return self.state(row) if row.kinds else None

    def toggle(self, row: TaskRow, index: Index) -> None:
        """Tell what is wished."""
        del index
        self.ticked.emit(row)

    def _columns(self, bench: Workbench) -> tuple[TableColumn[TaskRow], ...]:
        say = bench.say

        def kinds(row: TaskRow) -> str:
            named = [say(f"import.kind_{kind}") for kind in sorted(row.kinds)]
            return ", ".join(named) or say("import.unchanged_row")

        def code(row: TaskRow) -> str:
            new = row.new.code if row.new else ""
            return f"{row.code} → {new}" if "renumbered" in row.kinds else row.code

        def records(row: TaskRow) -> str:
            return str(self._records.get(row.key, "") or "")

        return (
            TableColumn(title=say("import.take"), text=code, width=96),
            TableColumn(title=say("import.change"), text=kinds, tone=_tone, width=170),
            TableColumn(title=say("import.task"), text=_title),
            TableColumn(title=say("import.records"), text=records, width=76, right=True),
        )


def _title(row: TaskRow) -> str:
    task = row.new or row.old
    return task.title if task else ""


def _tone(row: TaskRow) -> str:
    return next((tone for kind, tone in _TONES.items() if kind in row.kinds), "")
