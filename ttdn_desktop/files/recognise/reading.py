"""A file's grids understood as a list of tasks: each step in its order."""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import GridKind, Place
from ttdn_desktop.domain.task_list import (
    Column,
    Problem,
    ReadGroup,
    ReadingChoice,
    ReadTask,
    Severity,
    TaskList,
)
from ttdn_desktop.files.recognise.body import Table, lines_of
from ttdn_desktop.files.recognise.cells import Cells
from ttdn_desktop.files.recognise.choosing import Part, parts_of_the_list, visible
from ttdn_desktop.files.recognise.codes import leading_code
from ttdn_desktop.files.recognise.dittos import without_dittos
from ttdn_desktop.files.recognise.entries import entries
from ttdn_desktop.files.recognise.first_group import group_over
from ttdn_desktop.files.recognise.foot import parted
from ttdn_desktop.files.recognise.footnotes import footnotes
from ttdn_desktop.files.recognise.grouping import grouped
from ttdn_desktop.files.recognise.guess import first_row, guessed_columns
from ttdn_desktop.files.recognise.header import find_header
from ttdn_desktop.files.recognise.headings import key
from ttdn_desktop.files.recognise.joining import joined
from ttdn_desktop.files.recognise.layout import layout_of, widened
from ttdn_desktop.files.recognise.leading_groups import led_by_groups
from ttdn_desktop.files.recognise.line import Line
from ttdn_desktop.files.recognise.old_letters import (
    encoding_of,
    in_unicode,
    legacy_problem,
    old_cells,
)
from ttdn_desktop.files.recognise.outline import grown
from ttdn_desktop.files.recognise.preamble import preamble
from ttdn_desktop.files.recognise.tasks import TaskMaker
from ttdn_desktop.files.recognise.titles import with_headings
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.grid import FileContent, Grid
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.files.recognise.footnotes import Footnotes
    from ttdn_desktop.files.recognise.preamble import Preamble

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_HEAD_ROWS = 40
_NOWHERE = Place(GridKind.TEXT)


class _Understood(NamedTuple):
    groups: tuple[ReadGroup, ...] = ()
    tasks: tuple[ReadTask, ...] = ()


@immutable
class _Found:
    """The parts of the list; `sure` is False where its columns are guessed."""

    parts: tuple[Part, ...]
    sure: bool = True


def task_list(
    content: FileContent,
    known: KnownBodies,
    choice: ReadingChoice | None = None,
    look_up: Callable[[], None] = lambda: None,
) -> TaskList:
    """Return what a file is understood as; whatever is doubtful is a problem, nothing raises.

    `look_up` is called again and again, and may raise to end it.
    Where no header is recognised, `columns` is a guess and there are no tasks, until `choice`
    says what the columns hold.
    """
    choice = choice or ReadingChoice()
    problems = list(_of_macros(content))
    grids = visible(content.grids, choice, problems)
    if not grids:
        problems.append(_nothing_to_read(content, choice))
        return TaskList(content, (), (), _in_order(problems))
    encoding = choice.encoding or encoding_of(grids)
    if encoding and not choice.encoding:
        problems.append(legacy_problem(grids[0], encoding))
        return TaskList(content, (), (), _in_order(problems), grid_number=grids[0].number)
    around = content.grids
    if encoding:
        grids, around = in_unicode(grids, encoding), in_unicode(around, encoding)
    problems.extend(old_cells(grids))
    problems.extend(_unread_pages(grids))
    problems.extend(_hidden_rows(grids))
    found = _found(grids, choice, problems)
    head = _preamble(found.parts, around)
    read = _Understood()
    if found.sure:
        read = _understood(found, known, head, problems, look_up)
    return _as_list(content, found.parts[0].table, read, head, problems)


def _of_macros(content: FileContent) -> Iterator[Problem]:
    if content.macros:
        place = content.grids[0].place() if content.grids else _NOWHERE
        yield Problem("macros_left_out", place, Severity.NOTE)


