"""PNG with a palette (W3C PNG, third edition): signature, IHDR, PLTE, IDAT, IEND."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.files.canvas import Colour

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS = 8
_INDEXED = 3
_LEVEL = 6


def encode(width: int, rows: Sequence[bytes], palette: Iterable[Colour]) -> bytes:
    """Return the bytes of a picture of palette indices, one byte a pixel; no dates, no names."""
    header = struct.pack(">IIBBBBB", width, len(rows), _BITS, _INDEXED, 0, 0, 0)
    lines = b"".join(b"\0" + row for row in rows)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            _chunk(b"IDAT", zlib.compress(lines, _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return b"".join(
        (struct.pack(">I", len(body)), kind, body, struct.pack(">I", zlib.crc32(kind + body)))
    )
