"""A table of any length that holds only the pages that have been looked at lately.

The view asks for a cell; what is not at hand shows nothing and is wished for once (`wanted`).
Whoever listens reads that page off the window's thread and hands it in with `set_page`.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Signal

from ttdn_desktop.gui.models.row_model import ColumnModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.models.columns import TableColumn
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look

Row = TypeVar("Row")
PAGE_ROWS = 100
PAGES_KEPT = 12


class PagedModel(ColumnModel[Row]):
    """`generation` tells answers to an older question from those to the present one."""

    wanted = Signal(int, int)  # generation, offset of the page

    def __init__(self, columns: Sequence[TableColumn[Row]], look: Look) -> None:
        """Take the columns; there are no rows yet."""
        super().__init__(columns, look)
        self.generation = 0
        self._count = 0
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def reset(self, count: int, first: Sequence[Row]) -> None:
        """Show another list from now on: how long it is, and its first page."""
        self.beginResetModel()
        self.generation += 1
        self._count = count
        self._pages.clear()
        self._asked.clear()
        if count:
            self._pages[0] = tuple(first)
        self.endResetModel()

    def set_page(self, generation: int, offset: int, rows: Sequence[Row]) -> None:
        """Take a page that was wished for; an answer to an older question is let go."""
        number = offset // PAGE_ROWS
        if generation != self.generation:
            return
        self._asked.discard(number)
        self._pages[number] = tuple(rows)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min(offset + PAGE_ROWS, self._count) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(self.columns) - 1))

    def let_go(self, generation: int, offset: int) -> None:
        """Forget that a page was wished for; it is wished for again when it is looked at."""
        if generation == self.generation:
            self._asked.discard(offset // PAGE_ROWS)

    def row_at(self, number: int) -> Row | None:
        """Return a row at hand; one that is not is wished for, and None until it has come."""
        page, place = divmod(number, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            self._wish(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return how long the list is."""
        return 0 if parent.isValid() else self._count

    def _wish(self, page: int) -> None:
        if page not in self._asked and 0 <= page * PAGE_ROWS < self._count:
            self._asked.add(page)
            self.wanted.emit(self.generation, page * PAGE_ROWS)
