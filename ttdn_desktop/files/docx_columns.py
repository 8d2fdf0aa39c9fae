"""Which column of its table each cell stands in, though rows may contradict one another.

Most rows say it by how many columns they span. Rows that say otherwise than most (a merged row
that forgot its span, a row pulled aside) are placed by where Word draws them: by their widths.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.files.docx_rows import RawRow

SLIVER = 120.0
"""Twips, 2 mm: a column this narrow holds no letter; it is there because an edge was dragged."""

MEASURED = 200
"""How many rows are looked at for where the edges of columns lie."""

Span = tuple[int, int]
"""First column of a cell, and the first behind it."""


def placed(rows: Sequence[RawRow], widths: Sequence[float]) -> tuple[list[list[Span]], int]:
    """Return the columns of each cell of each row, and how many columns there are.

    `widths` are what the table declares for its columns. Columns that no cell begins or ends at,
    and slivers that no cell needs, are left out.
    """
    if not rows:
        return [], 0
    usual = _usual(rows)
    edges = _edges([row for row in rows if row.columns() == usual], usual, widths)
    spans = [_spans(row, usual, edges) for row in rows]
    kept = _kept({span for row in spans for span in row}, edges)
    renamed = [[(kept[begin], kept[end]) for begin, end in row] for row in spans]
    return renamed, max(end for row in renamed for _, end in row)


def _usual(rows: Sequence[RawRow]) -> int:
    counts = Counter(row.columns() for row in rows)
    return max(counts, key=lambda columns: (counts[columns], columns))


def _edges(rows: Sequence[RawRow], columns: int, widths: Sequence[float]) -> list[float]:
    """Return where each column begins and the last ends, in twips; nothing where it is unknown."""
    found: dict[int, list[float]] = {0: [0.0]}
    for row in rows[:MEASURED]:
        if all(cell.width for cell in row.cells):
            ends = accumulate(
                ((cell.span, cell.width) for cell in row.cells),
                lambda before, cell: (before[0] + cell[0], before[1] + cell[1]),
                initial=(row.before, row.indent),
            )
            for column, end in ends:
                found.setdefault(column, []).append(end)
    declared = [0.0, *accumulate(widths)] if len(widths) == columns else []
    edges = [
        median(found[column]) if column in found else declared[column] if declared else -1.0
        for column in range(columns + 1)
    ]
    return edges if all(before < end for before, end in pairwise(edges)) else []


def _spans(row: RawRow, usual: int, edges: Sequence[float]) -> list[Span]:
    fits = row.columns() == usual or not edges or len(row.cells) > usual
    if fits or not all(cell.width for cell in row.cells):
        ends = accumulate((cell.span for cell in row.cells), initial=row.before)
        return list(pairwise(ends))
    return list(pairwise(_nearest(row, edges)))


def _nearest(row: RawRow, edges: Sequence[float]) -> Iterator[int]:
    """Yield the edges nearest to those of a row's cells, each cell at least one column wide."""
    last, left, before = len(edges) - 1, len(row.cells), -1
    for end in accumulate((cell.width for cell in row.cells), initial=row.indent):
        behind = min(bisect_left(edges, end), last)
        nearer = behind > 0 and end - edges[behind - 1] < edges[behind] - end
        before = min(max(behind - nearer, before + 1), last - left)
        left -= 1
        yield before


def _kept(spans: set[Span], edges: Sequence[float]) -> dict[int, int]:
    """Return the new name of each edge: counted without those that nobody needs."""
    used = sorted({edge for span in spans for edge in span} | {0})
    kept = {edge: place for place, edge in enumerate(used)}
    for left, right in pairwise(used):
        narrow = right < len(edges) and edges[right] - edges[left] <= SLIVER
        if narrow and all(kept[end] - kept[begin] > (begin <= left < end) for begin, end in spans):
            kept.update({edge: kept[edge] - 1 for edge in used if edge >= right})
    return kept
