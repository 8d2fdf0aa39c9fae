"""`report export`: the report as it stands; what else is done with it has modules of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import report_return, shapes
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.dates import Span, parse_moment
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the round and the file."""
    actions = parser.add_subparsers(dest="action", required=True)
    exporting = actions.add_parser("export")
    exporting.add_argument("--year", type=int, required=True)
    exporting.add_argument("--from", dest="first")
    exporting.add_argument("--to", dest="last")
    exporting.add_argument("--out", required=True)
    report_return.arguments(actions.add_parser("return"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Compose and write the report; say what it holds and what is missing."""
    if given.action == "return":
        return report_return.run(given, options)
    target = place(given.out)
    if target.suffix.lower() != ".docx":
        raise KnownError("format_unknown", name=target.name)
    period = _period(given.first, given.last)
    with open_desk(options.data, writing=True) as desk:
        made = export(desk.office, report_writer(), given.year, period, target)
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


def _period(first: str | None, last: str | None) -> Span | None:
    if first is None and last is None:
        return None
    if first is None or last is None:
        raise KnownError("period_half")
    span = Span(parse_moment(first).first, parse_moment(last).last)
    if span.last < span.first:
        raise KnownError("end_before_start", start=first, end=last)
    return span


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the report is, what it holds, and what to look at before signing."""
    if "applied" in result:
        yield from report_return.lines(result, messages)
        return
    yield messages.say("said.report", **result)
    yield from (messages.say("said.warning", text=text) for text in result["warnings"])
