"""Cài đặt: the officer in charge, how the window looks, where the data lie, the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.gui import actions
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.backup_card import BackupCard
from ttdn_desktop.gui.widgets.data_card import DataCard
from ttdn_desktop.gui.widgets.internal_days_card import InternalDaysCard
from ttdn_desktop.gui.widgets.look_card import LookCard
from ttdn_desktop.gui.widgets.officer_card import OfficerCard
from ttdn_desktop.gui.widgets.past_card import PastCard
from ttdn_desktop.gui.widgets.program_card import ProgramCard
from ttdn_desktop.gui.widgets.report_settings_card import ReportSettingsCard
from ttdn_desktop.gui.widgets.signers_card import SignersCard
from ttdn_desktop.gui.widgets.template_card import TemplateCard
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.workbench import Workbench


class SettingsPage(Page):
    """The officer's card and the report's ask before they are left with something unwritten."""

    topics = frozenset({Topic.OFFICER, Topic.REPORTS, Topic.UNITS})

    def __init__(self, bench: Workbench) -> None:
        """Build the page."""
        super().__init__(bench)
        self.title.setText(bench.say("settings.heading"))
        self.subtitle.setText(bench.say("settings.subtitle"))
        self.officer = OfficerCard(bench)
        self.signers = SignersCard(bench)
        self.report = ReportSettingsCard(bench)
        self.internal = InternalDaysCard(bench)
        self.looks = LookCard(bench)
        self.backups = BackupCard(bench)
        self.data = DataCard(bench)
        self.past = PastCard(bench)
        self.template = TemplateCard(bench)
        self.program = ProgramCard(bench)
        self.agrees_to_lose: Callable[[], bool] = self._ask_to_lose
        self._build_body()
        actions.action(self, "save", bench.words, self.officer.save)

    def refresh(self) -> None:
        """Read anew who is in charge, who signs, and how reports are wanted."""
        self.officer.refresh()
        self.signers.refresh()
        self.report.refresh()
        self.internal.refresh()
        self.backups.refresh()
        self.template.refresh()
        self.filled.emit()

    def may_leave(self) -> bool:
        """Ask before what is typed of the officer or the report is left unwritten."""
        cards = (self.officer, self.report, self.internal)
        changed = any(card.is_changed for card in cards)
        return not changed or self.agrees_to_lose()

    def _build_body(self) -> None:
        look = self.bench.look
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.px(GAP))
        left = (self.officer, self.signers, self.report, self.internal, self.template)
        right = (self.backups, self.looks, self.data, self.past, self.program)
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(look.px(GAP))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.body.addWidget(VerticalScroll(inside), 1)

    def _ask_to_lose(self) -> bool:
        bench = self.bench
        title, question = bench.say("settings.leave"), bench.say("settings.leave_question")
        yes = bench.say("settings.leave_yes")
        return agrees(self, bench.words, bench.look, title, question, yes=yes)
