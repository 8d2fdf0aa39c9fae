"""One difference of a report edited in Word: what goes is struck, what comes underlined."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser

from ttdn_desktop.domain.word_diff import word_diff
from ttdn_desktop.gui.widgets.change_view import marked_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.gui.models.return_model import ReturnRow
    from ttdn_desktop.gui.workbench import Workbench


class ReturnView(QTextBrowser):
    """A conflict shows both: what Word made of the text, and how the report reads by now."""

    def __init__(self, bench: Workbench) -> None:
        """Show nothing yet."""
        super().__init__()
        self._bench = bench
        self.setAccessibleName(bench.say("word_return.difference"))
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_row(self, row: ReturnRow) -> None:
        """Show a difference."""
        self.setHtml("".join(self._parts(row)))
        self.verticalScrollBar().setValue(0)

    def _parts(self, row: ReturnRow) -> Iterator[str]:
        say = self._bench.say
        yield self._small(say(f"word_return.about_{row.kind}"))
        if row.kind == "conflict":
            yield self._both(row.before, row.after)
            yield self._small(say("word_return.as_made"))
            yield _plain(row.made)
            yield self._small(say("word_return.as_now"))
            yield _plain(row.before)
        elif row.kind == "added":
            yield self._both("", row.after)
            if row.beside:
                yield self._small(say("word_return.add_after"))
                yield _plain(row.beside)
        else:
            yield self._both(row.before, row.after)

    def _both(self, before: str, after: str) -> str:
        marked = marked_up(self._bench.look, word_diff(before, after))
        return f'<p style="margin:0;line-height:140%">{marked}</p>'

    def _small(self, text: str) -> str:
        look = self._bench.look
        gap = look.px(8)
        style = f"color:{look.tokens.quiet};margin:{gap}px 0 2px 0"
        return f'<p style="{style}">{escape(text)}</p>'


def _plain(text: str) -> str:
    return f'<p style="margin:0;line-height:140%">{escape(text).replace(chr(10), "<br>")}</p>'
