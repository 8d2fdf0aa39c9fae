"""A link whose words go on in the next line where there is no room: a sentence that opens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class WrappedLink(QLabel):
    """Runs something when it is clicked, or with Enter once Tab has come to it."""

    def __init__(self, sentence: str, run: Callable[[], object]) -> None:
        """Show a sentence that runs something."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.say(sentence)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setTextInteractionFlags(
            self.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(lambda _address: run())

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self.setText(f'<a href="#" style="text-decoration:none">{escape(sentence)}</a>')
        self.setAccessibleName(sentence)
