"""Pictures out of files that nobody has vouched for: read small and upright, or not at all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from typing import BinaryIO

ENDINGS = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".gif", ".bmp", ".webp"})
"""Files that are tried; which format it is, their content tells."""

LARGEST_FILE = 64 * 1024 * 1024
LONGEST_SIDE = 1600
"""In pixels; a larger picture is read smaller."""

_FORMATS = frozenset({"jpeg", "png", "gif", "bmp", "webp"})
_BYTES_A_PIXEL, _MEGABYTE = 4, 1024 * 1024


class Trouble(StrEnum):
    """Why a picture is not shown; the words are the page's ("evidence.picture.large")."""

    NONE = "none"
    LARGE = "large"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


class Picture(NamedTuple):
    """What was read: an image, or why there is none."""

    image: QImage
    trouble: Trouble = Trouble.NONE


def load(stream: BinaryIO, longest: int = LONGEST_SIDE) -> Picture:
    """Read a picture, turned as its camera was held; on any thread but the window's.

    No side is read longer than `longest` pixels.
    """
    content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        return _none(Trouble.LARGE)
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), longest)


def _read(reader: QImageReader, longest: int) -> Picture:
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode() not in _FORMATS:
        return _none(Trouble.UNKNOWN)
    size = reader.size()
    reader.setScaledSize(_smaller(size, longest))
    image = reader.read()
    if image.isNull():
        return _none(Trouble.LARGE if _is_beyond(size) else Trouble.DAMAGED)
    return Picture(image)


def _smaller(size: QSize, longest: int) -> QSize:
    """Return what a picture is read at, before it is turned: the box is square."""
    if not size.isValid() or max(size.width(), size.height()) <= longest:
        return size
    return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)


def _is_beyond(size: QSize) -> bool:
    """Tell whether reading would have taken more memory than Qt grants a picture."""
    wanted = size.width() * size.height() * _BYTES_A_PIXEL
    return wanted > QImageReader.allocationLimit() * _MEGABYTE


def _none(trouble: Trouble) -> Picture:
    return Picture(QImage(), trouble)