def _nothing_to_read(content: FileContent, choice: ReadingChoice) -> Problem:
    known = ", ".join(grid.name or str(grid.number) for grid in content.grids if grid.rows)
    place = content.grids[0].place() if content.grids else _NOWHERE
    if choice.sheet is None or not known:
        return Problem("no_table", place, Severity.ERROR)
    facts = {"name": choice.sheet, "known": known}
    return Problem("sheet_unknown", place, Severity.ERROR, facts)


def _hidden_rows(grids: Sequence[Grid]) -> Iterator[Problem]:
    """Tell of rows that a sheet hides: they are read as well, which an officer may not expect."""
    for grid in grids:
        if grid.hidden_rows:
            count = len(grid.hidden_rows)
            place = grid.place(min(grid.hidden_rows))
            yield Problem("rows_hidden", place, Severity.NOTE, {"count": count})


def _unread_pages(grids: Sequence[Grid]) -> Iterator[Problem]:
    """Tell of pages that are pictures alone."""
    pages = sorted({page for grid in grids for page in grid.unread_pages})
    if pages:
        facts = {"pages": ", ".join(map(str, pages))}
        yield Problem("pages_unread", grids[0].place(), Severity.ERROR, facts)


def _found(grids: Sequence[Grid], choice: ReadingChoice, problems: list[Problem]) -> _Found:
    parts = parts_of_the_list(grids, problems)
    if parts and not choice.columns:
        return _Found(parts)
    if parts:
        return _Found(tuple(_as_chosen(part, choice.columns or {}) for part in parts))
    grid = max(grids, key=lambda each: sum(map(len, each.rows)))
    header = find_header(grid)
    sure = choice.columns or {}
    columns = guessed_columns(grid, {**(widened(header, grid) if header else {}), **sure})
    if sure:
        columns = dict(sure)
    else:
        problems.append(Problem("columns_unknown", grid.place(), Severity.ERROR))
    first = header.row + header.height if header else first_row(grid, columns)
    table = Table(grid, layout_of(columns, grid, header), first, header)
    return _Found((Part(table),), sure=bool(sure))


def _as_chosen(part: Part, chosen: Mapping[int, Column]) -> Part:
    """Return a table whose columns hold what the officer says; he speaks of those he names."""
    table = part.table
    given = set(chosen.values()) - {Column.IGNORED}
    kept = {c: held for c, held in table.layout.columns.items() if held not in given}
    layout = layout_of({**kept, **chosen}, table.grid, table.header)
    return part._replace(table=table._replace(layout=layout))


def _preamble(parts: Sequence[Part], around: Sequence[Grid]) -> Preamble:
    """Read what stands before the list, in its own grid and in those before it, and behind it."""
    first, last = parts[0].table, parts[-1].table
    before: list[str] = []
    for grid in around:
        before.extend(grid.above)
        if grid.number == first.grid.number and grid.kind is first.grid.kind:
            top = first.header.row if first.header else first.first
            before.extend(text for row in grid.rows[:top] for text in row if text)
            break
        before.extend(text for row in grid.rows[:_HEAD_ROWS] for text in row if text)
    return preamble(before, last.grid.below)


def _understood(
    found: _Found,
    known: KnownBodies,
    head: Preamble,
    problems: list[Problem],
    look_up: Callable[[], None],
) -> _Understood:
    main = found.parts[0].table
    where = {held: column for column, held in reversed(list(main.layout.columns.items()))}
    lines = (line for part in found.parts for line in _lines(part, problems))
    rows, foot = parted(list(joined(lines, problems)), problems)
    notes = _footnotes(found.parts, rows, foot)
    tree = grown(entries(with_headings(rows, problems), where.get(Column.CODE), problems))
    groups = grouped(tree, problems)
    cells = Cells(known, notes, where, head.year, look_up)
    has = frozenset(where)
    if units_lead := led_by_groups(groups, known, has):
        problems.append(Problem("lead_from_groups", main.grid.place()))
    _tell_of_columns(main, problems, has_leads=units_lead)
    maker = TaskMaker(cells, notes, has, problems, led_by_groups=units_lead)
    read_groups = tuple(map(maker.group, groups))
    tasks = maker.tasks(groups)
    problems.extend(cells.problems())
    problems.extend(_of_notes(notes, main.grid))
    if not tasks:
        problems.append(Problem("no_tasks", main.grid.place(), Severity.ERROR))
    return _Understood(read_groups, tasks)


