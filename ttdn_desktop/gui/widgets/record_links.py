"""Codes of records side by side, each a link: "A3 · A9 · A10"."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BETWEEN = " · "


class RecordLinks(QLabel):
    """Each code runs something of its own, clicked or with Enter once Tab has come to it."""

    def __init__(self, runs: Mapping[str, Callable[[], object]], more: str = "") -> None:
        """Show codes; `more` is said after the last of them."""
        super().__init__()
        self.setObjectName("small")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        links = (
            f'<a href="{escape(code)}" style="text-decoration:none">{escape(code)}</a>'
            for code in runs
        )
        self.setText(_BETWEEN.join(links) + (f" {escape(more)}" if more else ""))
        self.setAccessibleName(", ".join(runs))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(lambda code: runs[code]())
