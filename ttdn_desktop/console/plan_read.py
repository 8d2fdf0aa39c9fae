"""`plan read`: what a file is understood as; nothing is written, no data folder is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ttdn_desktop.console import placed, shapes
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import task_reader
from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.domain.task_list import Column, ReadingChoice, Severity
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.read_task_list import read_task_list

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.task_list import Problem, TaskList

_COLUMN = re.compile(r"(\d{1,3})\s*=\s*(\w+)")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, and what the officer knows better of how it is to be read."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--sheet")
    parser.add_argument("--encoding", choices=tuple(map(str, LegacyEncoding)))
    parser.add_argument("--column", action="append", default=[])


def run(given: argparse.Namespace, options: Options) -> Result:
    """Read the file; return its groups, tasks and what is doubtful in it."""
    path, choice = place(given.file), choice_of(given)
    return shape(str(path), read_task_list(task_reader(), path, choice), options.messages)


def choice_of(given: argparse.Namespace) -> ReadingChoice:
    """Return how the file is to be read; raises KnownError `column_unreadable`."""
    encoding = LegacyEncoding(given.encoding) if given.encoding else None
    return ReadingChoice(given.sheet, _columns(given.column), encoding)


def _columns(written: Sequence[str]) -> dict[int, Column] | None:
    """Return what columns hold ("2=task", the first is 1); KnownError `column_unreadable`."""
    columns: dict[int, Column] = {}
    for text in written:
        found = _COLUMN.fullmatch(text.strip())
        if not found or found[2] not in tuple(Column) or not int(found[1]):
            raise KnownError("column_unreadable", text=text, known=", ".join(Column))
        columns[int(found[1]) - 1] = Column(found[2])
    return columns or None


def shape(file: str, listed: TaskList, messages: Messages) -> Result:
    """Return the JSON of what a file was understood as; problems with the weightiest first."""
    return {
        "file": file,
        "sha256": listed.content.sha256,
        "kind": listed.content.kind,
        "groups": [{"code": each.code, "title": each.title} for each in listed.groups],
        "tasks": [shapes.task(each) for each in listed.tasks],
        "problems": [_problem(each, messages) for each in listed.problems],
    }


def _problem(each: Problem, messages: Messages) -> dict[str, Any]:
    return {
        "where": placed.told(each.place, messages),
        "message": messages.line(f"read.{each.key}", **each.facts),
        "severity": each.severity,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what is doubtful first, then the groups and tasks."""
    counts = {name: len(result[name]) for name in ("groups", "tasks", "problems")}
    yield messages.say("said.plan.read", file=result["file"], **counts)
    for each in result["problems"]:
        yield messages.say(f"said.plan.problem.{Severity(each['severity'])}", **each)
    yield from listed(result, messages)


def listed(result: Result, messages: Messages) -> Iterator[str]:
    """Say each group and the tasks in it."""
    tasks: dict[str, list[Any]] = {}
    for task in result["tasks"]:
        tasks.setdefault(task["group"], []).append(task)
    for group in result["groups"]:
        yield messages.say("said.group", **group)
        yield from (messages.say("said.task", **task) for task in tasks.get(group["code"], ()))
