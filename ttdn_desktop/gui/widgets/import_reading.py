"""The second step of the import: what is doubtful in the file, and what its columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QTableView, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.domain.task_list import Column, Severity
from ttdn_desktop.gui.models.grid_model import GridModel
from ttdn_desktop.gui.models.problem_columns import problem_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.domain.task_list import Problem, TaskList
    from ttdn_desktop.gui.workbench import Workbench

_COLUMN_WIDTH = 150
_WIDTHS: dict[Column | None, int] = {Column.CODE: 110, Column.TASK: 380, Column.PERIOD: 130}


class ImportReading(QWidget):
    """Problems above, the file below; a problem that is chosen shows its place in the file."""

    columns_wanted = Signal(object)  # dict[int, Column]
    sheet_wanted = Signal(str)
    encoding_wanted = Signal(object)  # LegacyEncoding

    def __init__(self, bench: Workbench) -> None:
        """Build the step, with nothing in it."""
        super().__init__()
        self._bench = bench
        self._listed: TaskList | None = None
        self.summary = label(wrap=True)
        self.model: RowModel[Problem] = RowModel(problem_columns(bench.words), bench.look)
        self.problems = Table(self.model, bench.look, bench.say("import.problems"))
        self.sheet = QComboBox()
        self.column = QComboBox()
        self.holds = QComboBox()
        self.convert = button(bench.say("import.convert"), self._convert)
        self.grid_model = GridModel()
        self.grid = QTableView()
        self._build()
        self.problems.chosen.connect(self._show_place)
        self.sheet.activated.connect(lambda _at: self.sheet_wanted.emit(self.sheet.currentData()))
        self.column.currentIndexChanged.connect(self._on_column)
        self.holds.activated.connect(self._on_holds)

    def show_list(self, listed: TaskList, *, recalled: bool = False) -> None:
        """Show what was understood; `recalled`: with columns that an earlier file was given."""
        self._listed = listed
        told = [self._summed(listed), *[self._bench.say("import.recalled")] * recalled]
        self.summary.setText(" ".join(told))
        self.model.set_rows(listed.problems)
        if listed.problems:
            self.problems.choose(0)
        self.convert.setVisible(self._encoding() is not None)
        self._fill_sheets(listed)
        self._show_grid(listed)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        top, below = Card(look, edge=6), Card(look, edge=6)
        top.column.addWidget(self.problems, 1)
        below.column.addLayout(self._choices())
        below.column.addWidget(self.grid, 1)
        self.grid.setModel(self.grid_model)
        self.grid.setAccessibleName(say("import.table"))
        self.grid.setTabKeyNavigation(False)
        self.grid.setWordWrap(False)
        self.grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.grid.horizontalHeader().setDefaultSectionSize(look.px(_COLUMN_WIDTH))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(top)
        split.addWidget(below)
        split.setSizes([look.px(170), look.px(260)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.summary)
        column.addWidget(split, 1)

    def _choices(self) -> QHBoxLayout:
        look, say = self._bench.look, self._bench.say
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for name, combo in (
            ("sheet", self.sheet),
            ("column", self.column),
            ("holds", self.holds),
        ):
            row.addWidget(label(say(f"import.{name}"), "quiet"))
            combo.setAccessibleName(say(f"import.{name}"))
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMaximumWidth(look.px(240))
            row.addWidget(combo)
        for column in Column:
            self.holds.addItem(say(f"import.column_{column}"), column)
        row.addStretch(1)
        row.addWidget(self.convert)
        return row

    def _summed(self, listed: TaskList) -> str:
        say = self._bench.say
        counts = {
            each: sum(problem.severity is each for problem in listed.problems) for each in Severity
        }
        parts = [
            say("import.read", tasks=len(listed.tasks), groups=len(listed.groups)),
            *(
                say(f"import.count_{severity}", count=count)
                for severity, count in counts.items()
                if count
            ),
        ]
        if listed.number:
            key = "import.of_plan" if listed.issued_on else "import.of_plan_undated"
            day = short(listed.issued_on) if listed.issued_on else ""
            parts.append(say(key, number=listed.number, day=day))
        return " ".join(parts)

    def _fill_sheets(self, listed: TaskList) -> None:
        self.sheet.clear()
        for grid in listed.content.grids:
            if not grid.hidden or grid.number == listed.grid_number:
                name = grid.name or self._bench.say("import.table_number", number=grid.number)
                self.sheet.addItem(name, grid.name or str(grid.number))
                if grid.number == listed.grid_number:
                    self.sheet.setCurrentIndex(self.sheet.count() - 1)

    def _grid_of(self, listed: TaskList) -> Grid | None:
        return next(
            (each for each in listed.content.grids if each.number == listed.grid_number), None
        )

    def _show_grid(self, listed: TaskList) -> None:
        heads = {
            at: self._bench.say(f"import.column_{column}") for at, column in listed.columns.items()
        }
        self.grid_model.set_grid(self._grid_of(listed), heads)
        self.column.clear()
        for at in range(self.grid_model.columnCount()):
            head = self.grid_model.headerData(at, Qt.Orientation.Horizontal)
            self.column.addItem(str(head), at)
            width = _WIDTHS.get(listed.columns.get(at), _COLUMN_WIDTH)
            self.grid.setColumnWidth(at, self._bench.look.px(width))

    def _on_column(self, at: int) -> None:
        if self._listed is not None and at >= 0:
            held = self._listed.columns.get(at, Column.IGNORED)
            self.holds.setCurrentIndex(self.holds.findData(held))

    def _on_holds(self, _at: int) -> None:
        if self._listed is not None and self.column.currentIndex() >= 0:
            wanted = {
                **self._listed.columns,
                self.column.currentData(): Column(self.holds.currentData()),
            }
            self.columns_wanted.emit(dict(self._once(wanted)))

    def _once(self, wanted: dict[int, Column]) -> Iterator[tuple[int, Column]]:
        """Let nothing be held by two columns: the one just chosen keeps it."""
        chosen = self.column.currentData()
        for at, column in wanted.items():
            taken = at != chosen and column is wanted[chosen] and column is not Column.IGNORED
            yield at, Column.IGNORED if taken else column

    def _encoding(self) -> LegacyEncoding | None:
        problems = self._listed.problems if self._listed else ()
        found = (each.facts.get("encoding") for each in problems if each.key == "legacy_encoding")
        name = next(found, None)
        return LegacyEncoding(str(name).lower()) if name else None

    def _convert(self) -> None:
        if (encoding := self._encoding()) is not None:
            self.encoding_wanted.emit(encoding)

    def _show_place(self, number: int) -> None:
        problem, listed = self.model.row_at(number), self._listed
        grid = self._grid_of(listed) if listed else None
        if problem is None or grid is None or problem.place.row is None:
            return
        row = problem.place.row - grid.first_row
        column = (problem.place.column or grid.first_column) - grid.first_column
        if problem.place.number == grid.number:
            index = self.grid_model.index(row, max(column, 0))
            self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)
