"""The lines and pictures drawn on a page of a PDF, from which tables are told."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdfium2 import raw  # type: ignore[import-untyped]  # has no stubs

from ttdn_desktop.files import limits
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Point = tuple[float, float]
    Placing = Callable[[float, float], Point]

THICKEST = 5.0
"""Of a filled shape that is still a line, in points."""

_DOT = 1.6
_LEVEL = 1.0
"""How far the ends of a level line may differ in height."""


class Rule(NamedTuple):
    """A level (y0 = y1) or upright (x0 = x1) line, from left to right or top to bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.y0 == self.y1


@immutable
class Drawing:
    """The rules on a page, how many things are drawn, the area of its pictures (sq points)."""

    rules: tuple[Rule, ...]
    drawings: int
    pictured: float


@dataclass(slots=True)
class _Found:
    rules: list[Rule] = field(default_factory=list)
    seen: int = 0
    drawings: int = 0
    pictured: float = 0.0


def drawn(page: Any, placing: Placing) -> Drawing:  # noqa: ANN401  (a ctypes pointer)
    """Return what is drawn on a page, each place put through `placing`."""
    found = _Found()
    for at in range(raw.FPDFPage_CountObjects(page)):
        _look(raw.FPDFPage_GetObject(page, at), placing, found, 0)
    return Drawing(tuple(found.rules), found.drawings, found.pictured)


def _look(each: Any, placing: Placing, found: _Found, depth: int) -> None:  # noqa: ANN401  (ctypes)
    found.seen += 1
    if found.seen > limits.PAGE_OBJECTS:
        return
    kind = raw.FPDFPageObj_GetType(each)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        found.drawings += 1
        found.rules.extend(_rules(each, _then(_matrix(each), placing)))
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        found.pictured += _area(_matrix(each), placing)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < limits.PAGE_FORMS_DEEP:
        inner = _then(_matrix(each), placing)
        for at in range(raw.FPDFFormObj_CountObjects(each)):
            _look(raw.FPDFFormObj_GetObject(each, at), inner, found, depth + 1)


def _matrix(each: Any) -> Any:  # noqa: ANN401  (ctypes)
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(each, matrix)
    return matrix


def _then(m: Any, placing: Placing) -> Placing:  # noqa: ANN401  (ctypes)
    a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: placing(a * x + c * y + e, b * x + d * y + f)


def _area(matrix: Any, placing: Placing) -> float:  # noqa: ANN401  (ctypes)
    place = _then(matrix, placing)
    (x0, y0), (x1, y1) = place(0, 0), place(1, 1)
    return abs((x1 - x0) * (y1 - y0))


def _rules(path: Any, placing: Placing) -> Iterator[Rule]:  # noqa: ANN401  (a ctypes pointer)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    for points in _outlines(path, placing):
        if stroke.value:
            for start, end in pairwise(points):
                yield from _between(start, end)
        else:
            yield from _filled(points)


def _outlines(path: Any, placing: Placing) -> Iterator[list[Point]]:  # noqa: ANN401  (ctypes)
    """Return the corners of each part of a path, the first again where the part is closed."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(placing(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _between(start: Point, end: Point) -> Iterator[Rule]:
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    if y1 - y0 <= _LEVEL < x1 - x0:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= _LEVEL < y1 - y0:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _filled(points: list[Point]) -> Iterator[Rule]:
    """Return the rule that a thin filled shape is; a dot of a dotted line counts as both."""
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    width, height = x1 - x0, y1 - y0
    dot = max(width, height) <= _DOT
    if height <= THICKEST and (width > height or dot):
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    if width <= THICKEST and (height > width or dot):
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
