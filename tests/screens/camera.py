"""Driving a real window from picture to picture, never waiting longer than the work lasts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.screens.findings import findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.jobs import Jobs

PATIENCE_MS = 20_000
SETTLE_MS = 400
"""Longer than any pause for which a page waits for the next key before it asks."""


class Camera:
    """Takes pictures into a folder, and keeps count of what is wrong in them."""

    def __init__(self, folder: Path) -> None:
        """Have seen nothing."""
        self.faults = 0
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget) -> None:
        """Save a picture, and say what is wrong in it."""
        target = self._folder / f"{name}.png"
        for _painted in range(2):  # the first lets layouts be computed that the second shows
            QApplication.processEvents()
            picture = widget.grab()
        picture.save(str(target))
        say(str(target))
        for fault in findings(widget):
            self.fault(fault)

    def take_modal(self, name: str, run: Callable[[], object]) -> None:
        """Take the dialog that a call opens and waits in, and close it."""

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                self.fault(f"no dialog: {name}")
            else:
                self.take(name, dialog)
                dialog.close()

        QTimer.singleShot(0, take)
        run()

    def fault(self, told: str) -> None:
        """Say one thing that is wrong, and count it."""
        self.faults += 1
        say(f"  ! {told}")


def wait_for(signal: SignalInstance, start: Callable[[], object]) -> None:
    """Start something, and return when a signal tells that it is done."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop, lambda: loop.exit(1))
    QTimer.singleShot(0, loop, start)
    if loop.exec():
        raise TimeoutError(str(signal))


def settle(jobs: Jobs) -> None:
    """Return when nothing is asked any more, and nobody is about to ask."""
    loop, quiet = QEventLoop(), QTimer(interval=SETTLE_MS, singleShot=True)
    quiet.timeout.connect(loop.quit)
    watch = QTimer(interval=10)
    watch.timeout.connect(lambda: None if jobs.is_idle else quiet.start())
    quiet.start()
    watch.start()
    loop.exec()


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
