"""Câu này dựa trên: the activities that the chosen sentence was made from, and their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import Precision, short, shown
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.wishes import ListEvidence, OpenActivity, OpenItem
from ttdn_desktop.services.preview_report import Proof, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.gui.widgets.paper_html import Line
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.preview_report import Preview

_INDENT = "\u2003"


class SourcesCard(Card):
    """Enter or two clicks open a record; a gap leads to the item that would fill it."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, for no sentence yet."""
        super().__init__(bench.look, bench.say("report.sources"))
        self._bench = bench
        self._item = ""
        self.hint = label("", "small", wrap=True)
        self.model: RowModel[Source | Proof] = RowModel(self._columns(), bench.look)
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
        item = preview.gaps.get(line.block, "")
        self.show_records(line.sentence.records, preview, item)
        if not line.tells:
            self._show("report.sources_silent", ())

    def show_records(self, records: Sequence[str], preview: Preview, item: str = "") -> None:
        """Show activities by their ids with what proves them, or evidence with what it proves."""
        ids = dict.fromkeys(records)
        found = [preview.sources[each] for each in ids if each in preview.sources]
        found.sort(key=lambda source: source.start.first)
        if found:
            self._show("report.sources_count", tuple(_with_proofs(found)), item, count=len(found))
        elif proofs := tuple(
            _with_users([each for each in ids if each in preview.proofs], preview)
        ):
            self._show("report.sources_proof", proofs)
        else:
            self._show("report.sources_gap", (), item)

    def _columns(self) -> tuple[TableColumn[Source | Proof], ...]:
        say = self._bench.say
        return (
            TableColumn(title=say("report.source_day"), text=_day, tip=_whole_day, width=58),
            TableColumn(title=say("report.source_code"), text=lambda row: row.code, width=54),
            TableColumn(title=say("report.source_title"), text=_title, tip=_title),
        )

    def _show(
        self, key: str, rows: tuple[Source | Proof, ...], item: str = "", count: int = 0
    ) -> None:
        self._item = item
        self.hint.setText(self._bench.say(key, count=count))
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.to_item.setVisible(bool(item))
        self.to_item.setText(self._bench.say("report.open_item", code=item))

    def _open(self, number: int) -> None:
        row = self.model.row_at(number)
        if isinstance(row, Source):
            self._bench.open("activities", OpenActivity(row.id))
        elif row is not None:
            self._bench.open("evidence", ListEvidence(evidence_id=row.id))

    def _open_item(self) -> None:
        self._bench.open("tasks", OpenItem(self._item))


def _with_proofs(sources: Sequence[Source]) -> Iterator[Source | Proof]:
    """Yield each activity, then what proves it."""
    for source in sources:
        yield source
        yield from source.proofs


def _with_users(ids: Sequence[str], preview: Preview) -> Iterator[Source | Proof]:
    """Yield each piece of evidence, then the activities it proves."""
    for proof in (preview.proofs[each] for each in ids if each in preview.proofs):
        yield proof
        yield from (source for source in preview.sources.values() if proof in source.proofs)


def _title(row: Source | Proof) -> str:
    return row.title if isinstance(row, Source) else f"{_INDENT}{row.name}"


def _day(row: Source | Proof) -> str:
    if isinstance(row, Proof):
        return f"{row.day:%d/%m}" if row.day else ""
    if row.start.precision is Precision.DAY:
        return f"{row.start.first:%d/%m}"
    return shown(row.start)


def _whole_day(row: Source | Proof) -> str:
    if isinstance(row, Proof):
        return short(row.day) if row.day else ""
    return shown(row.start)
