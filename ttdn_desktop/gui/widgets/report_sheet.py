"""The report as a sheet of paper; a click on a sentence asks what it was made from.

Two clicks, Enter or F2 on it ask to write over its block; blocks written over bear a bar in the
margin, and a mark where the records moved on beneath them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from ttdn_desktop.domain.report_apply import key_of
from ttdn_desktop.gui.theme import LIGHT
from ttdn_desktop.gui.widgets.paper_html import Line, Paper, lines_of

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.report_apply import Edited
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words

FAMILIES = ["Times New Roman", "Tinos", "Liberation Serif"]
WIDEST = 760
SMALLEST_HEAD, SMALLEST_TEXT, LARGEST_TEXT = 8, 12, 16
_CHARACTERS = 41
"""The sheet's width in sizes of its text, as A4 has it at 14 pt."""

_NATION = 34
"""The width of the text in sizes of the head's text, so that Quốc hiệu keeps to one line."""


_EDITING = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BAR = 3


class ReportSheet(QTextBrowser):
    """`chosen` tells the sentence that was clicked, or come to with the keys ← and →.

    `edit_wanted` tells the key of the block that the officer would write over.
    """

    chosen = Signal(object)  # Line
    edit_wanted = Signal(str)

    def __init__(self, words: Words, look: Look) -> None:
        """Show an empty sheet."""
        super().__init__()
        self._words, self._look = words, look
        self._document: Document | None = None
        self._edited: Edited | None = None
        self._lines: tuple[Line, ...] = ()
        self._places: dict[int, tuple[int, int]] = {}
        self._present = -1
        self._size = 0
        self._is_drawing = False
        self._was_double = False
        self.setObjectName("sheet")
        self.setAccessibleName(words.say("report.sheet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Else the bar goes and comes while a text is set, and the text would be set within itself.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMaximumWidth(look.px(WIDEST))
        self.anchorClicked.connect(self._on_link)

    def show_document(self, document: Document, edited: Edited | None = None) -> None:
        """Show a report; what was looked at stays in view, and chosen if it is still there."""
        before = self._lines[self._present] if self._present >= 0 else None
        self._document, self._edited = document, edited
        self._lines = lines_of(document, edited)
        self._present = -1
        self._draw()
        if before in self._lines:
            self.choose(self._lines.index(before))

    def choose_block(self, key: str) -> None:
        """Mark the first sentence of a block, and bring it into view."""
        here = (n for n, line in enumerate(self._lines) if key_of(line.block) == key_of(key))
        if (number := next(here, None)) is not None:
            self.choose(number)
            self._bring_into_view()

    def choose(self, number: int) -> None:
        """Mark a sentence and tell it."""
        if number not in self._places:
            return
        self._present = number
        self._mark()
        self.chosen.emit(self._lines[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Go from sentence to sentence with ← and →, write over one with Enter or F2."""
        if event.key() in _EDITING and not event.modifiers() and self._present >= 0:
            self._want_edit(self._present)
            return
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
            return
        numbers = sorted(self._places, reverse=step < 0)
        later = (each for each in numbers if (each - self._present) * step > 0)
        start = step > 0 or self._present >= 0
        if start and (following := next(later, None)) is not None:
            self.choose(following)
            self._bring_into_view()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Write over the block that was clicked twice."""
        at = self.cursorForPosition(event.position().toPoint()).position()
        for number, (first, last) in self._places.items():
            if first <= at <= last:
                self.choose(number)
                self._was_double = True
                self._want_edit(number)
                return

    def _want_edit(self, number: int) -> None:
        line = self._lines[number]
        if line.may_be_written_over:
            self.edit_wanted.emit(line.block)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Let the end of two clicks choose nothing: the sheet may have moved beneath them."""
        if not self._was_double:
            super().mouseReleaseEvent(event)
        self._was_double = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the sheet, then a bar in the margin beside each block that was written over."""
        super().paintEvent(event)
        if self._edited is None or not self._edited.edits:
            return
        offers, painter = self._edited.offers, QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        bar, left = self._look.px(_BAR), self._size // 2
        for key, top, height in self._written_over():
            colour = QColor(LIGHT.warn if key in offers else LIGHT.accent)
            painter.fillRect(left, top, bar, height, colour)
            if key in offers:
                painter.setPen(colour)
                painter.drawText(left + 2 * bar, top + painter.fontMetrics().ascent(), "!")
        painter.end()

    def _written_over(self) -> list[tuple[str, int, int]]:
        """Return key, top and height of each block that was written over, in the whole text."""
        if self._edited is None:
            return []
        layout = self.document().documentLayout()
        found: dict[str, tuple[int, int]] = {}
        for number, (first, last) in self._places.items():
            key = key_of(self._lines[number].block)
            if key in self._edited.edits:
                boxes = [
                    layout.blockBoundingRect(self.document().findBlock(place))
                    for place in (first, max(first, last - 1))
                ]
                top, bottom = round(boxes[0].top()), round(boxes[-1].bottom())
                before = found.get(key, (top, bottom))
                found[key] = min(top, before[0]), max(bottom, before[1])
        return [(key, top, bottom - top) for key, (top, bottom) in found.items()]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let the text grow and shrink with the sheet."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _wanted_size(self) -> int:
        px = self._look.px
        return min(max(self.width() // _CHARACTERS, px(SMALLEST_TEXT)), px(LARGEST_TEXT))

    def _draw(self) -> None:
        if self._document is None or self._is_drawing:
            return
        self._is_drawing = True
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._size = self._wanted_size()
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self._size)
        self.document().setDefaultFont(font)
        margin = self._size * (2.2 if self._size > self._look.px(SMALLEST_TEXT) else 1.5)
        self.document().setDocumentMargin(margin)
        room = self.viewport().width() - 2 * margin
        head = max(min(self._size - 1, int(room / _NATION)), self._look.px(SMALLEST_HEAD))
        self.setHtml(Paper(self._words, self._size, head).html(self._document, self._edited))
        self._is_drawing = False
        self._places = self._find_places()
        self._mark()
        bar.setValue(round(place * bar.maximum()))

    def _find_places(self) -> dict[int, tuple[int, int]]:
        """Find where each linked sentence begins and ends in the text."""
        places: dict[int, tuple[int, int]] = {}
        block = self.document().begin()
        while block.isValid():
            for each in block:  # type: ignore[attr-defined]  # Qt's stubs: no iterator
                part = each.fragment()
                if (address := part.charFormat().anchorHref()).isdecimal():
                    first = places.get(int(address), (part.position(), 0))[0]
                    places[int(address)] = (first, part.position() + part.length())
            block = block.next()
        return places

    def _on_link(self, address: QUrl) -> None:
        if address.toString().isdecimal():
            self.choose(int(address.toString()))

    def _mark(self) -> None:
        if self._present not in self._places:
            self.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        first, last = self._places[self._present]
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        marked.cursor = cursor  # type: ignore[attr-defined]  # Qt's stubs leave the field out
        marked.format.setBackground(QColor(LIGHT.accent_soft))  # type: ignore[attr-defined]  # the binding's stub lacks it
        marked.format.setFontUnderline(True)  # type: ignore[attr-defined]  # the binding's stub lacks it
        self.setExtraSelections([marked])

    def _bring_into_view(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[self._present][0])
        box, bar = self.cursorRect(cursor), self.verticalScrollBar()
        if box.top() < 0 or box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)
