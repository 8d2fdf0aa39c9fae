"""In place of the pages while no folder is open: the first start, or why nothing opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop.gui.ways_on import is_lost

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.shell import Shell
    from ttdn_desktop.gui.ways_on import WaysOn

_NOT_STARTED = frozenset({"folder_missing", "folder_empty", "folder_unfinished"})
"""Why a folder does not open that the first start puts right."""


class Unopened(QObject):
    """`folder_wanted` names the folder to open now; `shown` that there is something to be done."""

    folder_wanted = Signal(object)  # Path
    shown = Signal()

    def __init__(self, shell: Shell, jobs: Jobs, ways: WaysOn) -> None:
        """Show nothing yet; `ways` are offered where a folder does not open."""
        super().__init__(shell)
        self._shell, self._jobs, self._ways = shell, jobs, ways

    def tell(self, error: KnownError, folder: Path) -> None:
        """Offer the first start where there are no data yet, else say why they do not open."""
        if error.key in _NOT_STARTED and not is_lost(error, folder):
            self._show_start(folder)
        else:
            self._show_closed(error, folder)

    def _show_start(self, folder: Path) -> None:
        from ttdn_desktop.gui.pages.start_page import StartPage  # noqa: PLC0415 (once)

        page = StartPage(self._jobs, self._shell.words, self._shell.look, folder)
        page.started.connect(self.folder_wanted)
        page.accepts_typing.connect(self.shown)
        self._shell.show_alone(page)

    def _show_closed(self, error: KnownError, folder: Path) -> None:
        from ttdn_desktop.gui.pages.closed_page import ClosedPage  # noqa: PLC0415 (seldom)

        words = self._shell.words
        closed = ClosedPage(words, self._shell.look, words.refusal(error), folder)
        closed.folder_wanted.connect(self.folder_wanted)
        self._ways.offer(closed, error, folder)
        self._shell.show_alone(closed)
        self.shown.emit()
