"""What starts once the window is painted: the worker, the session, the catch for our own bugs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.jobs import Jobs
from ttdn_desktop.gui.mishaps import Mishaps
from ttdn_desktop.gui.qt_words import QtWords
from ttdn_desktop.gui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from ttdn_desktop.gui.jobs import Opener
    from ttdn_desktop.gui.shell import Shell
    from ttdn_desktop.gui.workbench import Tools
    from ttdn_desktop.services.ports import Clock

    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def begin(
    shell: Shell, folder: Path, opener: Opener, clock: Callable[[], Clock], tools: Tools
) -> Session:
    """Open the folder in the window; return the session, which the window keeps alive."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.installTranslator(QtWords(shell.words, shell))
    jobs = Jobs(opener, clock)
    session = Session(shell, jobs, tools, folder)
    session.setParent(shell)
    mishaps = Mishaps(shell)
    jobs.refused.connect(mishaps.tell_refusal)
    jobs.crashed.connect(mishaps.tell_bug)
    sys.excepthook = _hook(mishaps)
    shell.closing.connect(lambda: preferences.keep_place(shell))
    shell.closing.connect(jobs.close)
    session.open()
    return session


def _hook(mishaps: Mishaps) -> Hook:
    """Return the hook for what slots raise: shown, and the program goes on."""

    def hook(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif isinstance(fault, KnownError):
            QTimer.singleShot(0, mishaps, lambda: mishaps.tell_refusal(fault))
        else:
            QTimer.singleShot(0, mishaps, lambda: mishaps.tell_bug(fault))

    return hook
