"""Columns that only white space parts, and the rows in them.

A table is given only where it is sure: strips without letters go through nearly all lines, the
first column holds codes, and each row's cells begin on one height. All else stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.files.pdf_words import TextLine

_WORD_GAP = 0.45
"""Words this near (in letter sizes) may be of one sentence: no column ends between them."""
_GUTTER = 4.0
"""The least strip without letters that parts columns, in points."""
_CROSSED = 0.2
"""The share of lines that may run across a strip: titles and group rows."""
_FILLED = 0.08
"""The share of lines that a column must hold something in."""
_LEVEL = 0.4
"""How far (in letter sizes) the first lines of a row's cells may differ in height."""
_SURE = 0.95
_LEAST_ROWS, _LEAST_COLUMNS = 4, 3
_FULL = 0.72
"""A line without gaps over this share of the width is a paragraph's."""

_CODE = re.compile(
    r"^(\(?[\dIVXLivx]{1,4}([.,]\d{1,3})*[.)]?|\(?[a-zđ]{1,2}[.)]|[A-Z][.)]?|[-–+•*])$"
)


@dataclass(slots=True)
class Row:
    """A row: its cells' lines by first column, and how far each cell goes; its first baseline."""

    y: float
    lines: dict[int, list[str]] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    bold: dict[int, bool] = field(default_factory=dict)
    starts: dict[int, float] = field(default_factory=dict)


@immutable
class Columns:
    """Columns by their edges in points, the lines they were found in, and the rows, if sure."""

    edges: tuple[float, ...]
    lines: tuple[TextLine, ...]
    rows: tuple[Row, ...]


def gutters(lines: Sequence[TextLine]) -> tuple[float, ...]:
    """Return the edges of the columns that strips without letters part; () where there are none."""
    if not lines:
        return ()
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    inked = [0] * (int(right - left) + 2)
    for line in lines:
        for start, end in _pieces(line):
            for at in range(int(start - left), int(end - left) + 1):
                inked[at] += 1
    most = max(_CROSSED * len(lines), 1.0 if len(lines) > _LEAST_ROWS else 0.0)
    strips = _strips([count <= most for count in inked])
    inner = [left + _emptiest(inked, start, end) for start, end in strips]
    edges = (left - 1, *inner, right + 1)
    return _filled(edges, lines)


def _pieces(line: TextLine) -> Iterator[tuple[float, float]]:
    """Return the stretches of a line that letters or the gaps of a sentence cover."""
    start, end = line.words[0].x0, line.words[0].x1
    for word in line.words[1:]:
        if word.x0 - end > _WORD_GAP * line.size:
            yield start, end
            start = word.x0
        end = max(end, word.x1)
    yield start, end


def _strips(free: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for at, blank in enumerate([*free, False]):
        if blank and start is None:
            start = at
        elif not blank and start is not None:
            if at - start >= _GUTTER and start > 0 and at < len(free) - 1:
                yield start, at
            start = None


def _emptiest(inked: list[int], start: int, end: int) -> float:
    """Return the middle of the last stretch of a strip that the fewest lines run into."""
    least = min(inked[start:end])
    last = max(at for at in range(start, end) if inked[at] == least)
    first = last
    while first > start and inked[first - 1] == least:
        first -= 1
    return (first + last + 1) / 2


def _filled(edges: tuple[float, ...], lines: Sequence[TextLine]) -> tuple[float, ...]:
    """Leave out the edges of columns that hardly a line has something in."""
    counts = [0] * (len(edges) - 1)
    for line in lines:
        held = {bisect_right(edges, word.x0) - 1 for word in line.words}
        for column in held:
            counts[min(max(column, 0), len(counts) - 1)] += 1
    kept = [edges[0]]
    for column, count in enumerate(counts):
        if count >= max(2, _FILLED * len(lines)) or column == len(counts) - 1:
            kept.append(edges[column + 1])
    return tuple(kept)


def cells_of(line: TextLine, edges: Sequence[float]) -> Iterator[tuple[int, int, str]]:
    """Return the parts of a line by columns: first column, last column, text."""
    first = last = -1
    words: list[str] = []
    end = 0.0
    for word in line.words:
        start = _column(edges, word.x0 + 0.5)
        stop = _column(edges, word.x1 - 0.5)
        if words and start > last and word.x0 - end > _WORD_GAP * line.size:
            yield first, last, " ".join(words)
            words = []
        if not words:
            first = last = start
        words.append(word.text)
        last, end = max(last, start, stop), word.x1
    if words:
        yield first, last, " ".join(words)


def _column(edges: Sequence[float], x: float) -> int:
    return min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)


