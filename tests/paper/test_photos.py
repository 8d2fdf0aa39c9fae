"""Photos as a report carries them: small, upright, in their own format, nothing told beside."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from tests.domain.pictures import EXIF, held, png
from ttdn_desktop.domain.document import PictureFormat
from ttdn_desktop.domain.picture_header import PictureHeader, read_header
from ttdn_desktop.paper import photos


def _photo(width: int, height: int, kind: bytes = b"jpeg") -> bytes:
    """Return a picture whose left half is black."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("black"))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(content.data())


def _head(content: bytes) -> object:
    return read_header(BytesIO(content))


@pytest.mark.parametrize(
    ("kind", "format_"), [(b"jpeg", PictureFormat.JPEG), (b"png", PictureFormat.PNG)]
)
def test_that_a_large_one_is_made_smaller_in_its_format(
    kind: bytes, format_: PictureFormat
) -> None:
    made = photos.for_print(_photo(4000, 3000, kind))
    assert _head(made) == PictureHeader(format_, 1600, 1200)


def test_that_a_photo_is_turned_upright_and_says_so_no_more() -> None:
    plain = _photo(400, 200)
    turned = plain[:2] + held(6) + plain[2:]
    made = photos.for_print(turned)
    assert _head(made) == _head(turned) == PictureHeader(PictureFormat.JPEG, 200, 400)
    assert EXIF not in made
    image = QImage.fromData(made)
    assert image.pixelColor(100, 50).lightness() < 50
    assert image.pixelColor(100, 350).lightness() > 200


def test_that_what_knows_its_place_does_not_tell_it() -> None:
    plain = _photo(400, 200)
    made = photos.for_print(plain[:2] + held(1) + plain[2:])
    assert EXIF not in made


def test_that_a_small_one_stays_as_it_is() -> None:
    for content in (_photo(400, 200), png(40, 30)):
        assert photos.for_print(content) == content


@pytest.mark.parametrize("content", [b"", b"GIF89a", _photo(3000, 3000, b"png")[:60]])
def test_that_what_cannot_be_read_stays_as_it_is(content: bytes) -> None:
    assert photos.for_print(content) == content
