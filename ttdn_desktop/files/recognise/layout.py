"""Which columns of a grid hold what, made ready to take cells out of thousands of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.files.recognise.codes import read_code
from ttdn_desktop.files.recognise.headings import begins_a_period, ends_a_period, key
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.files.recognise.header import Header

_MOST_REPEATED = 0.8
"""How many cells of a group's column may differ from the one above, where none is blank."""

TAKEN = (
    *(Column.CODE, Column.TASK, Column.LEAD, Column.SUPPORT),
    *(Column.UNITS, Column.PERIOD, Column.PRODUCT),
)
"""What a row is read for, in the order of `Line`'s cells."""


@immutable
class Layout:
    """Columns by what they hold, in the order of `TAKEN`; none, one or several for each.

    `group` is a column whose cells head several rows; `years` are columns marked where a task
    runs in that year; `halves` are the columns of a period's start and end; `parts_a_task` tells
    that two columns with headings of their own hold a task's text, `units_support` that a column
    of bodies beside that of the lead is taken for the support.
    """

    taken: tuple[tuple[int, ...], ...]
    columns: Mapping[int, Column]
    years: Mapping[int, int]
    halves: tuple[int, int] | None = None
    group: int | None = None
    parts_a_task: bool = False
    units_support: bool = False

    @property
    def plain(self) -> bool:
        """Tell whether each cell is taken from one column as it stands."""
        several = any(len(columns) > 1 for columns in self.taken)
        return not several and not self.years and self.group is None

    def of(self, column: Column) -> tuple[int, ...]:
        """Return the columns that hold something."""
        return self.taken[TAKEN.index(column)]

    def has(self, column: Column) -> bool:
        """Tell whether any column holds it."""
        return bool(self.of(column))


def layout_of(columns: Mapping[int, Column], grid: Grid, header: Header | None) -> Layout:
    """Return the layout of a grid whose columns hold what is said of them."""
    body = header.row + header.height if header else 0
    group = _group_column(columns, grid, body)
    held = set(columns.values())
    supporting = {Column.LEAD, Column.UNITS} <= held and Column.SUPPORT not in held
    columns = _without_units(columns, held, supporting=supporting)
    ordered = {column: held for column, held in sorted(columns.items()) if column != group}
    years = header.years or {} if header else {}
    taken = tuple(tuple(c for c, held in ordered.items() if held is want) for want in TAKEN)
    periods = taken[TAKEN.index(Column.PERIOD)]
    return Layout(
        taken=taken,
        columns=dict(sorted(columns.items())),
        years={column: year for column, year in years.items() if column in periods},
        halves=_halves(periods, header) if header else None,
        group=group,
        parts_a_task=_is_parted(taken[TAKEN.index(Column.TASK)], header),
        units_support=supporting,
    )


def widened(header: Header, grid: Grid) -> dict[int, Column]:
    """Return a header's columns with those beside a code or task that bear no heading at all.

    Cells of such a column are displaced: "TT" over two columns, a text one column to the right.
    """
    columns = dict(header.columns)
    width = max((len(cells) for cells in grid.rows[header.row :][:50]), default=0)
    for column in range(1, width):
        blank = column >= len(header.texts) or not header.texts[column]
        before = columns.get(column - 1)
        if blank and column not in columns and before in (Column.CODE, Column.TASK):
            columns[column] = before
    if Column.CODE not in columns.values() and (column := _nameless_codes(header, grid)) >= 0:
        columns[column] = Column.CODE
    return columns


def _nameless_codes(header: Header, grid: Grid) -> int:
    """Return the column without a heading, before that of tasks, that holds codes; else -1."""
    tasks = [column for column, held in header.columns.items() if held is Column.TASK]
    rows = range(header.row + header.height, len(grid.rows))
    for column in range(min(tasks, default=0)):
        texts = [text for row in rows if (text := grid.text(row, column).strip())]
        if not key(header.texts[column]) and texts and all(map(read_code, texts)):
            return column
    return -1


def _without_units(
    columns: Mapping[int, Column], held: set[Column], *, supporting: bool
) -> Mapping[int, Column]:
    """Return the columns with those of bodies taken for the lead beside a column of support."""
    if not supporting and not (Column.SUPPORT in held and Column.LEAD not in held):
        return columns
    meant = Column.SUPPORT if supporting else Column.LEAD
    return {c: meant if each is Column.UNITS else each for c, each in columns.items()}


def _is_parted(tasks: Sequence[int], header: Header | None) -> bool:
    texts = header.texts if header else ()
    return len({texts[column] for column in tasks if column < len(texts) and texts[column]}) > 1


def _halves(periods: Sequence[int], header: Header) -> tuple[int, int] | None:
    last = [header.texts[column] for column in periods if column < len(header.texts)]
    if len(periods) != 2 or len(last) != 2:  # noqa: PLR2004 (a start and an end)
        return None
    words = (last[0].rsplit(" ", 2), last[1].rsplit(" ", 2))
    starts = begins_a_period(" ".join(words[0][-2:])) or begins_a_period(last[0])
    ends = ends_a_period(" ".join(words[1][-2:])) or ends_a_period(last[1])
    return (periods[0], periods[1]) if starts and ends else None


def _group_column(columns: Mapping[int, Column], grid: Grid, body: int) -> int | None:
    """Return the first of two task columns where its cells head several rows each."""
    tasks = sorted(column for column, held in columns.items() if held is Column.TASK)
    rows = range(body, len(grid.rows))
    if len(tasks) != 2 or not rows:  # noqa: PLR2004 (the group's and the task's)
        return None
    first, second = tasks
    heads = sum(_begins_group(grid, row, first, body) for row in rows)
    tasks_below = sum(bool(grid.text(row, second).strip()) for row in rows)
    written = sum(bool(grid.text(row, first).strip()) for row in rows)
    most = tasks_below if written < tasks_below else tasks_below * _MOST_REPEATED
    return first if 0 < heads < most else None


def _begins_group(grid: Grid, row: int, column: int, body: int) -> bool:
    """Tell whether a cell has a text, and another than the row above."""
    text = grid.text(row, column).strip()
    return bool(text) and (row == body or text != grid.text(row - 1, column).strip())
