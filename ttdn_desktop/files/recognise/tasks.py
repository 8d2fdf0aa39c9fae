"""Tasks out of grouped rows: cells understood, what is empty left empty and told."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.task_list import Column, Problem, ReadGroup, ReadTask, Severity
from ttdn_desktop.files.recognise.cells import NEVER, NOBODY
from ttdn_desktop.files.recognise.lines import flowing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.grid import Place
    from ttdn_desktop.files.recognise.cells import Bodies, Cells, Span
    from ttdn_desktop.files.recognise.entries import Entry
    from ttdn_desktop.files.recognise.footnotes import Footnotes
    from ttdn_desktop.files.recognise.grouping import Group
    from ttdn_desktop.files.recognise.line import Line
    from ttdn_desktop.files.recognise.outline import Node


class _Stated(NamedTuple):
    """What a row or the groups above it state."""

    lead: Bodies
    support: Bodies
    period: Span
    marks: tuple[str, ...] = ()
    whole: bool = False


_NOTHING = _Stated(NOBODY, NOBODY, NEVER)


class TaskMaker:
    """Makes groups and tasks, and tells what is missing in them."""

    def __init__(
        self,
        cells: Cells,
        notes: Footnotes,
        has: frozenset[Column],
        problems: list[Problem],
        *,
        led_by_groups: bool = False,
    ) -> None:
        """Make ready; `has` is what the list has columns for.

        `led_by_groups` tells that the titles of groups name who leads their tasks.
        """
        self._cells = cells
        self._notes = notes
        self._has = has
        self._problems = problems
        self._led_by_groups = led_by_groups
        self._stated: dict[tuple[str, ...], _Stated] = {}
        self._products: dict[str, tuple[str, tuple[str, ...]]] = {"": ("", ())}

    def group(self, group: Group) -> ReadGroup:
        """Return a group as read; its footnotes have no place in a plan, and are told."""
        place = (group.node.entry or group.tasks[0].entry).line.place()
        title, marks = self._notes.parted(flowing(group.node.title))
        for mark in marks:
            if self._notes.text_of(mark) is not None:
                self._tell("group_note", place, Severity.NOTE, mark=mark)
        if group.node.parent and not group.node.entry:
            self._tell("group_untitled", place, Severity.NOTE, code=group.code)
        return ReadGroup(group.code, title, place)

    def tasks(self, groups: Sequence[Group]) -> tuple[ReadTask, ...]:
        """Return the tasks of all groups, in the order of their rows."""
        placed: list[tuple[int, ReadTask]] = []
        for group in groups:
            above = self._stated_above(group.node)
            for task in group.tasks:
                code = f"{group.code}.{task.ordinal}"
                made = self._task(task.entry, code, group.code, above)
                if made.title:
                    placed.append((task.place, made))
                else:
                    self._tell("title_empty", made.place, Severity.ERROR)
        return tuple(task for _place, task in sorted(placed, key=itemgetter(0)))

    def _stated_above(self, node: Node | None) -> _Stated:
        """Return what the groups above a task state for those that state nothing themselves."""
        if node is None or node.entry is None:
            return self._stated_above(node.parent) if node and node.parent else _NOTHING
        line = node.entry.line
        if self._led_by_groups and not line.lead:
            line = line._replace(lead=node.title)
        return _or_else(self._stated_in(line), self._stated_above(node.parent))

    def _stated_in(self, line: Line) -> _Stated:
        """Return what a row states; the same cells are understood once."""
        cells = line.stated
        stated = self._stated.get(cells)
        if stated is None:
            read = self._cells
            lead, support, period = read.lead(line), read.support(line), read.period(line)
            marks = lead.marks + support.marks + period.marks
            whole = bool(lead.text and support.text and period.text)
            stated = self._stated[cells] = _Stated(lead, support, period, marks, whole)
        return stated

    def _task(self, entry: Entry, code: str, group_code: str, above: _Stated) -> ReadTask:
        line = entry.line
        stated = self._stated_in(line)
        if not stated.whole and above is not _NOTHING:
            stated = _or_else(stated, above)
        title, marks = self._notes.parted(entry.title)
        product, more = self._product(line.product)
        if not stated.whole:
            self._tell_empty(line, stated, code)
        marks += stated.marks + more
        return ReadTask(
            code=code,
            title=title,
            group_code=group_code,
            place=self._cells.place(line, Column.TASK),
            written_code=entry.written,
            lead=stated.lead.assignees,
            support=stated.support.assignees,
            lead_text=stated.lead.text,
            support_text=stated.support.text,
            product=product,
            period_text=stated.period.text,
            first_year=stated.period.first,
            last_year=stated.period.last,
            notes=self._texts(marks, line.place()) if marks else (),
        )

    def _product(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return what a task gives, and the marks of its footnotes; each text is read once."""
        product = self._products.get(text)
        if product is None:
            product = self._products[text] = self._notes.parted(flowing(text))
        return product

    def _texts(self, marks: Sequence[str], place: Place) -> tuple[str, ...]:
        texts = []
        for mark in dict.fromkeys(marks):
            text = self._notes.text_of(mark)
            if text is None:
                self._tell("note_text_missing", place, Severity.WARNING, mark=mark)
            else:
                texts.append(text)
        return tuple(texts)

    def _tell_empty(self, line: Line, stated: _Stated, code: str) -> None:
        leads = Column.LEAD if Column.LEAD in self._has else Column.UNITS
        for column, text, key, severity in (
            (leads, stated.lead.text, "lead_empty", Severity.WARNING),
            (Column.SUPPORT, stated.support.text, "support_empty", Severity.NOTE),
            (Column.PERIOD, stated.period.text, "period_empty", Severity.WARNING),
        ):
            if not text and column in self._has:
                self._tell(key, self._cells.place(line, column), severity, code=code)

    def _tell(self, key: str, place: Place, severity: Severity, **facts: object) -> None:
        self._problems.append(Problem(key, place, severity, facts))


def _or_else(own: _Stated, above: _Stated) -> _Stated:
    """Return what a row states, and what is stated above it where it states nothing."""
    lead, support = own.lead, own.support
    if not lead.text:
        lead, support = above.lead, (support if support.text else above.support)
    period = own.period if own.period.text else above.period
    return _Stated(lead, support, period, lead.marks + support.marks + period.marks)
