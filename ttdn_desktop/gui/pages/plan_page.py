"""Kế hoạch và đơn vị: the plan in force, reorganisations to confirm, the bodies of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui import actions
from ttdn_desktop.gui.pages.page import Page
from ttdn_desktop.gui.table_file import TableFile
from ttdn_desktop.gui.widgets.export_note import ExportNote
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.gui.widgets.plan_pane import PlanPane
from ttdn_desktop.gui.widgets.proposals_pane import ProposalsPane
from ttdn_desktop.gui.widgets.review_note import ReviewNote
from ttdn_desktop.gui.widgets.units_pane import UnitsPane
from ttdn_desktop.gui.wishes import ShowPlan
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import confirm_successions, keep_plan, review_tasks, show_units
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import PlanFacts, ProposalRow
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_units import UnitsSeen

PARTS = ("plan", "proposals", "units")


@immutable
class _Seen:
    version: PlanVersion
    facts: PlanFacts
    proposals: tuple[ProposalRow, ...]
    units: UnitsSeen
    reviews: int


class PlanPage(Page):
    """Three tabs; a wish opens the one it is about."""

    topics = frozenset({Topic.PLAN, Topic.UNITS})

    def __init__(self, bench: Workbench) -> None:
        """Build the page."""
        super().__init__(bench)
        self.plan = PlanPane(bench)
        self.proposals = ProposalsPane(bench)
        self.units = UnitsPane(bench)
        self.tabs = QTabBar()
        self._panes = QStackedWidget()
        self.title.setText(bench.say("plan.heading"))
        self.subtitle.setWordWrap(True)
        self.run: Callable[[QDialog], object] = lambda dialog: dialog.exec()
        self.reviews = ReviewNote(bench)
        self.file = TableFile(bench, self, "plan")
        self.written = ExportNote(bench)
        self.write = button(bench.say("import.write"), self.file.save)
        self.bring = button(bench.say("import.menu"), self._import)
        for each in (self.write, self.bring):
            self.actions_row.addWidget(each)
        self._build_body()
        self._listen()
        actions.action(self, "save", bench.words, self._save)
        actions.action(self, "find", bench.words, self._find)
        bring = actions.action(self, "import", bench.words, self._import)
        self.bring.setToolTip(bring.toolTip())

    def refresh(self) -> None:
        """Read plan and bodies anew."""
        self.bench.jobs.ask(_read, self._show, slot="plan")

    def wish(self, what: object) -> None:
        """Show the tab that is asked for."""
        if isinstance(what, ShowPlan):
            self.tabs.setCurrentIndex(PARTS.index(what.part))

    def _build_body(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.bench.say("plan.heading"))
        self._panes.setObjectName("ground")
        for part, pane in zip(PARTS, (self.plan, self.proposals, self.units), strict=True):
            self.tabs.addTab(self.bench.say(f"plan.tab.{part}"))
            self._panes.addWidget(pane)
        self.tabs.currentChanged.connect(self._panes.setCurrentIndex)
        self.body.setSpacing(self.bench.look.px(8))
        self.body.addWidget(self.reviews)
        self.body.addWidget(self.written)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._panes, 1)

    def _listen(self) -> None:
        self.reviews.wanted.connect(self._review)
        self.file.written.connect(self.written.tell_done)
        self.file.refused.connect(self.written.tell_refused)
        self.file.busy.connect(self.write.setDisabled)

    def _show(self, seen: _Seen) -> None:
        say, facts = self.bench.say, seen.facts
        number = facts.number or ""
        whole = number if "/" in number else f"{number or '…'}{facts.number_suffix}"
        month = f"…/{facts.month.month}/{facts.month.year}"
        day = short(facts.issued_on) if facts.issued_on else month
        self.subtitle.setText(say("plan.subtitle", number=whole, day=day, issuer=facts.issuer))
        self.plan.show_plan(seen.version, facts)
        self.proposals.show_rows(seen.proposals)
        self.units.show_units(seen.units)
        self.reviews.show_count(seen.reviews)
        left = sum(row.open for row in seen.proposals)
        key = "plan.tab.proposals_open" if left else "plan.tab.proposals"
        self.tabs.setTabText(PARTS.index("proposals"), say(key, count=left))
        self.filled.emit()

    def _import(self) -> None:
        from ttdn_desktop.gui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 (seldom)

        dialog = ImportDialog(self.window(), self.bench)
        self.run(dialog)
        if dialog.to_review:
            self._review()

    def _review(self) -> None:
        from ttdn_desktop.gui.dialogs.review_dialog import ReviewDialog  # noqa: PLC0415 (seldom)

        self.run(ReviewDialog(self.window(), self.bench))

    def _save(self) -> None:
        if self._panes.currentWidget() is self.plan:
            self.plan.number.save()

    def _find(self) -> None:
        self.tabs.setCurrentIndex(PARTS.index("units"))
        self.units.search.setFocus()


def _read(office: Office) -> _Seen:
    return _Seen(
        keep_plan.in_force(office),
        confirm_successions.plan_facts(office),
        confirm_successions.proposals(office),
        show_units.seen(office),
        review_tasks.count(office),
    )
