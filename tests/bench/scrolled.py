"""A window that scrolls the table of activities from its beginning to its end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.screens.camera import settle
from tests.screens.shoot import open_window
from ttdn_desktop.gui.theme import Look, dress
from ttdn_desktop.gui.widgets.table import Table

STEPS = 60
"""More pages than a model keeps."""


def scroll_to_the_end(folder: str) -> None:
    """Show the activities of a folder, and every part of their table."""
    look = Look()
    dress(QApplication(sys.argv[:1]), look)
    with open_window(Path(folder), (1366, 698), look) as (shell, session):
        session._show("activities")  # noqa: SLF001 (as a click in the navigation)
        jobs = session._jobs  # noqa: SLF001 (the window shows nothing of its worker)
        settle(jobs)
        (table, *_others) = shell.frame.pages.currentWidget().findChildren(Table)
        bar = table.verticalScrollBar()
        for step in range(STEPS + 1):
            bar.setValue(bar.maximum() * step // STEPS)
            settle(jobs)
