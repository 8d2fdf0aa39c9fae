"""What an item stands at, as a small drawn mark: told by its form as well as by its colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ttdn_desktop.gui.widgets.band_delegate import BandDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.show_items import ItemRow

SIDE = 16
_ROLE = Qt.ItemDataRole.UserRole + 1


class Mark(StrEnum):
    """The forms there are; each has a word in the page's sentences ("marks.done")."""

    DONE = "done"
    LACKING = "lacking"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    NONE = "none"
    SEPARATE = "separate"
    GAP = "gap"
    NOTHING = "nothing"


def mark_of(row: ItemRow) -> Mark:
    """Return the mark of an item in a year: as its state, but for evidence that is lacking."""
    if row.state is None:
        return Mark.GAP if row.must_answer else Mark.NOTHING
    if row.without_evidence and row.state.value in (Mark.DONE, Mark.IN_PROGRESS):
        return Mark.LACKING
    return Mark(row.state.value)


def paint_mark(painter: QPainter, look: Look, mark: Mark, box: QRectF) -> None:
    """Draw a mark into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colors = {Mark.DONE: "good", Mark.LACKING: "warn", Mark.SEPARATE: "quiet"}
    filled = colors.get(mark)
    edge = look.color("accent" if mark is Mark.IN_PROGRESS else filled or "strong_line")
    painter.setPen(QPen(edge, 1.2))
    painter.setBrush(look.color(filled) if filled else Qt.BrushStyle.NoBrush)
    if mark is not Mark.NOTHING:
        painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
    sign = look.color("surface") if filled else look.color(_SIGN_TOKENS.get(mark, "quiet"))
    _paint_sign(painter, mark, box, sign)


_SIGN_TOKENS = {Mark.IN_PROGRESS: "accent"}
_LINES = {
    Mark.DONE: ((0.24, 0.54), (0.43, 0.72), (0.78, 0.30)),
    Mark.NONE: ((0.28, 0.5), (0.72, 0.5)),
    Mark.NOT_STARTED: ((0.30, 0.30), (0.70, 0.70)),
    Mark.LACKING: ((0.5, 0.22), (0.5, 0.58)),
    Mark.SEPARATE: ((0.28, 0.38), (0.72, 0.38)),
}
_MORE_LINES = {
    Mark.NOT_STARTED: ((0.70, 0.30), (0.30, 0.70)),
    Mark.LACKING: ((0.5, 0.74), (0.5, 0.78)),
    Mark.SEPARATE: ((0.28, 0.62), (0.72, 0.62)),
}


def _paint_sign(painter: QPainter, mark: Mark, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, box.width() / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if mark is Mark.IN_PROGRESS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        inner = box.adjusted(*_inset(box))
        painter.drawPie(inner, 90 * 16, -180 * 16)
        return
    for lines in (_LINES, _MORE_LINES):
        points = [_within(box, x, y) for x, y in lines.get(mark, ())]
        if points:
            painter.drawPolyline(points)


def _inset(box: QRectF) -> tuple[float, float, float, float]:
    edge = box.width() * 0.22
    return edge, edge, -edge, -edge


def _within(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def mark_pixmap(look: Look, mark: Mark, ratio: float) -> QPixmap:
    """Return a mark as a picture, for legends; `ratio` is the screen's device pixel ratio."""
    side = look.px(SIDE)
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, look, mark, QRectF(1, 1, side - 2, side - 2))
    painter.end()
    return pixmap


class MarkDelegate(BandDelegate):
    """Draws the mark that a cell gives as `MARK_ROLE`, in the middle of it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Keep the look."""
        super().__init__(parent)
        self._look = look

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell as any other, then the mark, if it has one."""
        super().paint(painter, option, index)
        given = index.data(MARK_ROLE)
        if given is None:
            return
        mark = Mark(given)  # Qt hands it back as plain text
        side = self._look.px(SIDE)
        center = QRectF(cast("Any", option).rect).center()  # a field that the stubs leave out
        box = QRectF(center.x() - side / 2 + 1, center.y() - side / 2 + 1, side - 2, side - 2)
        painter.save()
        paint_mark(painter, self._look, mark, box)
        painter.restore()


MARK_ROLE = _ROLE
"""The role under which a model gives a cell's mark; its words are read out instead."""
