"""The list below a search field: as one types, with the focus left in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.models.hit_model import HitModel
from ttdn_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from ttdn_desktop.gui.models.hit_model import Hit
    from ttdn_desktop.gui.theme import Look

PAUSE_MS = 150
ROW_HEIGHT, WIDTH, GAP = 26, 560, 4
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (*_STEPS, *_ENTER, Qt.Key.Key_Escape)


class SearchPopup(QFrame):
    """Part of the window, no window itself: it never takes the focus, nor stops an input method.

    `wanted` asks for the hits of words; whoever listens hands them in with `show_hits`.
    """

    wanted = Signal(str)
    left = Signal()
    """Escape, or a hit has been opened: the field is done with."""

    abandoned = Signal()
    """The focus went elsewhere."""

    def __init__(self, field: QLineEdit, look: Look, name: str, *, blank: bool = False) -> None:
        """Listen to a field; `blank` says that hits are wanted before anything is typed."""
        self._window = field.window()
        super().__init__(self._window)
        self._field, self._look, self._blank = field, look, blank
        self._composing = self._open_best = False
        self._before: QWidget | None = None
        self._model = HitModel(look)
        self.table = Table(self._model, look, name)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        field.textChanged.connect(self._on_text)
        field.installEventFilter(self)
        self._window.installEventFilter(self)
        self._pause.timeout.connect(self._ask)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def show_hits(self, words: str, hits: Sequence[Hit]) -> None:
        """Show what was found of words; an answer to other words than stand there is let go."""
        if words != self._field.text().strip() or not self._field.hasFocus():
            return
        self._model.set_rows(hits)
        self._span_headings()
        self._place()
        self.show()
        self.raise_()
        best = self._model.best_hit(words)
        self.table.scrollToTop()
        self._choose(best)
        if self._open_best:
            self._open(best)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the keys that move in the list, while nothing is being composed."""
        if watched is not self._field:
            if event.type() == QEvent.Type.Resize:
                self.hide()
            return False
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claims(event)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not self._composing and self._on_key(event.key())
        return False

    def _build(self) -> None:
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(ROW_HEIGHT))
        self.table.setMouseTracking(True)
        self.table.entered.connect(lambda index: self._hover(index.row()))
        self.table.clicked.connect(lambda index: self._open(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[self._look.px(GAP)] * 4)
        column.addWidget(self.table)
        self.hide()

    def _claims(self, event: QKeyEvent) -> bool:
        """Keep a key for the list that would be a shortcut of the window, as Escape is."""
        if event.key() in _OWN_KEYS and not self._composing:
            event.accept()
            return True
        return False

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        if key in _ENTER:
            self._enter()
            return True
        if key in _STEPS and self.isVisible():
            self._choose(self._model.next_hit(self.table.chosen_row(), _STEPS[Qt.Key(key)]))
            return True
        return False

    def _enter(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._open(self.table.chosen_row())
        elif self._field.text().strip():
            self._open_best = True
            self._ask()

    def _on_text(self, text: str) -> None:
        self._open_best = False
        if text.strip() or self._blank:
            self._pause.start()
        else:
            self._pause.stop()
            self.hide()

    def _ask(self) -> None:
        self._pause.stop()
        if self._field.hasFocus():
            self.wanted.emit(self._field.text().strip())

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and old is not self._field:
            self._before = old
            self._on_text(self._field.text())
        elif new is not self._field and old is self._field:
            self.hide()
            self.abandoned.emit()

    def _hover(self, row: int) -> None:
        hit = self._model.row_at(row)
        if hit is not None and not hit.is_heading:
            self._choose(row)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.table.choose(row)

    def _open(self, row: int) -> None:
        hit = self._model.row_at(row)
        self._open_best = False
        if hit is None or hit.run is None:
            return
        self._field.clear()
        self._leave()
        hit.run()

    def _leave(self) -> None:
        """Close the list, and give the focus back to where it was, if that is still there."""
        self._pause.stop()
        self.hide()
        before = self._before
        if before is not None and before in self._window.findChildren(QWidget):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._field.clearFocus()
        self.left.emit()

    def _span_headings(self) -> None:
        self.table.clearSpans()
        for row in range(self._model.rowCount()):
            hit = self._model.row_at(row)
            if hit is not None and hit.is_heading:
                self.table.setSpan(row, 0, 1, self._model.columnCount())

    def _place(self) -> None:
        """Lie below the field, or above it where there is more room."""
        window, field, look = self._window, self._field, self._look
        edge, gap = look.px(8), look.px(GAP) // 2
        top = field.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - field.height() - gap - edge
        above = top.y() - gap - edge
        wanted = self._model.rowCount() * look.px(ROW_HEIGHT) + 2 * look.px(GAP) + 2
        is_below = below >= min(wanted, above)
        height = min(wanted, below if is_below else above)
        y = top.y() + field.height() + gap if is_below else top.y() - gap - height
        width = min(max(field.width(), look.px(WIDTH)), window.width() - 2 * edge)
        left = max(edge, min(top.x(), window.width() - width - edge))
        self.setGeometry(left, y, width, height)
