"""What the first bytes of a picture say: its format and its size as the camera was held.

PNG: ISO/IEC 15948, IHDR. JPEG: ITU-T T.81, the frame header; how the camera was held is the
orientation of EXIF (CIPA DC-008, tag 0x0112). Nothing is unpacked.
"""

from __future__ import annotations

import struct
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import PictureFormat
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from typing import BinaryIO

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_IHDR = struct.Struct(">I4sII")
_FRAME = struct.Struct(">BHH")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length."""
_FILL, _APP1, _SCAN = 0xFF, 0xE1, 0xDA
_MOST_SEGMENTS = 4096
_EXIF = b"Exif\x00\x00"
_ORIENTATION = 0x0112
_ENTRY = 12
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations in which width and height change places."""


class Unprintable(StrEnum):
    """Why a picture cannot be printed: gone, no JPEG or PNG whatever its name says, or broken."""

    MISSING = "missing"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


@immutable
class PictureHeader:
    """A picture's format, and its width and height in pixels when it is held upright."""

    format: PictureFormat
    width: int
    height: int


def read_header(stream: BinaryIO) -> PictureHeader | Unprintable:
    """Return what the beginning of a picture says; the stream must be able to seek."""
    start = stream.read(len(_PNG))
    if start == _PNG:
        return _png(stream)
    if start[:2] == _JPEG:
        stream.seek(len(_JPEG))
        return _jpeg(stream)
    return Unprintable.FOREIGN if start else Unprintable.DAMAGED


def _png(stream: BinaryIO) -> PictureHeader | Unprintable:
    head = stream.read(_IHDR.size)
    if len(head) < _IHDR.size:
        return Unprintable.DAMAGED
    _length, name, width, height = _IHDR.unpack(head)
    if name != b"IHDR":
        return Unprintable.DAMAGED
    return _sized(PictureFormat.PNG, width, height)


def _jpeg(stream: BinaryIO) -> PictureHeader | Unprintable:
    """Go from segment to segment until the frame, which tells the size."""
    orientation = 1
    for _segment in range(_MOST_SEGMENTS):
        marker, length = _next_segment(stream)
        if marker in _FRAMES:
            return _frame(stream.read(_FRAME.size), orientation)
        if marker == _SCAN or length < 0:
            break
        if marker == _APP1:
            content = stream.read(length)
            if content.startswith(_EXIF):
                orientation = _orientation(content[len(_EXIF) :])
        else:
            stream.seek(length, 1)
    return Unprintable.DAMAGED


def _next_segment(stream: BinaryIO) -> tuple[int, int]:
    """Return a segment's marker and the length of its content, -1 where there is none."""
    sign, marker = stream.read(1), stream.read(1)
    while marker == bytes([_FILL]):
        marker = stream.read(1)
    if sign != bytes([_FILL]) or not marker:
        return 0, -1
    if marker[0] in _ALONE:
        return marker[0], 0
    length = int.from_bytes(stream.read(2), "big")
    return marker[0], length - 2


def _frame(content: bytes, orientation: int) -> PictureHeader | Unprintable:
    if len(content) < _FRAME.size:
        return Unprintable.DAMAGED
    _precision, height, width = _FRAME.unpack(content)
    if orientation in _SIDEWAYS:
        width, height = height, width
    return _sized(PictureFormat.JPEG, width, height)


def _orientation(tiff: bytes) -> int:
    """Return the orientation that EXIF gives, 1 (upright) where it gives none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(count):
            tag, _kind, _count, value = struct.unpack_from(
                f"{order}HHIH", tiff, first + 2 + number * _ENTRY
            )
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 1
    return 1


def _sized(kind: PictureFormat, width: int, height: int) -> PictureHeader | Unprintable:
    return PictureHeader(kind, width, height) if width and height else Unprintable.DAMAGED
