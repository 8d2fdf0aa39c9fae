"""The list of evidence: filters above, pages of rows below, or what to do where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.gui.models import evidence_columns
from ttdn_desktop.gui.models.paged_model import PAGE_ROWS, PagedModel
from ttdn_desktop.gui.widgets.evidence_filters import EvidenceFilters
from ttdn_desktop.gui.widgets.parts import Card, Empty, button
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.services import keep_evidence, show_evidence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.domain.shelf import EvidenceRow
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_evidence import Shown

_HIDDEN_BELOW = {
    evidence_columns.KIND: 640,
    evidence_columns.SIZE: 560,
    evidence_columns.DATED: 400,
}
"""Columns that are left out where the list is narrower."""


class EvidenceList(Card):
    """`chosen` tells the piece that is now looked at, `opened` one that is to be opened."""

    chosen = Signal(object)  # EvidenceRow | None
    opened = Signal(object)  # EvidenceRow
    counted = Signal(int)
    filled = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the list; it is filled by `refresh`."""
        super().__init__(bench.look, edge=8)
        self._bench = bench
        self._model = PagedModel(evidence_columns.evidence_columns(bench.words), bench.look)
        self._present = ""
        self._asked = Shelf()
        self.filters = EvidenceFilters(bench)
        self.table = Table(self._model, bench.look, bench.say("evidence.list"))
        self._all = button(bench.say("evidence.all"), self.show_all)
        self.empty = Empty(bench.look, "", self._all)
        self._stack = QStackedWidget()
        for widget in (self.table, self.empty):
            self._stack.addWidget(widget)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._stack, 1)
        self._listen()

    def refresh(self, wanted_id: str = "") -> None:
        """Read anew; the wanted piece is chosen, else the one chosen before, else the first."""
        wanted = wanted_id or self._present
        self._asked = shelf = self.filters.shelf()

        def read(office: Office) -> Shown:
            return show_evidence.look(office, shelf, PAGE_ROWS, wanted)

        self._bench.jobs.ask(read, self._show, slot="evidence")

    def look_at(self, shelf: Shelf, wanted_id: str = "") -> None:
        """Look at another part."""
        self.filters.set_shelf(shelf)
        self.refresh(wanted_id)

    def show_all(self) -> None:
        """Take all filters away."""
        self.look_at(Shelf())

    def present(self) -> EvidenceRow | None:
        """Return the piece that is chosen, if it is at hand."""
        return self._model.row_at(self.table.chosen_row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave columns out where there is no room for them."""
        super().resizeEvent(event)
        for column, width in _HIDDEN_BELOW.items():
            self.table.setColumnHidden(column, self.width() < self._bench.look.px(width))

    def _listen(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self._model.wanted.connect(self._read_page)
        self._model.dataChanged.connect(lambda *_cells: self._on_chosen(self.table.chosen_row()))

    def _show(self, shown: Shown) -> None:
        self._model.reset(shown.count, shown.first)
        self.filters.set_unfiled(shown.unfiled)
        self._stack.setCurrentWidget(self.table if shown.count else self.empty)
        self.counted.emit(shown.count)
        if shown.count:
            self.table.choose(shown.place or 0)
        else:
            self._say_empty()
            self._present = ""
            self.chosen.emit(None)
        self.filled.emit()

    def _say_empty(self) -> None:
        everything = self._asked == Shelf()
        key = "empty" if everything else "empty_filtered"
        if self._asked == Shelf(unfiled=True):
            key = "empty_unfiled"
        self.empty.text.setText(self._bench.say(f"evidence.{key}"))
        self._all.setVisible(not everything)

    def _read_page(self, generation: int, offset: int) -> None:
        shelf = self._asked

        def read(office: Office) -> tuple[int, int, tuple[EvidenceRow, ...]]:
            return generation, offset, keep_evidence.page(office, shelf, offset, PAGE_ROWS)

        self._bench.jobs.ask(read, self._take_page)

    def _take_page(self, page: tuple[int, int, tuple[EvidenceRow, ...]]) -> None:
        self._model.set_page(*page)

    def _on_chosen(self, number: int) -> None:
        if (row := self._model.row_at(number)) is not None:
            self._present = row.id
            self.chosen.emit(row)

    def _on_opened(self, number: int) -> None:
        if (row := self._model.row_at(number)) is not None:
            self.opened.emit(row)
