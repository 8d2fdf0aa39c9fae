"""The first window comes up when the program is started a second time on the same data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttdn_desktop.holder import take_request
from ttdn_desktop.paths import DataFolder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

LOOK_MS = 300
"""How often a request is looked for: one look at one name costs some microseconds."""


class Raising(QObject):
    """Looks for the request in the data folder that its window has open."""

    raised = Signal()

    def __init__(self, window: QWidget) -> None:
        """Look nowhere yet."""
        super().__init__(window)
        self._window = window
        self._folder: DataFolder | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, root: Path | None) -> None:
        """Look in a data folder from now on, or nowhere; an old request is nobody's any more."""
        self._folder = None if root is None else DataFolder(root)
        if self._folder is None:
            self._timer.stop()
            return
        take_request(self._folder)
        self._timer.start()

    def _look(self) -> None:
        if self._folder is not None and take_request(self._folder):
            self._come_up()

    def _come_up(self) -> None:
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        self.raised.emit()
