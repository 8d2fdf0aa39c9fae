"""The header of a task list: where it stands in a grid, one to four rows high."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.files.recognise.headings import (
    is_part_of_a_heading,
    key,
    read_heading,
    stands_whole,
    year_of,
)
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.files.recognise.headings import Heading

SEARCHED_ROWS = 120
"""How far down a grid its header is looked for: title rows, or a whole letter, stand above it."""

_TALLEST = 4
_SHORT = 40
_NUMBER = re.compile(r"\(?(\d{1,2}|[A-Za-zĐđ])\)?")
_TAKEN = frozenset(Column) - {Column.IGNORED}
_TELLS = frozenset({Column.LEAD, Column.SUPPORT, Column.UNITS, Column.PERIOD})


@immutable
class Header:
    """A header: its first row and height, each column's whole heading and what it holds.

    `near` are the columns whose heading is only like a known one, `years` those that stand for
    a year and are marked where a task runs in it.
    """

    row: int
    height: int
    texts: tuple[str, ...]
    columns: Mapping[int, Column]
    near: tuple[int, ...] = ()
    years: Mapping[int, int] | None = None

    @property
    def score(self) -> int:
        """Return how many different things its columns hold."""
        return len(set(self.columns.values()) & _TAKEN)

    @property
    def is_of_a_list(self) -> bool:
        """Tell whether the columns are those of a task list."""
        held = set(self.columns.values())
        return Column.TASK in held and bool(held & _TELLS)

    @property
    def is_enough(self) -> bool:
        """Tell whether rows can be understood by it: what is to be done, and one thing more."""
        held = set(self.columns.values()) & _TAKEN
        return Column.TASK in held and len(held) > 1

    @property
    def shape(self) -> str:
        """Return the folded headings, which name files of one form."""
        return "|".join(map(key, self.texts))


def find_header(grid: Grid) -> Header | None:
    """Return the grid's header, the fullest one and the first of those; None where none is."""
    best: Header | None = None
    for row in range(min(len(grid.rows), SEARCHED_ROWS)):
        found = _header_at(grid, row) if _may_be_header(grid.rows[row]) else None
        if found and (best is None or _rank(found) > _rank(best)):
            best = found
    return best


def is_numbering(cells: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns: (1) (2) (3), 1 2 3, A B C or A B 1 2."""
    tokens = [text.strip() for text in cells if text and not text.isspace()]
    if len(tokens) < 3 or not all(map(_NUMBER.fullmatch, tokens)):  # noqa: PLR2004 (1 | A)
        return False
    bare = [token.strip("()") for token in tokens]
    numbers = [int(token) for token in bare if token.isdigit()]
    letters = [token.upper() for token in bare if not token.isdigit()]
    return _ascending(numbers) and letters == sorted(set(letters))


def _ascending(numbers: list[int]) -> bool:
    return all(later == number + 1 for number, later in pairwise(numbers))


def _rank(header: Header) -> tuple[bool, bool, int]:
    return header.is_of_a_list, header.is_enough, header.score


def _may_be_header(cells: Sequence[str]) -> bool:
    filled = [text.strip() for text in cells if text and not text.isspace()]
    if len(filled) < 2 or any(text[0].isdigit() and not year_of(text) for text in filled):  # noqa: PLR2004 (a title stands alone)
        return False
    return any(read_heading(text).column for text in filled)


def _header_at(grid: Grid, row: int) -> Header | None:
    stacks: list[tuple[str, ...]] = [(text,) for text in _spread(grid, row)]
    header = _resolved(row, 1, stacks, near=True)
    if header.score < 2:  # noqa: PLR2004 (one known word makes no header)
        return None
    for below in range(row + 1, min(row + _TALLEST, len(grid.rows))):
        if not _goes_on(grid, header, below):
            break
        stacks = _stacked(stacks, _spread(grid, below))
        header = _resolved(row, below - row + 1, stacks, near=True)
    return header


def _goes_on(grid: Grid, header: Header, row: int) -> bool:
    """Tell whether a row is one more row of the header above it."""
    cells = grid.rows[row]
    filled = [column for column, text in enumerate(cells) if text and not text.isspace()]
    if not filled or is_numbering(cells):
        return False
    if not all(_is_subheading(cells[column]) for column in filled):
        return False
    held = {header.columns.get(column) for column in filled}
    if all(year_of(cells[column]) for column in filled):
        return held <= {Column.PERIOD, Column.IGNORED, None} and len(filled) > 1
    return len(filled) > 1 or not held & {Column.TASK, Column.CODE}


def _is_subheading(text: str) -> bool:
    return len(text) <= _SHORT and (
        is_part_of_a_heading(text) or read_heading(text).column is not None
    )


def _spread(grid: Grid, row: int) -> list[str]:
    """Return a row's texts, a merged cell's in every column and row that it spans."""
    cells = [text.strip() for text in grid.rows[row]]
    for merge in grid.merges:
        if merge.row <= row < merge.row + merge.rows:
            text = grid.text(merge.row, merge.column).strip()
            last = merge.column + merge.columns
            cells += [""] * (last - len(cells))
            cells[merge.column : last] = [text] * merge.columns
    return cells


def _stacked(stacks: list[tuple[str, ...]], below: list[str]) -> list[tuple[str, ...]]:
    """Put a row under the headings above it; a heading to the left reaches over empty cells."""
    width = max(len(stacks), len(below))
    above = stacks + [("",)] * (width - len(stacks))
    texts = below + [""] * (width - len(below))
    done: list[tuple[str, ...]] = []
    for column, (stack, text) in enumerate(zip(above, texts, strict=True)):
        top = stack
        if text and not any(stack) and column:
            top = done[column - 1][:-1] or done[column - 1]
        done.append(top if text in ("", top[-1]) else (*top, text))
    return done


def _resolved(row: int, height: int, stacks: list[tuple[str, ...]], *, near: bool) -> Header:
    read = [_read_stack(stack, near=near) for stack in stacks]
    columns = {column: each.column for column, each in enumerate(read) if each.column}
    return Header(
        row=row,
        height=height,
        texts=tuple(" ".join(filter(None, stack)) for stack in stacks),
        columns=columns,
        near=tuple(column for column, each in enumerate(read) if not each.sure),
        years=dict(_years(stacks, columns)),
    )


def _read_stack(stack: tuple[str, ...], *, near: bool) -> Heading:
    """Return what a column holds by the headings over it: the lowest says it, if any does."""
    whole, lowest = " ".join(stack), stack[-1]
    above = read_heading(" ".join(stack[:-1]))
    if len(stack) == 1 or stands_whole(whole):
        return read_heading(whole, near=near)
    if above.column is Column.IGNORED or year_of(lowest):
        return above
    for found in (read_heading(lowest), read_heading(whole), above):
        if found.column:
            return found
    return read_heading(whole, near=near)


def _years(
    stacks: list[tuple[str, ...]], columns: Mapping[int, Column]
) -> Iterator[tuple[int, int]]:
    for column, stack in enumerate(stacks):
        year = year_of(stack[-1])
        if year and columns.get(column) is Column.PERIOD:
            yield column, year
