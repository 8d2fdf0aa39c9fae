"""Activities by month as bars, each of which opens its month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from ttdn_desktop.domain.numbers import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words

    Months = Sequence[tuple[int, int, int]]


class MonthChart(QWidget):
    """Bars with their count above and the month below."""

    opened = Signal(int, int)  # year, month

    def __init__(self, words: Words, look: Look) -> None:
        """Draw nothing yet."""
        super().__init__()
        self._words, self._look = words, look
        self._months: Months = ()
        self.setMinimumHeight(look.px(64))
        self.setMouseTracking(True)

    def set_months(self, months: Months) -> None:
        """Show (year, month, count)."""
        self._months = tuple(months)
        told = [self._sentence(*month) for month in self._months]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the bars."""
        if not self._months:
            return
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(self._look.px(11))
        painter.setFont(font)
        most = max(1, *(count for _year, _month, count in self._months))
        for number, (_year, month, count) in enumerate(self._months):
            self._paint_bar(painter, self._slot(number), month, count, most)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the month that is clicked."""
        if event.button() is Qt.MouseButton.LeftButton and (at := self._month_at(event.position())):
            self.opened.emit(at[0], at[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell what a bar counts."""
        at = self._month_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self._sentence(*at) if at else "", self)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Say nothing more."""
        QToolTip.hideText()
        super().leaveEvent(event)

    def _sentence(self, year: int, month: int, count: int) -> str:
        return self._words.say("overview.month", year=year, month=month, count=count)

    def _slot(self, number: int) -> QRectF:
        width = self.width() / len(self._months)
        return QRectF(number * width, 0, width, self.height())

    def _month_at(self, point: QPointF) -> tuple[int, int, int] | None:
        found = (
            month for number, month in enumerate(self._months) if self._slot(number).contains(point)
        )
        return next(found, None)

    def _paint_bar(
        self, painter: QPainter, slot: QRectF, month: int, count: int, most: int
    ) -> None:
        line = self._look.px(16)
        room = slot.height() - 2 * line
        tall = max(1.0, room * count / most)
        side = min(slot.width() * 0.62, self._look.px(24))
        bar = QRectF(slot.center().x() - side / 2, line + room - tall, side, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent" if count else "line"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(self._look.color("quiet"))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(
            QRectF(slot.x(), slot.bottom() - line, slot.width(), line), middle, str(month)
        )
        told = grouped(count)
        if count and painter.fontMetrics().horizontalAdvance(told) <= slot.width():
            above = QRectF(slot.x(), bar.y() - line, slot.width(), line)
            painter.drawText(above, middle, told)
