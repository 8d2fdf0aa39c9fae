"""A small window that files can be dragged out of, as out of the explorer.

Run as a script: `drag_source.py FILE…`. It covers a corner of the screen; a press and a move begin
the drag.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

PLACE = (0, 0, 120, 60)
TITLE = "drag source"


class Source(QLabel):
    """Drags its files."""

    def __init__(self, files: list[str]) -> None:
        """Stand in the corner."""
        super().__init__("files")
        self._files = files
        self.setWindowTitle(TITLE)
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(*PLACE)

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Begin the drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(file) for file in self._files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    source = Source(sys.argv[1:])
    source.show()
    sys.exit(application.exec())
