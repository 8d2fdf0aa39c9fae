"""A bug of ours: said plainly, with a report that can be copied and holds nothing recorded."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from ttdn_desktop import __version__
from ttdn_desktop.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class CrashDialog(Dialog):
    """Tells that what was recorded is safe; the report goes to whoever mends the program."""

    def __init__(self, parent: QWidget, words: Words, look: Look, fault: BaseException) -> None:
        """Build the dialog for one fault."""
        super().__init__(parent, look, words.say("dialogs.crash.title"), width=620)
        self.add_text(words.say("dialogs.crash.safe"))
        self.report = QPlainTextEdit(report(fault), self)
        self.report.setReadOnly(True)
        self.report.setMinimumHeight(look.px(200))
        self.report.setAccessibleName(words.say("dialogs.crash.report"))
        self.body.addWidget(self.report, 1)
        self.copied = self.add_text(words.say("dialogs.crash.copied"), "small")
        self.copied.hide()
        self.add_button(words.say("dialogs.crash.copy"), self.copy_report)
        self.add_button(words.say("dialogs.crash.go_on"), self.accept, "primary").setFocus()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copied.show()


def report(fault: BaseException) -> str:
    """Return kinds and places, never the words of an exception: they may hold recorded text."""
    head = f"{__version__} · Qt {QLibraryInfo.version().toString()} · {platform.platform()}"
    return "\n".join([head, *_story(fault)])


def _story(fault: BaseException) -> Iterator[str]:
    cause: BaseException | None = fault
    while cause is not None:
        yield type(cause).__qualname__
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {_within_program(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _within_program(path: str) -> str:
    """Return a source file's name without the folders of this computer."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-3:])
