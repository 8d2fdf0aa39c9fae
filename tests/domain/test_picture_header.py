"""What the first bytes of a picture say, and why some cannot be printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.pictures import EXIF, held, jpeg, png, segment
from ttdn_desktop.domain.document import PictureFormat
from ttdn_desktop.domain.picture_header import PictureHeader, Unprintable, read_header

JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")


def _read(content: bytes) -> PictureHeader | Unprintable:
    return read_header(BytesIO(content))


def test_that_the_size_of_a_png_is_read() -> None:
    assert _read(png(40, 25)) == PictureHeader(PictureFormat.PNG, 40, 25)


@pytest.mark.parametrize("frame", [0xC0, 0xC1, 0xC2, 0xC9])
def test_that_the_size_of_every_kind_of_jpeg_is_read(frame: int) -> None:
    tables = segment(0xC4, b"\0" * 30)
    content = jpeg(4032, 3024, JFIF, tables, b"\xff\xff" + JFIF[1:], frame=frame)
    assert _read(content) == PictureHeader(PictureFormat.JPEG, 4032, 3024)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("orientation", "size"),
    [(1, (40, 30)), (3, (40, 30)), (5, (30, 40)), (6, (30, 40)), (8, (30, 40)), (99, (40, 30))],
)
def test_that_a_photo_is_as_large_as_its_camera_was_held(
    orientation: int, size: tuple[int, int], order: str
) -> None:
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0")
    head = _read(jpeg(40, 30, JFIF, held(orientation, order), xmp))
    assert head == PictureHeader(PictureFormat.JPEG, *size)


@pytest.mark.parametrize("tiff", [b"", b"II", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\0\0", b"MM\0*"])
def test_that_exif_that_makes_no_sense_turns_nothing(tiff: bytes) -> None:
    head = _read(jpeg(40, 30, segment(0xE1, EXIF + tiff)))
    assert head == PictureHeader(PictureFormat.JPEG, 40, 30)


def test_that_a_large_profile_before_the_frame_is_passed_over() -> None:
    profile = [segment(0xE2, b"ICC_PROFILE\0" + b"x" * 65000)] * 40
    assert _read(jpeg(8, 6, *profile)) == PictureHeader(PictureFormat.JPEG, 8, 6)


@pytest.mark.parametrize(
    "content",
    [b"\0\0\0\x18ftypheic", b"RIFF\0\0\0\0WEBP", b"GIF89a", b"BM\0\0", b"%PDF-1.7", b"ab"],
)
def test_that_other_formats_are_told_apart_whatever_the_name(content: bytes) -> None:
    assert _read(content) is Unprintable.FOREIGN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        png(4, 4)[:20],
        png(4, 4).replace(b"IHDR", b"IDAT", 1),
        png(0, 4),
        b"\xff\xd8",
        b"\xff\xd8" + b"\0" * 40,
        jpeg(40, 30)[:-3],
        jpeg(0, 30),
        b"\xff\xd8" + segment(0xDA, b""),
        b"\xff\xd8" + b"\xff\xd0" * 5000,
    ],
)
def test_that_what_breaks_off_is_damaged(content: bytes) -> None:
    assert _read(content) is Unprintable.DAMAGED


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"]))
def test_that_no_bytes_at_all_raise(content: bytes, start: bytes) -> None:
    assert isinstance(_read(start + content), PictureHeader | Unprintable)
