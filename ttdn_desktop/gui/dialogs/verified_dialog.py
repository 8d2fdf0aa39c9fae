"""Kiểm tra tệp: is a chosen Word file a report of ours, and what was changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from ttdn_desktop.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.word_changes import Difference
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.verify_report import Verified

WIDTH = 620


class VerifiedDialog(Dialog):
    """The verdict in a sentence, and each place that reads otherwise."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, name: str, found: Verified
    ) -> None:
        """Show what was found of a file."""
        super().__init__(parent, bench.look, bench.say("course.verify_title"), width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.add_text(name, "quiet")
        told = bench.words.shared(f"said.verified.{found.verdict}", code=found.code or "")
        self.verdict = self.add_text(told)
        self.places = QPlainTextEdit()
        self.places.setReadOnly(True)
        self.places.setTabChangesFocus(True)
        self.places.setAccessibleName(bench.say("course.verify_places"))
        self.places.setPlainText("\n".join(map(self._told, found.differences)))
        self.body.addWidget(self.places, 1)
        self.places.setVisible(bool(found.differences))
        self.add_button(bench.say("dialogs.understood"), self.accept, "primary").setFocus()

    def _told(self, each: Difference) -> str:
        shared, where = self._bench.words.shared, each.where
        name = where.name or shared("verify.annex")
        place = shared(f"verify.where.{where.spot}", name=name, row=where.row)
        key = "edited" if each.before and each.after else "added" if each.after else "removed"
        return shared(f"verify.{key}", where=place, before=each.before, after=each.after)
