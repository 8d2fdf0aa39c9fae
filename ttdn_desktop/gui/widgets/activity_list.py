"""The list of activities: filters, a table of any length, and what to do where it is empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ttdn_desktop.gui.activity_filters import Filters, ids_of
from ttdn_desktop.gui.models.activity_columns import FIGURES_COLUMN, columns
from ttdn_desktop.gui.models.page_feed import PageFeed
from ttdn_desktop.gui.models.paged_model import PAGE_ROWS, PagedModel
from ttdn_desktop.gui.widgets.activity_filter_row import ActivityFilterRow
from ttdn_desktop.gui.widgets.parts import Card, Empty, button
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import ActivityRow, Browse, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

NARROW = 540
"""Below this width, in pixels of the 100 % drawing, the figures give way to the titles."""


@immutable
class Found:
    """What an answer brings: the question asked, its length, its first page, a row's place."""

    browse: Browse
    count: int
    in_period: int
    first: tuple[ActivityRow, ...]
    place: int | None


class ActivityList(Card):
    """`chosen` tells the activity whose row is selected, `opened` that its fields are wanted."""

    chosen = Signal(str)
    opened = Signal(str)
    new_wanted = Signal()
    shown = Signal(int, int)  # rows shown, activities in the period

    def __init__(self, bench: Workbench) -> None:
        """Build the list; `refresh` fills it."""
        super().__init__(bench.look, edge=10)
        self._bench = bench
        self._browse = Browse()
        self._selected = ""
        self._quiet = False
        self.filter_row = ActivityFilterRow(bench)
        self.model: PagedModel[ActivityRow] = PagedModel(columns(bench.say), bench.look)
        self.table = Table(self.model, bench.look, bench.say("activities.table"))
        self._feed = PageFeed(self.model, self._ask_page)
        self._empty = Empty(bench.look, "", button(bench.say("shell.new"), self.new_wanted.emit))
        self._stack = QStackedLayout()
        self._build()
        self._listen()

    def refresh(self) -> None:
        """Read the list anew; the row that was selected stays so, wherever it is now."""
        year, selected = self._bench.year, self._selected
        filters = self.filter_row.within(year)

        def read(office: Office) -> Found:
            return _find(office, year, filters, selected)

        self._bench.jobs.ask(read, self._show, slot="activities")

    def select(self, activity_id: str) -> None:
        """Select an activity's row, without opening it; "" selects none."""
        self._selected = activity_id
        self.refresh()

    def unmark(self) -> None:
        """Let no row stand for what is in the form, a copy say: a click opens its row then."""
        if self._selected:
            self.select("")

    def _build(self) -> None:
        self.column.addWidget(self.filter_row)
        pane = QWidget()
        self._stack = QStackedLayout(pane)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.column.addWidget(pane, 1)

    def _listen(self) -> None:
        self.filter_row.changed.connect(self.refresh)
        self.table.sort_wanted.connect(self._sort)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.model.dataChanged.connect(lambda *_: self._on_chosen(self.table.chosen_row()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave the figures out where there is no room for the titles."""
        super().resizeEvent(event)
        narrow = self.width() < self._bench.look.px(NARROW)
        self.table.setColumnHidden(FIGURES_COLUMN, narrow)

    def _show(self, found: Found) -> None:
        is_other = found.browse != self._browse
        self._browse = found.browse
        self._quiet = True
        self.model.reset(found.count, found.first)
        self.table.show_order(found.browse.order, descending=found.browse.descending)
        if found.place is not None:
            self.table.choose(found.place)
        elif is_other:
            self.table.scrollToTop()
        self._quiet = False
        empty = "none_found" if self.filter_row.filters.narrow else "none_yet"
        self._empty.text.setText(self._bench.say(f"activities.{empty}", year=self._bench.year))
        self._stack.setCurrentIndex(0 if found.count else 1)
        self.shown.emit(found.count, found.in_period)

    def _ask_page(self, offset: int, done: Callable[[Sequence[Any]], None]) -> None:
        browse, jobs = self._browse, self._bench.jobs

        def read(office: Office) -> tuple[ActivityRow, ...]:
            return browse_activities.page(office, browse, offset, PAGE_ROWS)

        def refused(error: KnownError) -> None:
            done(())
            jobs.refused.emit(error)

        jobs.ask(read, done, refused=refused)

    def _sort(self, order: str, descending: bool) -> None:  # noqa: FBT001 (a signal's)
        filters = replace(self.filter_row.filters, order=Order(order), descending=descending)
        self.filter_row.show_filters(filters)

    def _on_chosen(self, number: int) -> None:
        """Tell a row that is selected; one that is not at hand yet is told when it has come."""
        row = self.model.row_at(number) if number >= 0 and not self._quiet else None
        if row is not None and row.id != self._selected:
            self._selected = row.id
            self.chosen.emit(row.id)

    def _on_opened(self, number: int) -> None:
        if (row := self.model.row_at(number)) is not None:
            self._selected = row.id
            self.opened.emit(row.id)


def _find(office: Office, year: int, filters: Filters, selected: str) -> Found:
    ids = {code: item for item, code in office.surroundings().codes.items()}
    browse = filters.browse(year, ids_of(filters.items, ids))
    whole = Filters().browse(year, ())
    return Found(
        browse,
        browse_activities.count(office, browse),
        browse_activities.count(office, whole),
        browse_activities.page(office, browse, 0, PAGE_ROWS),
        browse_activities.place_of(office, browse, selected) if selected else None,
    )
