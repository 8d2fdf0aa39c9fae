"""The second step of the import of activities: its rows, and what is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.models.seen_columns import cell_problem_columns, seen_columns
from ttdn_desktop.gui.widgets.parts import Card, label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services.import_activities import RowState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.import_activities import ActivityPreview, CellProblem, SeenRow

EDGES = 48
"""What of the width is the table's and the card's own, in pixels of the 100 % drawing."""


class ActivityPreviewPane(QWidget):
    """Rows above, problems below: what is chosen on one side is shown on the other."""

    def __init__(self, bench: Workbench) -> None:
        """Build the step, with nothing in it."""
        super().__init__()
        self._bench = bench
        self.summary = label(wrap=True)
        self.rows: RowModel[SeenRow] = RowModel(seen_columns(bench.words), bench.look)
        self.table = Table(self.rows, bench.look, bench.say("activity_import.rows"))
        self.wrong: RowModel[CellProblem] = RowModel(cell_problem_columns(bench.words), bench.look)
        self.problems = Table(self.wrong, bench.look, bench.say("import.problems"))
        self.sentence = label(wrap=True)
        self._below = Card(bench.look, edge=6)
        self._build()
        self.table.chosen.connect(self._on_row)
        self.problems.chosen.connect(self._on_problem)

    def show_preview(self, shown: ActivityPreview) -> None:
        """Show what a table would bring; the first row that is wrong is chosen."""
        self.summary.setText(self._summed(shown))
        self.rows.set_rows(shown.seen)
        self.wrong.set_rows(sorted(shown.problems, key=lambda each: each.note))
        self._below.setVisible(bool(shown.problems))
        wrong = (at for at, row in enumerate(shown.seen) if row.state is RowState.WRONG)
        if shown.seen:
            self.table.choose(next(wrong, 0))
        if shown.problems and self.problems.chosen_row() < 0:
            self.problems.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Say a sentence in whole only where the table is too narrow for it."""
        super().resizeEvent(event)
        self._tell_whole()

    def _build(self) -> None:
        look = self._bench.look
        above = Card(look, edge=6)
        above.column.addWidget(self.table, 1)
        self._below.column.addWidget(self.problems, 1)
        self._below.column.addWidget(self.sentence)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(self._below)
        split.setSizes([look.px(260), look.px(180)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.summary)
        column.addWidget(split, 1)

    def _summed(self, shown: ActivityPreview) -> str:
        say = self._bench.say
        counts = {state: sum(row.state is state for row in shown.seen) for state in RowState}
        told = [say("activity_import.read", rows=shown.rows)]
        told += [
            say(f"activity_import.count_{state}", count=count)
            for state, count in counts.items()
            if count
        ]
        return " ".join(told)

    def _on_row(self, number: int) -> None:
        row, present = self.rows.row_at(number), self.wrong.row_at(self.problems.chosen_row())
        if row is None or (present is not None and present.place.row == row.place.row):
            return
        for at in range(self.wrong.rowCount()):
            problem = self.wrong.row_at(at)
            if problem is not None and problem.place.row == row.place.row:
                self.problems.choose(at)
                return

    def _on_problem(self, number: int) -> None:
        problem, present = self.wrong.row_at(number), self.rows.row_at(self.table.chosen_row())
        if problem is None:
            return
        self.sentence.setText(self._bench.words.refusal(problem.error))
        self._tell_whole()
        if present is not None and present.place.row == problem.place.row:
            return
        for at in range(self.rows.rowCount()):
            row = self.rows.row_at(at)
            if row is not None and row.place.row == problem.place.row:
                self.table.choose(at)
                return

    def _tell_whole(self) -> None:
        """Say the chosen sentence below the table where its column is too narrow for it."""
        edges = self._bench.look.px(EDGES)
        room = self.width() - self.problems.columnWidth(0) - edges
        wide = self.problems.fontMetrics().horizontalAdvance(self.sentence.text())
        self.sentence.setVisible(wide > room)
