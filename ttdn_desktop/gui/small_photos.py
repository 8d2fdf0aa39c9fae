"""Small pictures of evidence, read on the worker one at a time: a click never waits for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import picture
from ttdn_desktop.services import copy_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class SmallPhotos(QObject):
    """`ready` tells an id of evidence and its picture, each in a box of the same size."""

    ready = Signal(str, QImage)

    def __init__(self, bench: Workbench, parent: QObject, box: QSize) -> None:
        """Take the box in pixels of the screen's drawing; it ends with its parent."""
        super().__init__(parent)
        self._bench, self._box = bench, box
        self._waiting: list[str] = []
        self._slot = f"small_photos_{id(self)}"

    def read(self, ids: Sequence[str], ratio: float) -> None:
        """Read these in their order; `ratio` is the screen's dots a pixel."""
        self._waiting = list(ids)
        self._next(ratio)

    def stop(self) -> None:
        """Read no more of them."""
        self._waiting.clear()

    def _next(self, ratio: float) -> None:
        if not self._waiting:
            return
        identity, box = self._waiting.pop(0), self._box

        def work(office: Office) -> QImage:
            return _boxed(_read(office, identity, round(box.width() * ratio)), box, ratio)

        def done(image: QImage) -> None:
            self.ready.emit(identity, image)
            self._next(ratio)

        self._bench.jobs.ask(work, done, slot=self._slot)


def _read(office: Office, identity: str, side: int) -> QImage:
    """Return a picture of at most so many pixels a side, an empty one where there is none."""
    try:
        with copy_evidence.read(office, identity) as stream:
            return picture.load(stream, side).image
    except KnownError:
        return QImage()


def _boxed(image: QImage, box: QSize, ratio: float) -> QImage:
    """Return a picture in the middle of its box, the rest of it seen through."""
    whole = QImage(box * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    whole.fill(Qt.GlobalColor.transparent)
    if not image.isNull():
        fitted = image.scaled(
            whole.size(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(whole)
        left, top = whole.width() - fitted.width(), whole.height() - fitted.height()
        painter.drawImage(left // 2, top // 2, fitted)
        painter.end()
    whole.setDevicePixelRatio(ratio)
    return whole
