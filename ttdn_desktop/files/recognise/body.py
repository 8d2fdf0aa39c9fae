"""The rows under a header: cells taken out, what is no row of the list left behind."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.files.recognise.codes import read_code
from ttdn_desktop.files.recognise.header import is_numbering
from ttdn_desktop.files.recognise.headings import is_part_of_a_heading, key
from ttdn_desktop.files.recognise.layout import TAKEN
from ttdn_desktop.files.recognise.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.files.recognise.header import Header
    from ttdn_desktop.files.recognise.layout import Layout

Cells = tuple[str, ...]

_CODE, _TEXT, _LEAD, _PERIOD = (TAKEN.index(c) for c in (*TAKEN[:3], Column.PERIOD))
_ACROSS = 3
_SHORTEST_TEXT = 3


class Table(NamedTuple):
    """A grid whose columns are known; `first` is the first row under its header."""

    grid: Grid
    layout: Layout
    first: int
    header: Header | None = None


class _Merged(NamedTuple):
    """What merged cells put into rows: texts by row and column, rows merged across, inner rows."""

    filled: Mapping[int, Mapping[int, str]]
    across: frozenset[int]
    inside: frozenset[int]


_NOTHING = ("",) * (_PERIOD + 1 - _LEAD)


def lines_of(table: Table) -> Iterator[Line]:
    """Yield the rows of a table, without blank ones, numberings and headers on each page."""
    grid, layout = table.grid, table.layout
    merged = _merged(grid, layout)
    headings = _heading_rows(table, merged)
    known = _headings_known(table)
    pick = _picker(table)
    for row in range(table.first, len(grid.rows)):
        own = pick(grid.rows[row])
        cells = _filled(own, row, layout, merged) if row in merged.filled else own
        if not any(own) and (row not in merged.inside or not any(cells)):
            continue
        if _may_be_no_task(own) and (
            is_numbering(grid.rows[row]) or _is_heading_again(cells, known)
        ):
            continue
        if layout.group is not None:
            yield from _group_line(grid, row, layout.group)
        code, text, lead, support, units, period, product = cells
        stated = own[_LEAD : _PERIOD + 1] != _NOTHING
        inside, heading = row in merged.inside, row in headings
        yield Line(
            grid, row, code, text, lead, support, units, period, product, stated, inside, heading
        )


def _may_be_no_task(own: Cells) -> bool:
    """Tell whether a row is worth a closer look: most begin with a number and have a text."""
    return not own[_CODE][:1].isdigit() or len(own[_TEXT]) < _SHORTEST_TEXT


def _picker(table: Table) -> Callable[[Cells], Cells]:
    """Return what takes a row's own cells in the order of `TAKEN`."""
    layout = table.layout
    blanks = any(map(str.isspace, chain.from_iterable(table.grid.rows)))
    if blanks or not layout.plain:
        return lambda cells: tuple([_cell(cells, columns, layout) for columns in layout.taken])
    width = max(layout.columns, default=0) + 1
    take = itemgetter(*(columns[0] if columns else width for columns in layout.taken))
    padding = ("",) * (width + 1)

    def pick(cells: Cells) -> Cells:
        picked: Cells = take((*cells, "") if len(cells) == width else (*cells[:width], *padding))
        return picked

    return pick


def _cell(cells: Cells, columns: tuple[int, ...], layout: Layout) -> str:
    if len(columns) == 1 and not layout.years:
        text = cells[columns[0]] if columns[0] < len(cells) else ""
        return "" if text.isspace() else text
    texts = [cells[column].strip() if column < len(cells) else "" for column in columns]
    if layout.years and set(columns) & set(layout.years):
        return _marked_years(dict(zip(columns, texts, strict=True)), layout.years)
    if layout.halves == columns:
        return " - ".join(filter(None, texts))
    parted = layout.parts_a_task and columns is layout.taken[_TEXT]
    return (": " if parted else "\n").join(filter(None, texts))


def _marked_years(texts: Mapping[int, str], years: Mapping[int, int]) -> str:
    """Return the years that are marked, "2024 - 2026" where each one between is."""
    marked = [year for column, year in years.items() if texts.get(column)]
    spelled = [text for column, text in texts.items() if column not in years and text]
    if spelled or not marked:
        return " ".join(spelled)
    if len(marked) > 1 and marked == list(range(marked[0], marked[-1] + 1)):
        return f"{marked[0]} - {marked[-1]}"
    return ", ".join(map(str, marked))


def _merged(grid: Grid, layout: Layout) -> _Merged:
    filled: dict[int, dict[int, str]] = {}
    across: set[int] = set()
    inside: set[int] = set()
    tasks, codes = layout.taken[_TEXT], layout.taken[_CODE]
    for merge in grid.merges:
        columns = range(merge.column, merge.column + merge.columns)
        if merge.columns >= _ACROSS and any(column in columns for column in tasks + codes):
            across.add(merge.row)
        if merge.rows > 1 and merge.column != layout.group:
            text = grid.text(merge.row, merge.column) if merge.row < len(grid.rows) else ""
            rows = range(merge.row + 1, merge.row + merge.rows)
            if merge.column in tasks:
                inside.update(rows)
            elif text and merge.column not in codes:
                for row in rows:
                    filled.setdefault(row, {})[merge.column] = text
    return _Merged(filled, frozenset(across), frozenset(inside))


def _filled(own: Cells, row: int, layout: Layout, merged: _Merged) -> Cells:
    """Return a row's cells with those that reach into it from a merged cell above."""
    texts = merged.filled[row]
    return tuple(
        text or next((texts[column] for column in columns if column in texts), "")
        for text, columns in zip(own, layout.taken, strict=True)
    )


def _heading_rows(table: Table, merged: _Merged) -> frozenset[int]:
    """Return the rows merged across, and those whose text is bold where few are."""
    grid, tasks = table.grid, table.layout.taken[_TEXT]
    known = range(table.first, len(grid.rows))
    bold = {
        row
        for row, column in grid.bold
        if row in known and (column in tasks or not any(grid.text(row, each) for each in tasks))
    }
    mostly = len(bold) * 2 > len(grid.rows)
    return merged.across if mostly else merged.across | frozenset(bold)


def _headings_known(table: Table) -> frozenset[str]:
    texts = table.header.texts if table.header else ()
    return frozenset(map(key, filter(None, texts)))


def _is_heading_again(cells: Cells, known: frozenset[str]) -> bool:
    """Tell whether a row is the header, or a part of it, once more."""
    filled = [text for text in cells if text]
    if not known or any(len(text) > 80 for text in filled):  # noqa: PLR2004 (no heading is so long)
        return False
    keys = [key(text) for text in filled]
    again = sum(
        any(one.startswith(each) or one.endswith(each) for one in known) for each in keys if each
    )
    if len(filled) > 1:
        return again == len(filled)
    return again == 1 and not cells[_CODE] and not cells[_TEXT] and is_part_of_a_heading(filled[0])


def _group_line(grid: Grid, row: int, column: int) -> Iterator[Line]:
    """Yield the group that begins in a row where a column of its own heads several rows."""
    text = grid.text(row, column).strip()
    if text and (row == 0 or text != grid.text(row - 1, column).strip()):
        yield Line(grid, row, text=text, heading=True)


def codes_in(table: Table) -> list[tuple[int, ...]]:
    """Return the codes of a table's rows as numbers, in their order."""
    columns = table.layout.taken[_CODE]
    if not columns:
        return []
    rows = table.grid.rows[table.first :]
    texts = (cells[columns[-1]] for cells in rows if len(cells) > columns[-1])
    return [code.parts for text in texts if text and (code := read_code(text))]
