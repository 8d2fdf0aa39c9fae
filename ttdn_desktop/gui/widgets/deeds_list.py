"""What was done for an item in the year: the latest activities, each of which opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import shown
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.gui.widgets.link_line import LinkLine
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.wishes import ListActivities, OpenActivity
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import Browse

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.browse_activities import ActivityRow
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_items import ItemRow

SHOWN = 8


class DeedsList(QWidget):
    """Some activities, and the way to all."""

    def __init__(self, bench: Workbench) -> None:
        """Build the list, for no item yet."""
        super().__init__()
        self._bench = bench
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(bench.look.px(2))

    def show_item(self, row: ItemRow) -> None:
        """Read an item's latest activities and show them."""
        period = annual_round(self._bench.year, "").period
        wanted = Browse(first=period.first, last=period.last, item_ids=(row.id,))

        def read(office: Office) -> tuple[ActivityRow, ...]:
            return browse_activities.page(office, wanted, 0, SHOWN) if row.activities else ()

        self._bench.jobs.ask(read, lambda found: self._show(row, found), slot="deeds")

    def _show(self, row: ItemRow, found: tuple[ActivityRow, ...]) -> None:
        self._clear()
        say = self._bench.say
        facts = {"count": row.activities, "evidence": row.evidence, "year": self._bench.year}
        self._column.addWidget(label(say("tasks.done", **facts), "heading", wrap=True))
        if not found:
            self._column.addWidget(label(say("tasks.nothing_done"), "quiet", wrap=True))
        for each in found:
            self._column.addWidget(self._line(each))
        if row.activities > len(found):
            everything = ListActivities(items=(row.code,))
            more = say("tasks.all", count=row.activities)
            self._column.addWidget(
                LinkLine(more, lambda: self._bench.open("activities", everything))
            )

    def _line(self, each: ActivityRow) -> QWidget:
        proof = self._bench.say("tasks.proven", count=each.evidence)
        lacking = self._bench.say("tasks.unproven")
        text = f"{shown(each.start)}  {each.title}  ({proof if each.evidence else lacking})"
        return LinkLine(text, lambda: self._bench.open("activities", OpenActivity(each.id)))

    def _clear(self) -> None:
        while self._column.count():
            widget: QWidget | None = self._column.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
