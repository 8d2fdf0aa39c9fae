"""Báo cáo: the round, the text as it would be printed, what is missing, and the export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import short
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import actions, preferences
from ttdn_desktop.gui.block_work import BlockWork
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.gui.dialogs.word_return_dialog import WordReturnDialog
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.block_editor import BlockEditor
from ttdn_desktop.gui.widgets.course_card import CourseCard
from ttdn_desktop.gui.widgets.export_note import ExportNote
from ttdn_desktop.gui.widgets.folding_column import FoldingColumn, stacked
from ttdn_desktop.gui.widgets.notices_card import NoticesCard
from ttdn_desktop.gui.widgets.offers_card import OffersCard
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.gui.widgets.report_sheet import ReportSheet
from ttdn_desktop.gui.widgets.report_views import ReportViews
from ttdn_desktop.gui.widgets.round_card import RoundCard
from ttdn_desktop.gui.widgets.side_by_side import side_by_side
from ttdn_desktop.gui.widgets.sources_card import SourcesCard
from ttdn_desktop.gui.wishes import ShowOffers
from ttdn_desktop.services import (
    export_report,
    keep_template,
    known_rounds,
    prepare_report,
    preview_report,
    report_draft,
)
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from ttdn_desktop.domain.document import Row
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.widgets.paper_html import Line
    from ttdn_desktop.gui.widgets.round_card import Days
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.export_report import Exported
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.prepare_report import Outlook
    from ttdn_desktop.services.preview_report import Preview

SUFFIX = ".docx"
_ROOM = 480
"""From this height of a pane on all its cards are shown."""

_ABOUT_DAYS = frozenset(
    {"day_needed", "period_half", "period_backwards", "period_outside_year"},
)


class ReportPage(Page):
    """Left the round, in the middle the sheet, right what to look at and where it comes from."""

    topics = frozenset(Topic)

    def __init__(self, bench: Workbench) -> None:
        """Build the page."""
        super().__init__(bench)
        self.round = RoundCard(bench)
        self.course = CourseCard(bench)
        self.sheet = ReportSheet(bench.words, bench.look)
        self.views = ReportViews(bench, self.sheet)
        self.editor = BlockEditor(bench)
        self.work = BlockWork(bench, self.editor)
        self.offers = OffersCard(bench)
        self.notices = NoticesCard(bench)
        self.sources = SourcesCard(bench)
        self.note = ExportNote(bench, checks=True)
        self.export = button(bench.say("report.export"), self.export_report, "primary")
        self.take_back = button(bench.say("word_return.open"), self.open_return)
        self.choose_target: Callable[[str], str] = self._ask_target
        self.may_replace: Callable[[Path], bool] = self._ask_replace
        self._outlook: Outlook | None = None
        self._preview: Preview | None = None
        self._reading: Task | None = None
        self._year = bench.year
        self._build_body()
        self.round.changed.connect(self.refresh)
        self.sheet.chosen.connect(self._show_sources)
        self.sheet.edit_wanted.connect(self.work.open)
        self.views.row_chosen.connect(self._show_row)
        for makes_room in (self.offers.give_way, self.note.hide):
            self.work.opened.connect(makes_room)
        self.work.closed.connect(self.offers.come_back)
        self.work.closed.connect(self.sheet.setFocus)
        self.work.opened.connect(self.views.show_block)
        self.offers.shown.connect(self.views.show_block)
        self.offers.resumed.connect(self.work.open)
        self.offers.decided.connect(self.work.decide)
        self.offers.dropped.connect(self.work.drop)
        self.course.work.submit_wanted.connect(self.export_report)
        act = actions.action(self, "export", bench.words, self.export_report)
        self.export.setToolTip(act.toolTip())

    def refresh(self) -> None:
        """Read round and text anew."""
        if self._year != self.bench.year:
            self._year = self.bench.year
            self.round.set_year()
        period = self._period()
        if isinstance(period, KnownError):
            return
        year = self._year
        if self._reading is not None:
            self._reading.cancel()

        def seen(office: Office, task: Task) -> tuple[Outlook, Preview]:
            asked = known_rounds.asked_round(office, year, period)
            made = report_draft.draft(office, asked, task)
            return (
                prepare_report.outlook(office, year, period, task, made),
                preview_report.preview(office, year, period, task, made),
            )

        told = self.bench.say("report.reading")
        task = self.bench.jobs.do_long(told, seen, self._show, refused=self._refused)
        self._reading = task
        task.ended.connect(lambda: self._forget(task))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Let another page not wait for a text that nobody looks at; it is read anew later."""
        super().hideEvent(event)
        self.work.keep()
        if self._reading is not None and not event.spontaneous():
            self._reading.cancel()
            self._stale = True

    def wish(self, what: object) -> None:
        """Show what is to be decided of the officer's wording."""
        if isinstance(what, ShowOffers):
            self.offers.take_focus()

    def export_report(self) -> None:
        """Write the report into a file that is asked for."""
        period = self._period()
        if isinstance(period, KnownError) or not self.export.isEnabled():
            return
        year = self._year
        self.bench.jobs.ask(
            lambda office: prepare_report.suggested_name(office, year, period),
            lambda name: self._choose(name, year, period),
            slot="report_name",
        )

    def open_return(self) -> WordReturnDialog | None:
        """Ask for a report edited in Word and show what it would bring; None before the first."""
        if self._outlook is None:
            return None
        dialog = WordReturnDialog(self, self.bench, self._outlook.round)
        dialog.open()
        return dialog

    def _build_body(self) -> None:
        look = self.bench.look
        self.actions_row.addWidget(self.take_back)
        self.actions_row.addWidget(self.export)
        self.left = _folding(
            self.bench, "round", ("round", self.round, 1), ("course", self.course, 1)
        )
        self.right = _folding(
            self.bench, "notices", ("notices", self.notices, 2), ("sources", self.sources, 3)
        )
        middle = stacked(look.px(GAP), (self.views, 1), (self.offers, 0), (self.editor, 0))
        panes = ((self.left, 236, 156), (middle, 560, 225), (self.right, 296, 140))
        self.body.setSpacing(look.px(GAP))
        self.body.addWidget(self.note)
        self.body.addWidget(side_by_side(look, "report", panes), 1)

    def _period(self) -> Days | KnownError:
        """Return the days asked for, None for the year; a mistake in them is told and returned."""
        try:
            return self.round.period()
        except KnownError as wrong:
            self._refused(wrong)
            return wrong

    def _forget(self, task: Task) -> None:
        if self._reading is task:
            self._reading = None

    def _show(self, seen: tuple[Outlook, Preview]) -> None:
        self._outlook, self._preview = outlook, preview = seen
        say = self.bench.say
        self.title.setText(say("report.heading", time=report_period.named(outlook.round)))
        day = short(outlook.round.sending_day)
        key = "report.subtitle" if outlook.is_due else "report.subtitle_asked"
        self.subtitle.setText(say(key, day=day, recipient=outlook.recipient))
        self.sources.clear()
        self.round.show_outlook(outlook)
        self.round.show_preview(preview, outlook)
        self.notices.show_all(outlook.notices, preview.item_codes)
        self.course.show_outlook(outlook)
        self.views.show_annexes(preview.document.annexes)
        self.work.show_preview(preview, outlook.round)
        self.offers.show_preview(preview, writing=self.work.block)
        self.sheet.show_document(preview.document, preview.edited)
        self.filled.emit()

    def _show_sources(self, line: Line) -> None:
        if self._preview is not None:
            self.sources.show_line(line, self._preview)
            if self.sheet.hasFocus():  # else nobody asked: the text was read anew
                self.right.bring_up(self.sources)

    def _show_row(self, row: Row) -> None:
        if self._preview is not None:
            self.sources.show_records(row.records, self._preview)
            self.right.bring_up(self.sources)

    def _refused(self, error: KnownError) -> None:
        if error.key in _ABOUT_DAYS:
            self.round.tell(self.bench.words.refusal(error))
        else:
            self.bench.jobs.refused.emit(error)

    def _choose(self, name: str, year: int, period: Days) -> None:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = preferences.last_folder("report") or usual
        if chosen := self.choose_target(str(Path(folder) / name)):
            target = Path(chosen)
            if target.suffix.lower() != SUFFIX:
                target = target.with_name(f"{target.name}{SUFFIX}")
                if target.exists() and not self.may_replace(target):
                    return
            self._write(target, year, period)

    def _ask_replace(self, target: Path) -> bool:
        """Ask for the name with its ending, of which the system's dialog did not know."""
        bench, say = self.bench, self.bench.say
        sentence = say("report.replace", name=target.name)
        title, yes = say("report.replace_title"), say("report.replace_yes")
        return agrees(self, bench.words, bench.look, title, sentence, yes=yes)

    def _ask_target(self, suggested: str) -> str:
        say = self.bench.say
        kinds = f"{say('report.word_file')} (*{SUFFIX})"
        return QFileDialog.getSaveFileName(self, say("report.save_as"), suggested, kinds)[0]

    def _write(self, target: Path, year: int, period: Days) -> None:
        writer = self.bench.tools.report_writer

        def work(office: Office, task: Task) -> Exported:
            own = keep_template.own(office)
            return export_report.export(office, writer(own), year, period, target, task)

        self.export.setEnabled(False)
        self.note.hide()
        task = self.bench.jobs.do_long(
            self.bench.say("report.exporting"),
            work,
            lambda exported: self._exported(target, exported),
            refused=lambda error: self.note.tell_refused(self.bench.words.refusal(error)),
        )
        task.ended.connect(lambda: self.export.setEnabled(True))

    def _exported(self, target: Path, exported: Exported) -> None:
        preferences.keep_last_folder("report", str(target.parent))
        key = "report.exported" if exported.new else "report.exported_again"
        told = self.bench.say(key, name=target.name, code=exported.code)
        self.note.tell_done(target, told)
        self.bench.desktop.told.emit(told, "good")


def _folding(bench: Workbench, name: str, *cards: tuple[str, QWidget, int]) -> FoldingColumn:
    """Return a pane of cards that are shown one at a time where it is low."""
    say, look = bench.say, bench.look
    named = [(say(f"report.tab.{key}"), card, share) for key, card, share in cards]
    return FoldingColumn(look, say(f"report.{name}"), named, room=_ROOM, gap=look.px(GAP))
