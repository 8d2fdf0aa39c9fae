"""Nhập số, ngày, bản quét: what văn thư gave; the bản phát hành is frozen with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ttdn_desktop.domain.edition import EditionKind, Saying
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.services import issue_report, keep_template
from ttdn_desktop.services.issue_report import Numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office

_FOLLOWING = (EditionKind.REPLACEMENT, EditionKind.SUPPLEMENT, EditionKind.CORRECTION)


class NumberDialog(StepDialog):
    """Of a round that was issued it asks too what the new document is."""

    def __init__(self, parent: QWidget | None, bench: Workbench, course: Course) -> None:
        """Ask about the bản trình that would be issued."""
        super().__init__(parent, bench, bench.say("course.number_title"))
        self._course = course
        self.kind = QComboBox()
        self.number, self.scan = QLineEdit(), QLineEdit()
        self.signer, self.remark = QLineEdit(), QLineEdit()
        self.choose = button(bench.say("course.choose"), self._choose)
        self.choose_scan: Callable[[], str] = self._ask_scan
        self._build()

    def work(self) -> Callable[[Office], str]:
        """Return what freezes the bản phát hành."""
        scan = self.scan.text().strip()
        given = Numbered(
            number=self.number.text(),
            dated=self.needed(self.day),
            scan=Path(scan) if scan else None,
            kind=self.kind.currentData(),
            signer=self.signer.text(),
            note=self.remark.text(),
        )
        asked, say, words = self._course.round, self.bench.say, self.bench.words
        tools = self.bench.tools

        def write(office: Office) -> str:
            files = tools.report_files()
            writer = tools.report_writer(keep_template.own(office))
            made = issue_report.issue(office, writer, files, asked, given)
            notices = (words.shared(f"warning.{n.key}", **n.facts) for n in made.notices)
            return "\n".join([say("course.issued", number=made.edition.number), *notices])

        return write

    def _written(self, told: str) -> None:
        """Say that it is done, and what is worth a look in a dialog of its own."""
        sentence, *notices = told.split("\n")
        super()._written(sentence)
        if notices:
            self.more = Dialog(self.parentWidget(), self.look, sentence)
            self.more.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.more.add_text(self.bench.say("course.notices_why"), "quiet")
            for notice in notices:
                self.more.add_text(f"• {notice}")
            self.more.body.addStretch(1)
            understood = self.bench.say("dialogs.understood")
            self.more.add_button(understood, self.more.accept, "primary").setFocus()
            self.more.open()

    def _build(self) -> None:
        bench, course = self.bench, self._course
        if course.last is not None:
            for kind in _FOLLOWING:
                self.kind.addItem(bench.say(f"course.kind.{kind}"), kind)
            if course.saying is Saying.SUPPLEMENT:
                self.kind.setCurrentIndex(self.kind.findData(EditionKind.SUPPLEMENT))
            self.add_field("kind", self.kind)
        self.number.setPlaceholderText(bench.say("course.number_hint"))
        self.add_field("number", self.number)
        self.day = self.add_day("dated", bench.today)
        if course.fresh is None or course.fresh.id not in course.signings:
            self.signer.setText(course.signer.name if course.signer else "")
            self.add_field("signer_name", self.signer)
        self._add_scan()
        self.add_field("remark", self.remark)
        self.add_text(bench.say("course.number_why"), "small")
        self.finish(bench.say("course.issue_yes"))
        self.number.setFocus()

    def _add_scan(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(8))
        row.addWidget(self.scan, 1)
        row.addWidget(self.choose)
        self.add_field("scan", line)
        self.scan.setAccessibleName(self.bench.say("course.scan"))

    def _choose(self) -> None:
        if chosen := self.choose_scan():
            self.scan.setText(chosen)

    def _ask_scan(self) -> str:
        kinds = f"{self.bench.say('course.scan_kinds')} (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        return QFileDialog.getOpenFileName(self, self.bench.say("course.scan"), "", kinds)[0]
