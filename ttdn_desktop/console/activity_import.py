"""`activity import`, `activity template`: many activities out of a spreadsheet, and its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import placed
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import file_reader, open_desk, table_writer
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.services.back_up import before_risky
from ttdn_desktop.services.import_activities import adopt, preview
from ttdn_desktop.services.write_table import suffix_of, write_template

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.services.import_activities import ActivityPreview, CellProblem


def arguments(importing: argparse.ArgumentParser, writing: argparse.ArgumentParser) -> None:
    """Declare the file, the year of days without one, and where the form is written."""
    importing.add_argument("file", metavar="FILE")
    importing.add_argument("--apply", action="store_true")
    importing.add_argument("--sheet")
    importing.add_argument("--year", type=int)
    writing.add_argument("--out", required=True)


def import_file(given: argparse.Namespace, options: Options) -> Result:
    """Show what a file would bring, or record the rows that are ready."""
    content = file_reader()(place(given.file), given.sheet)
    with open_desk(options.data, writing=given.apply) as desk:
        year = plan_year(desk.office.clock.today()) if given.year is None else given.year
        shown = preview(desk.office, content, year)
        recorded = adopt(desk.office, shown, before_risky) if given.apply else ()
    return {
        **_shape(shown, options.messages),
        "applied": given.apply,
        "codes": [activity.code for activity in recorded],
    }


def _shape(shown: ActivityPreview, messages: Messages) -> Result:
    return {
        "file": shown.name,
        "rows": shown.rows,
        "ready": len(shown.ready),
        "problems": [_problem(each, messages) for each in shown.problems],
    }


def _problem(problem: CellProblem, messages: Messages) -> Result:
    error = problem.error
    return {
        "where": placed.told(problem.place, messages),
        "message": messages.line(f"error.{error.key}", **error.facts),
        "severity": "note" if problem.note else "error",
    }


def template(given: argparse.Namespace, options: Options) -> Result:
    """Write the empty form."""
    target = place(given.out)
    writer = table_writer(suffix_of(target))
    with open_desk(options.data, writing=False) as desk:
        write_template(desk.office, writer, target)
    return {"file": str(target)}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what is wrong cell by cell, and how many rows are ready or recorded."""
    if "rows" not in result:
        yield messages.say("said.activity.template", **result)
        return
    for each in result["problems"]:
        yield messages.say(f"said.plan.problem.{each['severity']}", **each)
    key = "imported" if result["applied"] else "ready"
    yield messages.say(f"said.activity.{key}", **result)
