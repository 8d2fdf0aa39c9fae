"""Cần xem trước khi ký: each line opens the records that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import Card, label, set_tone
from ttdn_desktop.gui.widgets.record_links import RecordLinks
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.widgets.wrapped_link import WrappedLink
from ttdn_desktop.gui.wishes import ListActivities, OpenActivity, OpenItem, ShowOffers, ShowPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_report import Finding

_PAGES: Mapping[str, tuple[str, object]] = {
    "edits_open": ("report", ShowOffers()),
    "edits_lost": ("report", ShowOffers()),
    "plan_number_blank": ("plan", ShowPlan()),
    "year_outside_plan": ("plan", ShowPlan()),
    "unconfirmed": ("plan", ShowPlan("proposals")),
    "heirs_undecided": ("plan", ShowPlan("units")),
    "unit_ended": ("plan", ShowPlan("proposals")),
    "signer_missing": ("settings", None),
    "without_evidence": ("activities", ListActivities(without_evidence=True)),
    "without_result": ("activities", ListActivities(without_result=True)),
    "without_funding": ("activities", ListActivities()),
}
"""Which page shows what a notice speaks of; the others open their first record."""

_MOST_LINKS = 24
"""So many records are linked under a notice; all of them are on the page it opens."""


class NoticesCard(Card):
    """None of them refuses the export."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, with nothing in it."""
        super().__init__(bench.look, bench.say("report.notices"))
        self._bench = bench
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, bench.look.px(6), 0)
        self._lines.setSpacing(bench.look.px(8))
        self.column.addWidget(VerticalScroll(inside), 1)
        self.links: list[WrappedLink] = []
        self.records: list[RecordLinks] = []

    def show_all(self, findings: Sequence[Finding], codes: Mapping[str, str]) -> None:
        """Show these notices; `codes` are those of plan items by id."""
        self._clear()
        for finding in findings:
            self._add(finding, codes)
        if not findings:
            nothing = label(self._bench.say("report.no_notices"), wrap=True)
            set_tone(nothing, "good")
            self._lines.addWidget(nothing)
        self._lines.addStretch(1)

    def _clear(self) -> None:
        self.links.clear()
        self.records.clear()
        while (item := self._lines.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _add(self, finding: Finding, codes: Mapping[str, str]) -> None:
        named = str(finding.facts.get("codes", "")).split(", ")
        facts = {"named": len(named), **finding.facts}
        sentence = self._bench.say(f"report.notice.{finding.key}", **facts)
        page, wish = _opens(finding, codes)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._bench.look.px(8))
        mark = label("!", "heading")
        set_tone(mark, "warn")
        link = WrappedLink(sentence, lambda: self._bench.open(page, wish))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(self._bench.look.px(2))
        told.addWidget(link)
        row.addLayout(told, 1)
        self.links.append(link)
        if runs := dict(self._runs(finding, codes)):
            left = len(finding.activity_ids) + len(finding.item_ids) - len(runs)
            more = self._bench.say("report.notice_more", count=left) if left else ""
            self.records.append(RecordLinks(runs, more))
            told.addWidget(self.records[-1])
        self._lines.addWidget(line)

    def _runs(
        self, finding: Finding, codes: Mapping[str, str]
    ) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield the codes of its records, each with what opens it."""
        named = zip(finding.activity_ids, finding.activity_codes, strict=True)
        for activity_id, code in list(named)[:_MOST_LINKS]:
            yield code, self._opener("activities", OpenActivity(activity_id))
        for item_id in finding.item_ids[:_MOST_LINKS]:
            if code := codes.get(item_id, ""):
                yield code, self._opener("tasks", OpenItem(code))

    def _opener(self, page: str, wish: object) -> Callable[[], None]:
        return lambda: self._bench.open(page, wish)


def _opens(finding: Finding, codes: Mapping[str, str]) -> tuple[str, object]:
    if finding.key in _PAGES:
        return _PAGES[finding.key]
    if finding.item_ids:
        return "tasks", OpenItem(codes.get(finding.item_ids[0], ""))
    if finding.activity_ids:
        return "activities", OpenActivity(finding.activity_ids[0])
    return "activities", None
