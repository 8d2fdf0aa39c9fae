"""`report export`: the report as it stands; the other commands have modules of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import (
    report_edit,
    report_issue,
    report_return,
    report_template,
    shapes,
)
from ttdn_desktop.console.arguments import place
from ttdn_desktop.console.round_days import days
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.keep_template import own

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.dates import Span


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the round, and the file or the block."""
    actions = parser.add_subparsers(dest="action", required=True)
    names = ("export", "show", "edit", "return")
    exporting, showing, editing, returning = map(actions.add_parser, names)
    for each in (exporting, showing, editing, returning):
        each.add_argument("--year", type=int, required=True)
        each.add_argument("--from", dest="first")
        each.add_argument("--to", dest="last")
    exporting.add_argument("--out", required=True)
    report_edit.arguments_of_edit(editing)
    report_return.arguments(returning)
    report_template.arguments(actions.add_parser("template"))
    report_issue.arguments(actions)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Show the report or write over a block of it; or export it."""
    if given.action in report_issue.ACTIONS:
        return report_issue.run(given, options)
    if given.action == "template":
        return report_template.run(given, options)
    period = days(given.first, given.last)
    if given.action == "show":
        return report_edit.show(given, options, period)
    if given.action == "edit":
        return report_edit.edit(given, options, period)
    if given.action == "return":
        return report_return.run(given, options, period)
    return _export(given, options, period)


def _export(given: argparse.Namespace, options: Options, period: Span | None) -> Result:
    """Compose and write the report; say what it holds and what is missing."""
    target = place(given.out)
    if target.suffix.lower() != ".docx":
        raise KnownError("format_unknown", name=target.name)
    with open_desk(options.data, writing=True) as desk:
        made = export(desk.office, report_writer(own(desk.office)), given.year, period, target)
    return {
        "file": str(target),
        "sha256": made.sha256,
        "code": made.code,
        "new": made.new,
        "period": {"from": shapes.iso(made.period.first), "to": shapes.iso(made.period.last)},
        "tasks": made.tasks,
        "activities": made.activities,
        "evidence": made.evidence,
        "warnings": [
            options.messages.say(f"warning.{notice.key}", **notice.facts) for notice in made.notices
        ],
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the report is, what it holds, and what to look at before signing."""
    if "template" in result:
        yield from report_template.lines(result, messages)
        return
    if "applied" in result:
        yield from report_return.lines(result, messages)
        return
    if "blocks" in result:
        yield from report_edit.lines(result, messages)
        return
    if report_issue.is_own(result):
        yield from report_issue.lines(result, messages)
        return
    yield messages.say("said.report", **result)
    yield from (messages.say("said.warning", text=text) for text in result["warnings"])
