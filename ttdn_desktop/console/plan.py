"""`plan show`, `plan set`, `plan write`; reading and importing have modules of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import plan_import, plan_read, shapes
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk, table_writer, task_reader
from ttdn_desktop.domain.dates import parse_day
from ttdn_desktop.services import keep_plan
from ttdn_desktop.services.read_task_list import read_for
from ttdn_desktop.services.write_table import suffix_of, write_plan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.services.office import Office


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare showing, setting what is blank in the copy, writing to a file, importing."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("show")
    setting = actions.add_parser("set")
    setting.add_argument("--number", required=True)
    setting.add_argument("--date", required=True)
    writing = actions.add_parser("write")
    writing.add_argument("--out", required=True)
    plan_read.arguments(actions.add_parser("read"))
    plan_import.arguments(actions.add_parser("import"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Show the plan in force, set its number and date, write its tasks, read or import a list."""
    if given.action == "read":
        return plan_read.run(given, options)
    if given.action == "import":
        return plan_import.run(given, options, _read)
    if given.action == "write":
        return _write(place(given.out), options)
    if given.action == "show":
        with open_desk(options.data, writing=False) as desk:
            return shapes.plan(keep_plan.in_force(desk.office))
    day = parse_day(given.date)
    with open_desk(options.data, writing=True) as desk:
        plan = keep_plan.set_number(desk.office, given.number, day)
    return {"number": plan.number, "date": shapes.iso(plan.issued_on)}


def _read(office: Office, path: Path, choice: ReadingChoice) -> TaskList:
    return read_for(office, task_reader(), path, choice)


def _write(target: Path, options: Options) -> Result:
    writer = table_writer(suffix_of(target))
    with open_desk(options.data, writing=False) as desk:
        return {"file": str(target), "tasks": write_plan(desk.office, writer, target)}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the plan as a list of its parts, what was set, written, read or imported."""
    if "applied" in result:
        yield from plan_import.lines(result, messages)
        return
    if "problems" in result:
        yield from plan_read.lines(result, messages)
        return
    if "file" in result:
        yield messages.say("said.plan.written", **result)
        return
    if "tasks" not in result:
        yield messages.say("said.plan.set", **result)
        return
    yield messages.say("said.plan.show", **{**result, **_blank(result)})
    for part in ("directions", "duties"):
        yield from (messages.say("said.item", **item) for item in result[part])
    yield from plan_read.listed(result, messages)


def _blank(result: Result) -> dict[str, str]:
    """Return dots for what the copy leaves blank."""
    return {name: result[name] or "……" for name in ("number", "date")}
