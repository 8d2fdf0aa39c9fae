"""Which sheets and tables of a file are the list: one, or several that go on with one another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import GridKind
from ttdn_desktop.domain.task_list import Column, Problem, Severity
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.files.recognise.body import Table, codes_in
from ttdn_desktop.files.recognise.codes import leading_code
from ttdn_desktop.files.recognise.header import find_header
from ttdn_desktop.files.recognise.layout import layout_of, widened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.domain.task_list import ReadingChoice

_LONGEST_TITLE = 300


class Part(NamedTuple):
    """A table of the list; `heads` is the group that the line above it names, if it is one."""

    table: Table
    heads: str = ""


def named(grid: Grid) -> str:
    """Return what an officer calls a sheet or table by: its name, else its number."""
    return grid.name or str(grid.number)


def visible(
    grids: Sequence[Grid], choice: ReadingChoice, problems: list[Problem]
) -> tuple[Grid, ...]:
    """Return the grids that are looked at: the one that is named, else all that are not hidden."""
    filled = tuple(grid for grid in grids if grid.rows)
    if choice.sheet is not None:
        return _chosen(filled, choice.sheet)
    for grid in filled:
        if grid.hidden:
            facts = {"name": named(grid)}
            problems.append(Problem("sheet_hidden", grid.place(), Severity.NOTE, facts))
    return tuple(grid for grid in filled if not grid.hidden)


def _chosen(grids: Sequence[Grid], sheet: str) -> tuple[Grid, ...]:
    wanted = tidy(sheet)
    by_name = [grid for grid in grids if tidy(grid.name) == wanted]
    folded = [grid for grid in grids if fold(tidy(grid.name)) == fold(wanted)]
    by_number = [grid for grid in grids if str(grid.number) == wanted]
    return tuple((by_name or folded or by_number)[:1])


def parts_of_the_list(grids: Sequence[Grid], problems: list[Problem]) -> tuple[Part, ...]:
    """Return the tables of the list in their order; none where no grid looks like one."""
    tables = [table for grid in grids if (table := _table(grid))]
    lists = [table for table in tables if table.header and table.header.is_of_a_list]
    candidates = [t for t in lists if _has_tasks(t)] or lists or tables
    if not candidates:
        return ()
    best = max(candidates, key=_weight)
    taken = _joined(best, candidates, grids)
    inside = {id(part.table.grid) for part in taken}
    _tell(best, taken, [t for t in candidates if id(t.grid) not in inside], problems)
    return taken


def _table(grid: Grid) -> Table | None:
    header = find_header(grid)
    if header is None or not header.is_enough:
        return None
    layout = layout_of(widened(header, grid), grid, header)
    return Table(grid, layout, header.row + header.height, header)


def _has_tasks(table: Table) -> bool:
    """Tell whether any row has a task and one thing more: an empty form is no list."""
    task = table.layout.of(Column.TASK)
    stated = [c for c, held in table.layout.columns.items() if held is not Column.CODE]
    return any(
        any(cells[c].strip() for c in task if c < len(cells))
        and sum(bool(cells[c].strip()) for c in stated if c < len(cells)) > 1
        for cells in table.grid.rows[table.first :]
    )


def _weight(table: Table) -> tuple[int, int]:
    return (table.header.score if table.header else 0), len(table.grid.rows) - table.first


def _joined(best: Table, tables: Sequence[Table], grids: Sequence[Grid]) -> tuple[Part, ...]:
    """Return a table with those of the same columns that its numbering goes on in."""
    if len(grids) == 1:
        return (Part(best),)
    by_grid = {id(table.grid): table for table in tables}
    parts: list[Part] = []
    seen: set[tuple[int, ...]] = set()
    for grid in grids:
        table = by_grid.get(id(grid)) or (_continued(parts[-1].table, grid) if parts else None)
        if table is None or not _same_columns(table, best):
            continue
        codes = codes_in(table)
        unnumbered = grid.kind is GridKind.SHEET and not codes and bool(parts)
        again = unnumbered or bool(seen.intersection(codes))
        heads = _line_above(grid)
        if again and not _is_heading(heads, codes):
            if table is best:
                parts, seen = [], set()
            else:
                continue
        parts.append(Part(table, heads))
        seen.update(codes)
    if not any(part.table is best for part in parts):
        return (Part(best),)
    restarts = len(parts) > 1 and sum(len(codes_in(part.table)) for part in parts) > len(seen)
    return tuple(part if restarts else part._replace(heads="") for part in parts)


def _same_columns(table: Table, best: Table) -> bool:
    if table.header is None or best.header is None:
        return table.layout is best.layout or table.header is None
    return table.header.shape == best.header.shape


def _continued(before: Table, grid: Grid) -> Table | None:
    """Return a grid without a header as going on with the table before, if it is as wide."""
    width = max(map(len, before.grid.rows), default=0)
    layout = before.layout
    if max(map(len, grid.rows), default=0) != width or grid.kind is GridKind.SHEET:
        return None
    table = Table(grid, replace(layout), 0, before.header)
    return table if grid.kind is GridKind.PAGE or codes_in(table) else None


def _line_above(grid: Grid) -> str:
    """Return the line above a table that may name it; of a printed page only one with a code."""
    text = grid.above[-1] if grid.above and grid.kind is not GridKind.SHEET else ""
    return text if grid.kind is GridKind.TABLE or leading_code(text)[0] else ""


def _is_heading(text: str, codes: list[tuple[int, ...]]) -> bool:
    return 0 < len(text) < _LONGEST_TITLE and bool(codes) and all(len(code) == 1 for code in codes)


def _tell(
    best: Table, taken: Sequence[Part], others: Sequence[Table], problems: list[Problem]
) -> None:
    for table in others:
        facts = {"name": named(best.grid), "other": named(table.grid)}
        place = table.grid.place()
        problems.append(Problem("several_lists", place, Severity.ERROR, facts))
    if len(taken) > 1 and best.grid.kind is not GridKind.PAGE:
        facts = {"names": ", ".join(named(part.table.grid) for part in taken)}
        place = taken[0].table.grid.place()
        problems.append(Problem("lists_joined", place, Severity.NOTE, facts))
