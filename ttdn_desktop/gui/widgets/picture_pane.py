"""A piece of evidence at a look: its picture, or a tile that says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ttdn_desktop.gui.theme import Look

HEIGHT, SMALLEST, RADIUS = 260, 132, 6


class PicturePane(QWidget):
    """The whole picture as large as it fits, never larger than it is."""

    def __init__(self, look: Look, name: str) -> None:
        """Show nothing yet; `name` is read out by screen readers."""
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setAccessibleName(name)
        self.setMinimumHeight(look.px(SMALLEST))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.head = label("", "heading", wrap=True)
        self.note = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(12)] * 4)
        column.setSpacing(look.px(4))
        column.addStretch(1)
        for text in (self.head, self.note):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch(1)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for some room."""
        return QSize(self._look.px(HEIGHT), self._look.px(HEIGHT))

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture is shown."""
        return not self._image.isNull()

    def show_tile(self, head: str, note: str = "") -> None:
        """Say what it is, in place of a picture."""
        self._image = QImage()
        self.head.setText(head)
        self.note.setText(note)
        self.setAccessibleDescription(f"{head} {note}".strip())
        self.update()

    def show_picture(self, image: QImage) -> None:
        """Show a picture."""
        self.show_tile("")
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the frame, and the picture in its middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.setBrush(self._look.color("band"))
        painter.drawRoundedRect(frame, self._look.px(RADIUS), self._look.px(RADIUS))
        if self.has_picture:
            edge = self._look.px(4)
            painter.drawImage(
                self._place_within(frame.adjusted(edge, edge, -edge, -edge)), self._image
            )
        painter.end()

    def _place_within(self, box: QRectF) -> QRectF:
        ratio = self.devicePixelRatioF()
        size = QSizeF(self._image.width() / ratio, self._image.height() / ratio)
        if size.width() > box.width() or size.height() > box.height():
            size.scale(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        return place
