"""Kiểm tra thể thức: any Word file against Decree 30, and a copy in which what is safe is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.format_copy import SUFFIX, FormatCopy
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.checked_bar import CheckedBar
from ttdn_desktop.gui.widgets.export_note import ExportNote
from ttdn_desktop.gui.widgets.finding_card import FindingCard
from ttdn_desktop.gui.widgets.finding_list import FindingList
from ttdn_desktop.gui.widgets.parts import Empty, button
from ttdn_desktop.gui.widgets.side_by_side import side_by_side
from ttdn_desktop.gui.wishes import CheckFile
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import check_document, check_submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from ttdn_desktop.domain.format_finding import Checked, Finding
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.format_copy import Copied
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


@immutable
class _Seen:
    path: Path
    checked: Checked
    repaired: tuple[Finding, ...] = ()


class FormatPage(Page):
    """A file is chosen or dropped, or it is the newest bản trình; F5 checks it again."""

    def __init__(self, bench: Workbench) -> None:
        """Build the page, with no file yet."""
        super().__init__(bench)
        self.choose = button(bench.say("format.choose"), self._choose, "primary")
        self.newest = button(bench.say("format.newest"), self.check_newest)
        self.note = ExportNote(bench)
        self.bar = CheckedBar(bench)
        self.list = FindingList(bench)
        self.card = FindingCard(bench)
        self.copy = FormatCopy(bench, self)
        self.choose_file: Callable[[], str] = self._ask_file
        self._path: Path | None = None
        self._task: Task | None = None
        self._stack = QStackedWidget()
        self.title.setText(bench.say("format.heading"))
        self.subtitle.setText(bench.say("format.subtitle"))
        self.subtitle.setWordWrap(True)
        self.setAcceptDrops(True)
        self._build_body()
        self._listen()

    def refresh(self) -> None:
        """Check the file once more, if there is one: it may have been mended in Word."""
        if self._path is not None:
            self.check(self._path)
        self.filled.emit()

    def wish(self, what: object) -> None:
        """Check the file that another page speaks of."""
        if isinstance(what, CheckFile):
            self.check(what.path)

    def take_focus(self) -> None:
        """Begin with the choice of a file, or with what is found in it."""
        (self.choose if self._path is None else self.list.table).setFocus()

    def check(self, path: Path) -> None:
        """Check a file and show what is found."""
        self._check(path.name, lambda _office: path)

    def check_newest(self) -> None:
        """Check a copy of the newest bản trình of the year looked at."""
        year = self.bench.year
        name = self.bench.say("format.newest_of", year=year)
        self._check(name, lambda office: check_submission.newest_copy(office, year))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Take a file; whether it is a Word file is told when it is read."""
        if _dropped(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Check what was dropped."""
        if (path := _dropped(event.mimeData())) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.check(path)

    def _build_body(self) -> None:
        look = self.bench.look
        self.actions_row.addWidget(self.newest)
        self.actions_row.addWidget(self.choose)
        split = side_by_side(look, "format", ((self.list, 800, 340), (self.card, 300, 220)))
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(GAP))
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        self._stack.setObjectName("ground")
        self._stack.addWidget(Empty(look, self.bench.say("format.empty")))
        self._stack.addWidget(seen)
        self.body.setSpacing(look.px(GAP))
        self.body.addWidget(self.note)
        self.body.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.list.chosen.connect(self._show_finding)
        self.bar.open_wanted.connect(self._open_file)
        self.bar.repair_wanted.connect(self._repair)
        self.copy.made.connect(self._show_copy)
        self.copy.refused.connect(self._refused)
        self.copy.busy.connect(lambda busy: self.bar.be_busy(busy=busy))

    def _choose(self) -> None:
        if chosen := self.choose_file():
            preferences.keep_last_folder("format", str(Path(chosen).parent))
            self.check(Path(chosen))

    def _ask_file(self) -> str:
        say = self.bench.say
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = preferences.last_folder("format") or usual
        kinds = f"{say('format.word_file')} (*{SUFFIX})"
        return QFileDialog.getOpenFileName(self, say("format.choose_title"), folder, kinds)[0]

    def _check(self, name: str, path_of: Callable[[Office], Path]) -> None:
        checker = self.bench.tools.format_checker
        if checker is None:
            return

        def work(office: Office, task: Task) -> _Seen:
            path = path_of(office)
            return _Seen(path, check_document.check(checker(), path, task))

        if self._task is not None:
            self._task.cancel()
        self.note.hide()
        told = self.bench.say("format.checking", name=name)
        task = self.bench.jobs.do_long(told, work, self._show, refused=self._refused)
        self._task = task
        task.ended.connect(lambda: self._forget(task))

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _show(self, seen: _Seen) -> None:
        self._path = seen.path
        self.bar.show_file(seen.path, seen.checked)
        self.list.show_findings(seen.checked.findings, seen.repaired)
        self._stack.setCurrentIndex(1)
        if self.isVisible():
            self.list.table.setFocus()

    def _show_finding(self, each: Finding | None) -> None:
        if each is None:
            self.card.clear()
        else:
            self.card.show_finding(each, is_repaired=self.list.shows_repaired)

    def _repair(self) -> None:
        if self._path is not None:
            self.note.hide()
            self.copy.save(self._path)

    def _show_copy(self, copied: Copied) -> None:
        """Go on with the copy: what is left in it is for the officer."""
        self._show(_Seen(copied.path, copied.mended.left, copied.mended.repaired))
        self.note.tell_done(copied.path, self.copy.told(copied))

    def _refused(self, error: KnownError) -> None:
        self.note.tell_refused(self.bench.words.refusal(error))

    def _open_file(self) -> None:
        path = self._path
        if path is None:
            return
        if not path.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.note.tell_refused(self.bench.say("report.file_not_opened", name=path.name))


def _dropped(mime: QMimeData) -> Path | None:
    """Return the first file of what is dropped."""
    local = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next(local, None)
