"""Ways on from a folder that does not open: a copy on this computer, or reading only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Jobs, Task
    from ttdn_desktop.gui.pages.closed_page import ClosedPage
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.services.work_locally import LocalCopy

COPIED = frozenset({"cloud_folder", "removable_folder"})
"""Why a folder is not worked in, but may be copied."""

READ = frozenset(
    {
        "folder_read_only",
        "folder_denied",
        "disk_full",
        "disk_error",
        "database_damaged",
        "log_damaged",
    }
)
"""Why nothing can be written into a folder, while it may still be read."""


LOST = frozenset({"folder_missing", "folder_empty"})


def is_lost(error: KnownError, folder: Path) -> bool:
    """Tell whether a folder that held data is gone: its stick is out, or it was moved.

    A first start would then make an empty desk in its place.
    """
    return error.key in LOST and paths.is_remembered(folder)


class WaysOn(QObject):
    """`folder_wanted` names the folder to work in, `reading_wanted` the one to be read only."""

    folder_wanted = Signal(object)  # Path
    reading_wanted = Signal()

    def __init__(self, jobs: Jobs, words: Words, parent: QObject) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._jobs, self._words = jobs, words

    def offer(self, closed: ClosedPage, error: KnownError, folder: Path) -> None:
        """Offer on a page what the refusal leaves open."""
        if error.key in COPIED:
            self._offer_copy(closed, folder)
        elif error.key in READ:
            closed.offer("read", self.reading_wanted.emit)

    def _offer_copy(self, closed: ClosedPage, folder: Path) -> None:
        """Offer the copy that this computer has, else a new one."""

        def find(clock: Clock) -> Path | None:
            from ttdn_desktop.services.work_locally import copy_here  # noqa: PLC0415 (seldom)

            return copy_here(folder, clock)

        def found(copy: Path | None) -> None:
            if copy is None:
                closed.offer("copy", partial(self._copy, closed, folder))
            else:
                closed.offer("copied", lambda: self.folder_wanted.emit(copy))

        self._jobs.do_alone(find, found, partial(self._refused, closed))

    def _copy(self, closed: ClosedPage, folder: Path) -> None:
        closed.setEnabled(False)

        def work(clock: Clock, task: Task) -> LocalCopy:
            from ttdn_desktop.services.work_locally import work_locally  # noqa: PLC0415 (seldom)

            return work_locally(folder, clock, task)

        task = self._jobs.do_alone_long(
            self._words.say("closed.copying"),
            work,
            lambda made: self.folder_wanted.emit(made.folder),
            partial(self._refused, closed),
        )
        task.ended.connect(lambda: closed.setEnabled(True))

    def _refused(self, closed: ClosedPage, error: KnownError) -> None:
        closed.tell(self._words.refusal(error))
