"""Two parts beside each other, or below each other where there is no room beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look

_BESIDE, _BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class TurningSplit(QSplitter):
    """All lengths are in pixels of the 100 % drawing.

    `room` is the width from which the parts stand beside each other; `beside` and `below` are
    their widths and heights to begin with.
    """

    def __init__(
        self,
        look: Look,
        parts: tuple[QWidget, QWidget],
        *,
        room: int,
        beside: tuple[int, int],
        below: tuple[int, int],
    ) -> None:
        """Hold the parts."""
        super().__init__()
        self._room = look.px(room)
        self._shares = {
            way: [look.px(share) for share in shares]
            for way, shares in ((_BESIDE, beside), (_BELOW, below))
        }
        self.setChildrenCollapsible(False)
        for part in parts:
            self.addWidget(part)
        self.setSizes(self._shares[_BESIDE])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn where the width has come to it."""
        super().resizeEvent(event)
        wanted = _BESIDE if self.width() >= self._room else _BELOW
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            self.setSizes(self._shares[wanted])
