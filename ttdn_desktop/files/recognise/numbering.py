"""The numbers of tasks within their groups: as written, counted on, or given where none are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.files.recognise.outline import UNCODED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ttdn_desktop.files.recognise.outline import Node


def numbered(groups: Mapping[Node, Sequence[Node]], root: Node, problems: list[Problem]) -> None:
    """Set the ordinals of the tasks of each group; tell of missing, doubled, skipped codes."""
    uncoded = [n for nodes in groups.values() for n in nodes if n.code.style == UNCODED]
    if len(uncoded) == sum(map(len, groups.values())) and uncoded:
        _count(groups, uncoded[0], problems)
        return
    last = 0
    for group, tasks in groups.items():
        shift = _shift(tasks, last) if group is not root else 0
        last = max((task.code.parts[-1] for task in tasks), default=0)
        for task in tasks if shift else ():
            task.ordinal -= shift
        _fill(tasks, problems)
        _check(tasks, {child.ordinal for child in group.children if child.children}, problems)


def _count(groups: Mapping[Node, Sequence[Node]], first: Node, problems: list[Problem]) -> None:
    """Give the tasks of a list without codes numbers in their order."""
    for tasks in groups.values():
        for number, task in enumerate(tasks, 1):
            task.ordinal = number
    if first.entry:
        problems.append(Problem("codes_made", first.entry.line.place(), Severity.NOTE))


def _shift(tasks: Sequence[Node], last: int) -> int:
    """Return how far a group's numbers count on from the group before (1–16, then 17–22)."""
    first = tasks[0]
    counts_on = len(first.code.parts) == 1 and first.ordinal == last + 1 and last > 0
    return last if counts_on and first.code.style not in ("a", "-", "i", UNCODED) else 0


def _fill(tasks: Sequence[Node], problems: list[Problem]) -> None:
    """Give a number to the tasks of a group that have none among others that have."""
    taken = {task.ordinal for task in tasks if task.code.style != UNCODED}
    before = 0
    for task in tasks:
        if task.code.style == UNCODED and task.entry:
            free = before + 1 if before + 1 not in taken else max(taken) + 1
            task.ordinal = free
            taken.add(free)
            problems.append(Problem("code_missing", task.entry.line.place()))
        before = task.ordinal


def _check(tasks: Sequence[Node], groups: set[int], problems: list[Problem]) -> None:
    """Tell of numbers that come twice, or are skipped; `groups` are those of groups among them."""
    seen: set[int] = set()
    before = 0
    for task in tasks:
        number = task.ordinal
        if number != before + 1 and task.entry and task.code.style != UNCODED:
            if number in seen:
                facts = {"code": task.entry.written}
                problems.append(Problem("code_twice", task.entry.line.place(), facts=facts))
            elif missing := set(range(before + 1, number)) - groups:
                facts = {"code": task.entry.written, "missing": _missing(task, min(missing))}
                problems.append(Problem("code_skipped", task.entry.line.place(), facts=facts))
        seen.add(number)
        before = max(before, number)


def _missing(task: Node, number: int) -> str:
    """Return the code that is not there, written in the way of the one that is."""
    *above, last = task.code.parts
    skipped = number + last - task.ordinal
    head, found, tail = (task.entry.written if task.entry else "").rpartition(str(last))
    return f"{head}{skipped}{tail}" if found else ".".join(map(str, (*above, skipped)))
