"""Widths of an annex table's columns: by their shares, but no date or code is cut in two."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import CELL_PADDING, Element
from ttdn_desktop.word.lengths import twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Table

_SAMPLE = 200  # rows that tell how long the words of a column are
_LONGEST = 30.0  # mm; a longer word (a link) is broken by the word processor
_EASE = 0.4  # mm, for rounding and the lines


def column_widths(table: Table, width: float) -> list[int]:
    """Return the columns in twips; together exactly `width` mm.

    A column too narrow for its longest word takes what it lacks from the widest one.
    """
    whole = sum(column.share for column in table.columns)
    given = [width * column.share / whole for column in table.columns]
    wanted = [max(pair) for pair in zip(given, _needed(table), strict=True)]
    wanted[given.index(max(given))] -= sum(wanted) - width
    return _rounded(wanted)


def _needed(table: Table) -> Iterator[float]:
    sample = [row for row in islice(table.rows, _SAMPLE) if row.kind is not RowKind.GROUP]
    for place, column in enumerate(table.columns):
        cells = {row.cells[place] for row in sample}
        words = {word for cell in cells for word in cell.split()}
        lengths = [width_mm(Element.TABLE_CELL, word) for word in words]
        lengths += [width_mm(Element.TABLE_HEAD, word) for word in column.title.split()]
        longest = max((each for each in lengths if each <= _LONGEST), default=0.0)
        yield longest + 2 * CELL_PADDING + _EASE


def _rounded(lengths: Sequence[float]) -> list[int]:
    """Round edges, not widths, so that the whole loses nothing."""
    edges, reached = [0], 0.0
    for length in lengths:
        reached += length
        edges.append(twips(reached))
    return [right - left for left, right in pairwise(edges)]
