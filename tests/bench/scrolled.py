"""The program itself, scrolling the table of activities from its beginning to its end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from ttdn_desktop.app import show
from ttdn_desktop.gui.theme import STYLE
from ttdn_desktop.put_off import put_off_unused

if TYPE_CHECKING:
    from ttdn_desktop.gui.shell import Shell

STEPS = 60
"""More pages than a model keeps."""
QUIET_MS = 300
"""Longer than any pause after which a page asks for what is shown."""
PATIENCE = 100


def scroll_to_the_end(folder: str) -> None:
    """Show the activities of a folder, and every part of their table."""
    put_off_unused()  # as the program itself begins
    application = QApplication([*sys.argv[:1], *STYLE])
    shell = show(application, Path(folder), "vi", exit_when="scrolled")
    try:
        _scroll(shell)
    finally:
        shell.close()


def _scroll(shell: Shell) -> None:
    for _ in range(PATIENCE):
        if shell.frame.navigation.isEnabled() and shell.frame.pages.present() is not None:
            break
        _rest()
    shell.frame.navigation.chosen.emit("activities")
    _rest()
    from ttdn_desktop.gui.widgets.table import Table  # noqa: PLC0415 (the program has it by now)

    (table, *_others) = shell.frame.pages.currentWidget().findChildren(Table)
    bar = table.verticalScrollBar()
    for step in range(STEPS + 1):
        bar.setValue(bar.maximum() * step // STEPS)
        _rest()


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(QUIET_MS, loop.quit)
    loop.exec()
