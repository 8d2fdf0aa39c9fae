"""The least PDF 1.4 that holds one picture on one page (ISO 32000-1, §7)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.files.canvas import Canvas

A4_POINTS = (595, 842)


def encode(canvas: Canvas) -> bytes:
    """Return the bytes of an A4 page filled with the picture: objects, xref, trailer."""
    picture = zlib.compress(b"".join(canvas.rows), 6)
    lookup = b"".join(bytes(colour) for colour in canvas.palette).hex()
    wide, high = A4_POINTS
    drawing = f"q {wide} 0 0 {high} 0 0 cm /Scan Do Q".encode()
    colours = f"[/Indexed /DeviceRGB {len(canvas.palette) - 1} <{lookup}>]"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents 4 0 R"
        f" /Resources << /XObject << /Scan 5 0 R >> >> >>".encode(),
        _stream(drawing, ""),
        _stream(
            picture,
            f" /Type /XObject /Subtype /Image /Width {canvas.width} /Height {canvas.height}"
            f" /BitsPerComponent 8 /ColorSpace {colours} /Filter /FlateDecode",
        ),
    )
    return numbered(objects)


def _stream(body: bytes, entries: str) -> bytes:
    return f"<< /Length {len(body)}{entries} >>\nstream\n".encode() + body + b"\nendstream"


def numbered(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a file of these objects, the first being its root; `trailer` adds entries to it."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
