"""Rows of a Word 97-2003 table: where their cells stand, and which are merged.

Source: [MS-DOC] 2.9.317 (the definition of a row), 2.9.327 (of its cells).
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files.doc_looks import MERGED, MERGED_DOWN, ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.files.doc_looks import Property

_CELL_BYTES = 20
_ACROSS, _ACROSS_OWN = 0b11, 0b01
_DOWN, _DOWN_FIRST = 0x20, 0x40
_MOST_ROWS_MEASURED = 200


@dataclass(slots=True)
class RawCell:
    """A cell as its row tells it; `lines` are its paragraphs."""

    lines: list[str] = field(default_factory=list)
    bold: bool = True
    automatic: bool = False
    joins_left: bool = False
    opens: bool = False
    joins_above: bool = False


@dataclass(slots=True)
class RawRow:
    """A row's cells and, where it is known, the twips where each begins and the last ends."""

    cells: list[RawCell]
    edges: list[int] = field(default_factory=list)


def row_of(cells: list[RawCell], said: Sequence[Property]) -> RawRow:
    """Return a row of cells as its properties define it: cells merged across are one."""
    row = RawRow(cells)
    for name, operand in said:
        if name == ROW:
            _define(row, operand)
        elif name == MERGED:
            for cell in cells[operand[0] + 1 : operand[1]]:
                cell.joins_left = True
        elif name == MERGED_DOWN:
            for cell in cells[operand[1] : operand[1] + 1]:
                cell.opens, cell.joins_above = operand[2] > 1, operand[2] == 1
    if len(row.edges) != len(cells) + 1:
        row.edges = []
    return _without_joined(row)


def placed(rows: Sequence[RawRow]) -> tuple[list[list[Merge]], int]:
    """Return where each cell stands, one row each, and how many columns there are.

    Most rows have the same number of cells: they are the columns. The others stand where they
    are drawn, by the edges that are nearest.
    """
    counts = Counter(len(row.cells) for row in rows)
    usual = max(counts, key=lambda count: (counts[count], count))
    edges = _edges([row for row in rows if len(row.cells) == usual][:_MOST_ROWS_MEASURED])
    spans = [list(_spans(row, usual, edges)) for row in rows]
    columns = max(end for row in spans for _, end in row)
    return [
        [Merge(number, begin, 1, end - begin) for begin, end in row]
        for number, row in enumerate(spans)
    ], columns


def grown(rows: Sequence[RawRow], places: Sequence[Sequence[Merge]]) -> Iterator[Merge]:
    """Yield what every cell covers, those that join the one above merged into it."""
    open_cells: dict[tuple[int, int], Merge] = {}
    for row, spots in zip(rows, places, strict=True):
        following: dict[tuple[int, int], Merge] = {}
        for cell, spot in zip(row.cells, spots, strict=True):
            span = (spot.column, spot.columns)
            above = open_cells.pop(span, None)
            if cell.joins_above and above is not None:
                following[span] = Merge(above.row, above.column, above.rows + 1, above.columns)
                continue
            if above is not None:
                yield above
            if cell.opens or cell.joins_above:
                following[span] = spot
            else:
                yield spot
        yield from open_cells.values()
        open_cells = following
    yield from open_cells.values()


def _define(row: RawRow, operand: bytes) -> None:
    count = operand[2]
    row.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 3))
    begin = 3 + 2 * (count + 1)
    first = 0
    for number, cell in enumerate(row.cells[:count]):
        flags = operand[begin + _CELL_BYTES * number : begin + _CELL_BYTES * number + 2]
        look = struct.unpack("<H", flags)[0] if len(flags) == 2 else 0  # noqa: PLR2004 (bytes)
        across = look & _ACROSS
        # Which of the two flags means "first" is told by the one that a run of them begins with.
        cell.joins_left = bool(across and first and across != first)
        first = first or across if across else 0
        cell.opens = bool(look & _DOWN_FIRST)
        cell.joins_above = bool(look & _DOWN) and not cell.opens


def _without_joined(row: RawRow) -> RawRow:
    kept = [number for number, cell in enumerate(row.cells) if number == 0 or not cell.joins_left]
    edges = [row.edges[number] for number in kept] + row.edges[-1:] if row.edges else []
    return RawRow([row.cells[number] for number in kept], edges)


def _edges(rows: Sequence[RawRow]) -> list[float]:
    """Return where the columns begin and the last ends; nothing where rows do not tell."""
    told = [row.edges for row in rows if row.edges]
    edges = [median(column) for column in zip(*told, strict=True)] if told else []
    return edges if all(left < right for left, right in pairwise(edges)) else []


def _spans(row: RawRow, usual: int, edges: Sequence[float]) -> Iterable[tuple[int, int]]:
    if len(row.cells) >= usual or not edges or not row.edges:
        return pairwise(range(len(row.cells) + 1))
    return pairwise(_nearest(row.edges, edges))


def _nearest(own: Sequence[int], edges: Sequence[float]) -> Iterator[int]:
    """Yield the edge nearest to each of a row's own, each cell at least one column wide."""
    before, left = -1, len(own) - 1
    for edge in own:
        behind = min(bisect_left(edges, edge), len(edges) - 1)
        nearer = behind > 0 and edge - edges[behind - 1] < edges[behind] - edge
        before = min(max(behind - nearer, before + 1), len(edges) - 1 - left)
        left -= 1
        yield before
