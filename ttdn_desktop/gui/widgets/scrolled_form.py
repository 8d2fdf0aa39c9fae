"""What lies in a scroll area and is exactly as high as its lines in the width there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledForm(QWidget):
    """Qt else leaves the height that its lines would have in the least width as a blank below."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for a width only: the height follows from the one that is given."""
        return QSize(super().minimumSizeHint().width(), 0)