def _lines(part: Part, problems: list[Problem]) -> Iterator[Line]:
    if over := group_over(part.table):
        yield over
    elif part.heads:
        title = leading_code(part.heads)[1]
        yield Line(part.table.grid, part.table.first, text=title, heading=True)
    yield from without_dittos(lines_of(part.table), part.table.layout, problems)


def _footnotes(parts: Sequence[Part], rows: Sequence[Line], foot: Sequence[Line]) -> Footnotes:
    of_the_file = {mark: text for part in parts for mark, text in part.table.grid.notes.items()}
    under = [" ".join(filter(None, (line.code, line.text))) or line.lead for line in foot]
    texts = chain.from_iterable(line.cells for line in rows)
    return footnotes(of_the_file, [*under, *parts[-1].table.grid.below], texts)


def _of_notes(notes: Footnotes, grid: Grid) -> Iterator[Problem]:
    for mark in notes.unused():
        yield Problem("note_unused", grid.place(), Severity.NOTE, {"mark": mark})


def _tell_of_columns(table: Table, problems: list[Problem], *, has_leads: bool) -> None:
    """Tell of columns that are missing, left out, or recognised by likeness alone."""
    held = set(table.layout.columns.values())
    row = table.header.row if table.header else table.first
    for missing, told in (
        ({Column.LEAD, Column.UNITS}, "no_lead_column"),
        ({Column.PERIOD}, "no_period_column"),
    ):
        if not held & missing and not (has_leads and Column.LEAD in missing):
            problems.append(Problem(told, table.grid.place(row)))
    if table.layout.units_support:
        problems.append(Problem("units_as_support", table.grid.place(row)))
    if table.layout.parts_a_task:
        problems.append(Problem("two_task_columns", table.grid.place(row)))
    for column, text in enumerate(table.header.texts if table.header else ()):
        place, facts = table.grid.place(row, column), {"heading": " ".join(text.split())}
        if text and column not in table.layout.columns:
            problems.append(Problem("column_left_out", place, facts=facts))
        elif table.header and column in table.header.near:
            problems.append(Problem("heading_near", place, Severity.WARNING, facts))


def _as_list(
    content: FileContent,
    table: Table,
    read: _Understood,
    head: Preamble,
    problems: list[Problem],
) -> TaskList:
    return TaskList(
        content=content,
        groups=read.groups,
        tasks=read.tasks,
        problems=_in_order(problems),
        columns=table.layout.columns,
        grid_number=table.grid.number,
        shape=hashlib.sha256(_shape(table).encode()).hexdigest()[:16],
        number=head.number,
        issued_on=head.issued_on,
        title=head.title,
    )


def _shape(table: Table) -> str:
    """Return the headings, or the first row of several cells: what files of one form begin with."""
    if table.header:
        return table.header.shape
    rows = (list(map(key, row)) for row in table.grid.rows)
    return "|".join(next((row for row in rows if sum(map(bool, row)) > 1), []))


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems with the weightiest first, those of one weight by their place."""
    return tuple(sorted(problems, key=_weight))


def _weight(problem: Problem) -> tuple[int, int, int, int]:
    place = problem.place
    row = -1 if place.row is None else place.row
    column = -1 if place.column is None else place.column
    return _GRAVITY[problem.severity], place.number, row, column
