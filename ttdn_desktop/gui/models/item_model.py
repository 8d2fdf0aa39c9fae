"""The unit's plan items by group, with what they stand at: for Tổng quan and Nhiệm vụ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.state_mark import MARK_ROLE, Mark
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.show_items import ItemRow


@immutable
class Line:
    """A line of the list: an item of the plan, or the heading of a group of them."""

    code: str
    title: str
    item: ItemRow | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the line heads a group."""
        return self.item is None


_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
Marks = Mapping[int, "Callable[[ItemRow], Mark]"]
"""Which columns show a mark, and which one."""


class ItemModel(RowModel[Line]):
    """Headings are bold on a band and cannot be chosen."""

    def __init__(self, columns: Sequence[TableColumn[Line]], look: Look, marks: Marks) -> None:
        """Take the columns and those that bear marks."""
        super().__init__(columns, look)
        self._marks = marks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows."""
        line = self.row_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if line.item is None:
            return self._of_heading(line, index, role)
        if mark := self._marks.get(index.column()):
            return self._of_mark(line, mark(line.item), index, role)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be chosen, headings not."""
        line = self.row_at(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if line.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def line_of(self, code: str) -> int:
        """Return the number of an item's line, -1 where it has none."""
        numbers = (
            number
            for number in range(self.rowCount())
            if (line := self.row_at(number)) and line.item and line.code == code
        )
        return next(numbers, -1)

    def _of_mark(self, line: Line, mark: Mark, index: Index, role: int) -> Any:  # noqa: ANN401 (a role's own type)
        if role == MARK_ROLE:
            return mark
        if role in _SPOKEN:
            return self.columns[index.column()].text(line)
        return None

    def _of_heading(self, line: Line, index: Index, role: int) -> Any:  # noqa: ANN401 (a role's own type)
        if role == Qt.ItemDataRole.DisplayRole:
            return {0: line.code, 1: line.title}.get(index.column(), "")
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._look.color("band")
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        return super().data(index, role) if role == Qt.ItemDataRole.TextAlignmentRole else None


def grouped(rows: Sequence[ItemRow], headings: Mapping[str, str]) -> tuple[Line, ...]:
    """Return items with a heading over each group, in the order they come.

    `headings` are those over items of no group, by their kind: "direction", "duty".
    """
    lines: list[Line] = []
    heading = ""
    for row in rows:
        code = row.group_code or row.kind.value
        if code != heading:
            heading = code
            lines.append(Line(row.group_code, row.group_title or headings[code]))
        lines.append(Line(row.code, row.short_title, row))
    return tuple(lines)
