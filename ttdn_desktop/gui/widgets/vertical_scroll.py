"""What may be higher than its place: it is as wide as the place and scrolls down in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """Without frame and background, as the style sheet says of areas and of what lies in them."""

    def __init__(self, inside: QWidget, *, by_keys: bool = False) -> None:
        """Take what scrolls.

        Tab stops at the area itself only `by_keys`: where nothing in it takes the keyboard, or not
        always. Else the field that is gone to comes into sight.
        """
        super().__init__()
        inside.setObjectName("scrolled")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not by_keys:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
