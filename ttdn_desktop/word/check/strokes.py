"""Lines drawn under a text: borders, underscores, shapes (VML and DrawingML), underlining."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word import metrics
from ttdn_desktop.word.check.names import MM_PER_EMU, MM_PER_TWIP, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.word.check.paragraph import Paragraph

UNKNOWN = 0.0
_DRAWN = re.compile(r"\s*(?:[_\u2014\u2013\u2500\u2015\-=]\s*){3,}")
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_VML = "{urn:schemas-microsoft-com:vml}"
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([^;]+)")
_FLAT = 3.0  # mm: a shape that is higher is a picture
_MM_PER_POINT = 25.4 / 72


@immutable
class Stroke:
    """A line and its length in mm; UNKNOWN where the file does not say."""

    length: float


def is_drawn(text: str) -> bool:
    """Tell whether a text is nothing but a line made of underscores or dashes."""
    return not text[:1].isalnum() and _DRAWN.fullmatch(text) is not None


def drawn(text: str, size: float, *, bold: bool = False) -> Stroke:
    """Return the line that underscores or dashes make."""
    return Stroke(metrics.width_mm(text.strip(), size, bold=bold))


def bordered(paragraph: Paragraph, column: float) -> Stroke | None:
    """Return the line that a border above or below a paragraph makes in a column of so many mm."""
    if not paragraph.look.border:
        return None
    return Stroke(column - (paragraph.look.left + paragraph.look.right) * MM_PER_TWIP)


def shaped(paragraph: Paragraph) -> Iterator[Stroke]:
    """Yield the lines that are shapes anchored in a paragraph."""
    for shape in paragraph.shapes:
        lengths = [*_drawing(shape), *_vml(shape)]
        if lengths:
            yield Stroke(max(lengths))


def _drawing(shape: etree._Element) -> Iterator[float]:
    for each in shape.iter(_EXTENT):
        high, wide = (_whole(each.get(name)) * MM_PER_EMU for name in ("cy", "cx"))
        if high <= _FLAT:
            yield wide


def _vml(shape: etree._Element) -> Iterator[float]:
    for each in shape.iter(f"{_VML}line"):
        ends = [(each.get(name) or "").split(",")[0] for name in ("from", "to")]
        yield abs(points(ends[1]) - points(ends[0])) * _MM_PER_POINT
    for each in shape.iter(f"{_VML}shape", f"{_VML}rect"):
        found = _WIDTH.search(each.get("style") or "")
        if found and each.get("type", "").endswith("t32"):  # a straight connector
            yield points(found[1]) * _MM_PER_POINT


def _whole(written: str | None) -> int:
    return int(written) if written and written.lstrip("-").isdigit() else 0
