"""A line that opens something: cut with … where there is no room, whole in the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.gui.widgets.elided_button import ElidedButton

if TYPE_CHECKING:
    from collections.abc import Callable


class LinkLine(ElidedButton):
    """Runs what it is given."""

    def __init__(self, text: str, run: Callable[[], object]) -> None:
        """Show a text that runs something."""
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: run())
