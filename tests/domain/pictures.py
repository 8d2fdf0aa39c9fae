"""The beginnings of pictures, put together byte by byte."""

from __future__ import annotations

import struct
import zlib

EXIF = b"Exif\0\0"


def png(width: int, height: int) -> bytes:
    """Return a whole grey PNG."""
    rows = (b"\0" + b"\x99" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )


def jpeg(width: int, height: int, *before: bytes, frame: int = 0xC0) -> bytes:
    """Return the beginning of a JPEG: segments, then the frame that tells its size."""
    head = struct.pack(">BHHB", 8, height, width, 3)
    return b"\xff\xd8" + b"".join(before) + segment(frame, head)


def segment(marker: int, content: bytes) -> bytes:
    """Return a segment with its length."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def held(orientation: int, order: str = "<") -> bytes:
    """Return the segment of EXIF that tells how the camera was held; order as in `struct`."""
    mark = b"II" if order == "<" else b"MM"
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = mark + struct.pack(f"{order}HIH", 42, 8, 1) + entries + struct.pack(f"{order}I", 0)
    return segment(0xE1, EXIF + tiff)
