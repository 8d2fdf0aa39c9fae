"""Lists of tasks as files would give them: the shipped plan's own, and what is changed in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import FileContent, GridKind, Place
from ttdn_desktop.domain.task_list import ReadGroup, ReadTask, TaskList

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.plan import PlanVersion, Task

NAME, SHA256 = "Danh mục nhiệm vụ.xlsx", "5" * 64


def listed(version: PlanVersion) -> TaskList:
    """Return the list that holds a version's groups and tasks, letter by letter."""
    return TaskList(
        FileContent(NAME, SHA256, "xlsx", ()),
        tuple(
            ReadGroup(group.code, group.title, Place(GridKind.SHEET, row=row))
            for row, group in enumerate(version.groups)
        ),
        tuple(_read(task, row) for row, task in enumerate(version.tasks)),
    )


def _read(task: Task, row: int) -> ReadTask:
    return ReadTask(
        code=task.code,
        title=task.title,
        group_code=task.group_code,
        place=Place(GridKind.SHEET, row=row + 7, column=1),
        written_code=task.code,
        lead=task.lead,
        support=task.support,
        lead_text=task.lead_text,
        support_text=task.support_text,
        product=task.product,
        period_text=task.period_text,
        first_year=task.first_year,
        last_year=task.last_year,
        notes=task.notes,
    )


def without(tasks: TaskList, *codes: str) -> TaskList:
    """Return a list without some of its tasks."""
    return replace(tasks, tasks=tuple(task for task in tasks.tasks if task.code not in codes))


def altered(tasks: TaskList, which: str, /, **values: object) -> TaskList:
    """Return a list with other values in one task."""
    return retyped(
        tasks,
        lambda task: replace(task, **values) if task.code == which else task,  # type: ignore[arg-type]  # (by field)
    )


def retyped(tasks: TaskList, change: Callable[[ReadTask], ReadTask]) -> TaskList:
    """Return a list with every task changed."""
    return replace(tasks, tasks=tuple(map(change, tasks.tasks)))


def added(tasks: TaskList, *more: ReadTask) -> TaskList:
    """Return a list with more tasks at its end."""
    return replace(tasks, tasks=(*tasks.tasks, *more))


def new_task(code: str, title: str, group: str = "1") -> ReadTask:
    """Return a task that comes, with nothing but its wording."""
    return ReadTask(code, title, group, Place(GridKind.SHEET, row=99))
