"""`plan import`: what a list of tasks would change in the plan, and adopting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import plan_read
from ttdn_desktop.console.arguments import place
from ttdn_desktop.console.named_bodies import decisions
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_succeeding import plan_number
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.services import import_plan
from ttdn_desktop.services.back_up import before_risky

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.plan_changes import TaskRow
    from ttdn_desktop.domain.task_list import ReadingChoice, TaskList
    from ttdn_desktop.services.import_plan import ImportPreview
    from ttdn_desktop.services.office import Office

    Read = Callable[[Office, Path, ReadingChoice], TaskList]
    """Reads a file as a list of tasks, with the bodies of an office known."""

_TOLD = (
    "added",
    "removed",
    "lead_changed",
    "support_changed",
    "period_changed",
    "product_changed",
    "notes_changed",
    "regrouped",
    "kept",
    "unknown_units",
)
"""The lists that are told on a line each, in this order."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, how it is to be read, and whether it is adopted."""
    plan_read.arguments(parser)
    parser.add_argument("--apply", action="store_true")
    parser.add_argument("--body", dest="bodies", action="append", default=[])


def run(given: argparse.Namespace, options: Options, read: Read) -> Result:
    """Compare a file with the plan in force; with `--apply` adopt what was compared.

    `--body` says what a name is that nobody knows; what is said is compared, and adopted too.
    """
    choice = plan_read.choice_of(given)
    with open_desk(options.data, writing=given.apply) as desk:
        seen = import_plan.preview(desk.office, read(desk.office, place(given.file), choice))
        if given.bodies:
            bodies = decisions(given.bodies, seen.organisation)
            seen = import_plan.decided(seen, {}, bodies=bodies)
        applied = given.apply and import_plan.adopt(desk.office, seen, before=before_risky).applied
    return shape(seen, applied=applied)


def shape(seen: ImportPreview, *, applied: bool) -> Result:
    """Return the JSON of a comparison; tasks by the codes that the plan in force gives them."""
    changes, known = seen.changes, {task.id for task in seen.now.tasks}
    return {
        "file": import_plan.name_of(seen.listed),
        "sha256": seen.listed.content.sha256,
        "replaces": plan_number(seen.plan) if seen.replaces else None,
        "errors": seen.errors,
        "differs": seen.differs,
        "added": [task.code for task in seen.version.tasks if task.id not in known],
        "removed": [row.code for row in changes.of(ChangeKind.REMOVED)],
        "reworded": [_reworded(row) for row in changes.of(ChangeKind.REWORDED)],
        "renumbered": [_renumbered(row) for row in changes.of(ChangeKind.RENUMBERED)],
        "lead_changed": [row.code for row in changes.of(ChangeKind.LEAD)],
        "support_changed": [row.code for row in changes.of(ChangeKind.SUPPORT)],
        "period_changed": [row.code for row in changes.of(ChangeKind.PERIOD)],
        "product_changed": [row.code for row in changes.of(ChangeKind.PRODUCT)],
        "notes_changed": [row.code for row in changes.of(ChangeKind.NOTES)],
        "regrouped": [row.code for row in changes.of(ChangeKind.REGROUPED)],
        "kept": [row.code for row in changes.kept],
        "unchanged": changes.unchanged,
        "unknown_units": [each.name for each in seen.unknown_units],
        "applied": applied,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what differs, list by list, and whether it was adopted."""
    lists = ("added", "removed", "reworded", "renumbered")
    yield messages.say("said.import.counts", **result | {name: len(result[name]) for name in lists})
    if result["replaces"]:
        yield messages.say("said.import.replaces", number=result["replaces"])
    for name in _TOLD:
        if result[name]:
            told = messages.say(f"said.import.lines.{name}")
            yield messages.say("said.import.changed", told=told, codes=", ".join(result[name]))
    for task in result["reworded"]:
        yield messages.say("said.import.reworded", **task)
    for task in result["renumbered"]:
        yield messages.say("said.import.renumbered", **task)
    yield _end(result, messages)


def _end(result: Result, messages: Messages) -> str:
    if result["applied"]:
        return messages.say("said.import.applied", **result)
    if not result["differs"]:
        return messages.say("said.import.same", **result)
    if result["errors"]:
        return messages.say("said.import.errors", **result)
    return messages.say("said.import.not_applied")


def _reworded(row: TaskRow) -> dict[str, str]:
    old, new = (tidy(each.title) if each else "" for each in (row.old, row.new))
    return {"code": row.code, "old": old, "new": new}


def _renumbered(row: TaskRow) -> dict[str, str]:
    return {"old": row.code, "new": row.new.code if row.new else ""}
