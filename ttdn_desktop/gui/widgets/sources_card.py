"""Câu này dựa trên: the activities that the chosen sentence was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import Precision, shown
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.wishes import OpenActivity, OpenItem

if TYPE_CHECKING:
    from ttdn_desktop.gui.widgets.paper_html import Line
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.preview_report import Preview, Source


class SourcesCard(Card):
    """Enter or two clicks open an activity; a gap leads to the item that would fill it."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, for no sentence yet."""
        super().__init__(bench.look, bench.say("report.sources"))
        self._bench = bench
        self._item = ""
        self.hint = label("", "small", wrap=True)
        self.model: RowModel[Source] = RowModel(self._columns(), bench.look)
        self.table = Table(self.model, bench.look, bench.say("report.sources"))
        self.to_item = button("", self._open_item)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.to_item)
        self.column.addWidget(self.table, 1)
        self.column.addStretch()
        self.table.opened.connect(self._open)
        self.clear()

    def clear(self) -> None:
        """Show no sentence."""
        self._show("report.sources_hint", ())

    def show_line(self, line: Line, preview: Preview) -> None:
        """Show what a sentence rests on."""
        ids = dict.fromkeys(line.sentence.records)
        found = [preview.sources[each] for each in ids if each in preview.sources]
        found.sort(key=lambda source: source.start.first)
        item = preview.gaps.get(line.block, "")
        key = "report.sources_count" if found else "report.sources_gap"
        self._show(key, tuple(found), item)

    def _columns(self) -> tuple[TableColumn[Source], ...]:
        say = self._bench.say
        return (
            TableColumn(title=say("report.source_day"), text=_day, tip=_whole_day, width=58),
            TableColumn(title=say("report.source_code"), text=lambda row: row.code, width=54),
            TableColumn(title=say("report.source_title"), text=lambda row: row.title),
        )

    def _show(self, key: str, rows: tuple[Source, ...], item: str = "") -> None:
        self._item = item
        self.hint.setText(self._bench.say(key, count=len(rows)))
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.to_item.setVisible(bool(item))
        self.to_item.setText(self._bench.say("report.open_item", code=item))

    def _open(self, number: int) -> None:
        if (source := self.model.row_at(number)) is not None:
            self._bench.open("activities", OpenActivity(source.id))

    def _open_item(self) -> None:
        self._bench.open("tasks", OpenItem(self._item))


def _day(source: Source) -> str:
    if source.start.precision is Precision.DAY:
        return f"{source.start.first:%d/%m}"
    return shown(source.start)


def _whole_day(source: Source) -> str:
    return shown(source.start)
