"""A text to be read and copied: headings and paragraphs, in the window's own letters."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ttdn_desktop.gui.theme import Look


@immutable
class Passage:
    """A heading and the paragraphs under it; without paragraphs it is not shown."""

    heading: str
    paragraphs: tuple[str, ...]


class Reading(QTextBrowser):
    """Reads from the top whenever another text is shown."""

    def __init__(self, look: Look, name: str) -> None:
        """Show nothing yet; `name` is read out by screen readers."""
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)

    def show_text(self, small: str, title: str, passages: Iterable[Passage]) -> None:
        """Show a small line, a title and passages."""
        quiet, space = self._look.tokens.quiet, self._look.px(10)
        parts = [
            f'<p style="color:{quiet};margin:0 0 {self._look.px(4)}px 0">{escape(small)}</p>',
            f'<p style="font-weight:600;margin:0 0 {space}px 0">{escape(title)}</p>',
        ]
        for passage in passages:
            if passage.paragraphs:
                parts.append(
                    f'<p style="color:{quiet};margin:{space}px 0 0 0">{escape(passage.heading)}</p>'
                )
                parts += [self._paragraph(text) for text in passage.paragraphs if text.strip()]
        self.setHtml("".join(parts))
        self.verticalScrollBar().setValue(0)

    def _paragraph(self, text: str) -> str:
        gap = self._look.px(4)
        return f'<p style="margin:{gap}px 0 0 0;line-height:130%">{escape(text)}</p>'
