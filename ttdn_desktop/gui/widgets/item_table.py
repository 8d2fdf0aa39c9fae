"""The table of plan items by group, with their marks: on Tổng quan and on Nhiệm vụ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.models.item_model import ItemModel, Line, grouped
from ttdn_desktop.gui.widgets.state_mark import MarkDelegate
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.item_model import Marks
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.show_items import ItemRow


class ItemTable(Table):
    """A heading goes across all columns but the first, which has the group's code."""

    def __init__(
        self, bench: Workbench, columns: Sequence[TableColumn[Line]], marks: Marks, name: str
    ) -> None:
        """Show nothing yet; `marks` tells which columns bear a mark."""
        self.items = ItemModel(columns, bench.look, marks)
        super().__init__(self.items, bench.look, name)
        say = bench.say
        self._headings = {"direction": say("marks.directions"), "duty": say("marks.duties")}
        for column in marks:
            self.setItemDelegateForColumn(column, MarkDelegate(bench.look, self))

    def show_items(self, rows: Sequence[ItemRow]) -> None:
        """Show items, a heading over each group."""
        self.items.set_rows(grouped(rows, self._headings))
        self.clearSpans()
        for number in range(self.items.rowCount()):
            line = self.items.row_at(number)
            if line is not None and line.is_heading:
                self.setSpan(number, 1, 1, len(self.items.columns) - 1)

    def item_at(self, number: int) -> ItemRow | None:
        """Return the item of a line; None for a heading."""
        line = self.items.row_at(number)
        return line.item if line is not None else None
