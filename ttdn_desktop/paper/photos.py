"""Photos as a report carries them: upright, no larger than print needs, nothing but the picture.

A telephone's photo of 5 MB becomes one of some 300 kB, and what it knows of place and owner stays
behind. Word and its kin do not turn a photo as its camera was held; here it is turned.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QImageWriter

LONGEST_SIDE = 1600
"""In pixels: 250 dots an inch on the width of a page."""

QUALITY = 85
LARGEST_AS_IT_IS = 512 * 1024
"""A file of at most so many bytes that needs no change is printed as it is."""

_FORMATS = frozenset({"jpeg", "png"})
_EXIF = b"Exif\x00\x00"


def for_print(content: bytes) -> bytes:
    """Return a JPEG or PNG in its own format, made small and upright; what is damaged stays."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    kind, size = bytes(reader.format().data()), reader.size()
    if kind.decode() not in _FORMATS or not size.isValid():
        return content
    smaller = _smaller(size)
    if smaller == size and len(content) <= LARGEST_AS_IT_IS and _EXIF not in content:
        return content
    reader.setAutoTransform(True)
    reader.setScaledSize(smaller)
    image = reader.read()
    made = QByteArray()
    target = QBuffer(made)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(kind))
    if kind == b"jpeg":
        writer.setQuality(QUALITY)
    if image.isNull() or not writer.write(image):
        return content
    return bytes(made.data())


def _smaller(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    return size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
