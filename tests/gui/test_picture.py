"""Pictures of unknown origin: small, upright, or a reason."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter

from ttdn_desktop.gui import picture
from ttdn_desktop.gui.picture import Trouble

EXIF_TURNED_RIGHT = bytes.fromhex(
    "ffe1002245786966000049492a0008000000010012010300010000000600000000000000"
)
"""An EXIF segment that says: the camera was held turned by 90 degrees (orientation 6)."""


def _encoded(image: QImage, kind: bytes) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(content.data())


def _plain(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def test_that_a_small_picture_is_read_as_it_is() -> None:
    read = picture.load(BytesIO(_encoded(_plain(40, 20), b"PNG")))

    assert read.trouble is Trouble.NONE
    assert (read.image.width(), read.image.height()) == (40, 20)


def test_that_a_large_one_is_read_smaller() -> None:
    read = picture.load(BytesIO(_encoded(_plain(4000, 1000), b"JPG")))

    assert (read.image.width(), read.image.height()) == (1600, 400)


def test_that_a_picture_stands_as_its_camera_was_held() -> None:
    image = _plain(2000, 100)
    for x in range(1000):
        for y in range(100):
            image.setPixelColor(QPoint(x, y), QColor("black"))
    plain = _encoded(image, b"JPG")
    turned = plain[:2] + EXIF_TURNED_RIGHT + plain[2:]

    read = picture.load(BytesIO(turned))

    assert (read.image.width(), read.image.height()) == (80, 1600)
    assert read.image.pixelColor(40, 100).lightness() < 50
    assert read.image.pixelColor(40, 1500).lightness() > 200


@pytest.mark.parametrize("content", [b"", b"MZ", b"%PDF-1.4", b"<svg xmlns='x'/>"])
def test_that_what_is_no_picture_is_said_so(content: bytes) -> None:
    assert picture.load(BytesIO(content)).trouble is Trouble.UNKNOWN


def test_that_half_a_picture_is_said_to_be_damaged() -> None:
    whole = _encoded(_plain(300, 300), b"PNG")

    assert picture.load(BytesIO(whole[:40])).trouble is Trouble.DAMAGED


@pytest.mark.qt_log_ignore("exceeds the current allocation limit")
def test_that_no_more_memory_is_taken_than_is_granted(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(1)
    try:
        read = picture.load(BytesIO(_encoded(_plain(1500, 1500), b"PNG")))
    finally:
        QImageReader.setAllocationLimit(limit)

    assert read.trouble is Trouble.LARGE
    monkeypatch.setattr(picture, "LARGEST_FILE", 10)
    assert picture.load(BytesIO(b"x" * 11)).trouble is Trouble.LARGE
