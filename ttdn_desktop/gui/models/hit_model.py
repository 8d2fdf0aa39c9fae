"""What a search has found, as lines under headings: for the list below a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.theme import Look

CODE_WIDTH, NOTE_WIDTH = 60, 92


@immutable
class Hit:
    """A line: its code, its title, a note at the right; without `run` it is a heading."""

    title: str
    code: str = ""
    note: str = ""
    run: Callable[[], object] | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the line heads a group, and opens nothing."""
        return self.run is None


class HitModel(RowModel[Hit]):
    """Headings stand in the first column and cannot be chosen."""

    def __init__(self, look: Look) -> None:
        """Make the three columns; there are no lines yet."""
        super().__init__(
            (
                TableColumn(title="", text=_first, width=CODE_WIDTH),
                TableColumn(title="", text=lambda hit: hit.title),
                TableColumn(title="", text=lambda hit: hit.note, width=NOTE_WIDTH, right=True),
            ),
            look,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a role's own type)
        """Return what a cell shows; headings and notes are quiet, what leads on is a link."""
        hit = self.row_at(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole and (tone := self._tone(hit, index.column())):
            return self._look.color(tone)
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.title
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, headings not."""
        hit = self.row_at(index.row()) if index.isValid() else None
        if hit is not None and hit.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def best_hit(self, words: str) -> int:
        """Return the row of the hit whose code was typed, else of the first one; -1 for none."""
        typed = words.casefold()
        for number, hit in enumerate(self._rows):
            if not hit.is_heading and hit.code.casefold() == typed:
                return number
        return self.next_hit(-1, 1)

    def _tone(self, hit: Hit, column: int) -> str:
        if hit.is_heading or column == len(self.columns) - 1:
            return "quiet"
        return "" if hit.code else "accent"

    def next_hit(self, row: int, step: int) -> int:
        """Return the row of the next hit upwards or downwards, the same one at the end."""
        number = row + step
        while (hit := self.row_at(number)) is not None:
            if not hit.is_heading:
                return number
            number += step
        return row


def _first(hit: Hit) -> str:
    return hit.title if hit.is_heading else hit.code