def add(row: Row, line: TextLine, edges: Sequence[float]) -> None:
    """Add a line to a row's cells."""
    for first, last, text in cells_of(line, edges):
        row.lines.setdefault(first, []).append(text)
        row.ends[first] = max(row.ends.get(first, first), last)
        row.bold[first] = row.bold.get(first, True) and line.bold
        row.starts.setdefault(first, line.y)


def table(lines: Sequence[TextLine], known: tuple[float, ...] = ()) -> Columns | None:
    """Return the table that lines make by white space alone; its rows are () where unsure.

    `known` are the edges of the table on the page before, which this may go on. None where
    nothing looks like a table.
    """
    best: Columns | None = None
    for stretch in _stretches(lines):
        found = _going_on(stretch, known) or _begun(stretch)
        if found is not None and (best is None or len(found.lines) > len(best.lines)):
            best = found
    return best


def _going_on(stretch: list[TextLine], known: tuple[float, ...]) -> Columns | None:
    if not fits(stretch, known):
        return None
    found = within(_from_first_to_last(stretch, known), known, going_on=True)
    return found if found.rows else None


def _begun(stretch: list[TextLine]) -> Columns | None:
    edges = gutters(stretch)
    if len(edges) <= _LEAST_COLUMNS:
        return None
    found = within(_from_first_to_last(stretch, edges), edges)
    full = sum(len(list(cells_of(line, edges))) >= _LEAST_COLUMNS for line in found.lines)
    return found if full >= _LEAST_ROWS else None


def within(
    lines: Sequence[TextLine], edges: tuple[float, ...], *, going_on: bool = False
) -> Columns:
    """Return the rows that lines between known columns make; () where unsure."""
    rows = _rows(lines, edges)
    sure = fits(lines, edges) and _is_sure(rows, going_on=going_on)
    return Columns(edges, tuple(lines), tuple(rows) if sure else ())


def fits(lines: Sequence[TextLine], edges: Sequence[float]) -> bool:
    """Whether lines stand between columns' edges; titles and group rows may run across."""
    crossing = sum(_crosses(line, edges) for line in lines) if edges else 0
    return bool(lines) and bool(edges) and crossing <= _CROSSED * len(lines) + 1


def are_codes(lines: Sequence[str]) -> bool:
    """Whether the lines of a cell are the codes of several rows."""
    return len(lines) >= _LEAST_COLUMNS and all(_CODE.match(line) for line in lines)


def _stretches(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Return the lines between paragraphs, which are three lines and more over the full width."""
    if not lines:
        return
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    stretch: list[TextLine] = []
    full = 0
    for line in lines:
        stretch.append(line)
        pieces = list(_pieces(line))
        full = full + 1 if len(pieces) == 1 and line.x1 - line.x0 > _FULL * width else 0
        if full == _LEAST_COLUMNS:
            yield stretch[:-full]
            stretch = []
        elif full > _LEAST_COLUMNS:
            stretch = []
    yield stretch


def _crosses(line: TextLine, edges: Sequence[float]) -> bool:
    return any(last > first for first, last, _ in cells_of(line, edges))


def _from_first_to_last(lines: list[TextLine], edges: Sequence[float]) -> list[TextLine]:
    """Leave out titles before the table and what stands below it."""
    fitting = [
        at
        for at, line in enumerate(lines)
        if not _crosses(line, edges) and len(list(cells_of(line, edges))) > 1
    ]
    if not fitting:
        return []
    end = fitting[-1] + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], edges):
        end += 1
    start = fitting[0]
    while start > 0 and _goes_on(lines[start - 1], lines[start], edges):
        start -= 1
    return lines[start:end]


def _goes_on(above: TextLine, line: TextLine, edges: Sequence[float]) -> bool:
    near = line.y - above.y < 1.6 * max(above.size, line.size)
    return near and not _crosses(line, edges) and not _crosses(above, edges)


def _rows(lines: Sequence[TextLine], edges: Sequence[float]) -> list[Row]:
    """Begin a row wherever the first column has something."""
    rows: list[Row] = []
    for line in lines:
        begins = any(first == 0 for first, _, _ in cells_of(line, edges))
        if begins or not rows:
            rows.append(Row(line.y))
        add(rows[-1], line, edges)
    return rows


def _is_sure(rows: Sequence[Row], *, going_on: bool) -> bool:
    begun = [row for row in rows if 0 in row.lines]
    if len(begun) < (1 if going_on else _LEAST_ROWS):
        return False
    coded = [row for row in begun if _CODE.match(row.lines[0][0])]
    if len(coded) < _SURE * (len(begun) - (0 if going_on else 1)):
        return False
    size = 12.0
    level = [abs(start - row.y) <= _LEVEL * size for row in begun for start in row.starts.values()]
    return sum(level) >= _SURE * len(level)
