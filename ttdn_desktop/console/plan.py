"""`plan show`, `plan set`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import parse_day
from ttdn_desktop.services import keep_plan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare showing, and setting what is blank in the copy."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("show")
    setting = actions.add_parser("set")
    setting.add_argument("--number", required=True)
    setting.add_argument("--date", required=True)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Show the plan in force, or set its number and date."""
    if given.action == "show":
        with open_desk(options.data, writing=False) as desk:
            return shapes.plan(keep_plan.in_force(desk.office))
    day = parse_day(given.date)
    with open_desk(options.data, writing=True) as desk:
        plan = keep_plan.set_number(desk.office, given.number, day)
    return {"number": plan.number, "date": shapes.iso(plan.issued_on)}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the plan as a list of its parts, or what was set."""
    if "tasks" not in result:
        yield messages.say("said.plan.set", **result)
        return
    yield messages.say("said.plan.show", **{**result, **_blank(result)})
    for part in ("directions", "duties"):
        yield from (messages.say("said.item", **item) for item in result[part])
    for group in result["groups"]:
        yield messages.say("said.group", **group)
        for task in result["tasks"]:
            if task["group"] == group["code"]:
                yield messages.say("said.task", **task)


def _blank(result: Result) -> dict[str, str]:
    """Return dots for what the copy leaves blank."""
    return {name: result[name] or "……" for name in ("number", "date")}
