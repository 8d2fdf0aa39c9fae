"""What has become of the export: the file with the ways to open it, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ttdn_desktop.gui.widgets.parts import button, label
from ttdn_desktop.gui.wishes import CheckFile

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.gui.workbench import Workbench


class ExportNote(QFrame):
    """Hidden until there is something to say; stays until it is closed or the next export."""

    def __init__(self, bench: Workbench, *, checks: bool = False) -> None:
        """Say nothing yet; `checks` offers to hold what was written against Decree 30."""
        super().__init__()
        look, say = bench.look, bench.say
        self._bench = bench
        self._target: Path | None = None
        self.text = label(wrap=True)
        self.open_file = button(say("report.open_file"), self._open_file, "link")
        self.open_folder = button(say("report.open_folder"), self._open_folder, "link")
        self.check = button(say("report.check_format"), self._check, "link")
        self._ways = [self.open_file, self.open_folder, *([self.check] if checks else [])]
        self.dismiss = button(say("report.dismiss"), self.hide, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        row.setSpacing(look.px(8))
        row.addWidget(self.text, 1)
        for each in (*self._ways, self.dismiss):
            row.addWidget(each)
        self.hide()

    def tell_done(self, target: Path, sentence: str) -> None:
        """Say what was written, and offer to open it."""
        self._target = target
        self.setToolTip(str(target))
        self._say("plain", sentence)

    def tell_refused(self, sentence: str) -> None:
        """Say why nothing was written."""
        self._target = None
        self.setToolTip("")
        self._say("bad", sentence)

    def _say(self, kind: str, sentence: str) -> None:
        self.setProperty("note", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.text.setText(sentence)
        for each in self._ways:
            each.setVisible(self._target is not None)
        self.show()

    def _open_file(self) -> None:
        if self._target is not None and not _opened(self._target):
            self.text.setText(self._bench.say("report.file_not_opened", name=self._target.name))

    def _check(self) -> None:
        if self._target is not None:
            self._bench.open("format", CheckFile(self._target))

    def _open_folder(self) -> None:
        if self._target is not None:
            _opened(self._target.parent)


def _opened(path: Path) -> bool:
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
