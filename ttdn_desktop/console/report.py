"""`report export`: the report as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import shapes
from ttdn_desktop.console.arguments import place
from ttdn_desktop.console.parser import MisuseError
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.dates import Span, parse_moment
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.known_rounds import round_by_id

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.round import Round


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the round and the file."""
    actions = parser.add_subparsers(dest="action", required=True)
    exporting = actions.add_parser("export")
    exporting.add_argument("--year", type=int)
    exporting.add_argument("--round")
    exporting.add_argument("--from", dest="first")
    exporting.add_argument("--to", dest="last")
    exporting.add_argument("--out", required=True)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Compose and write the report; say what it holds and what is missing."""
    target = place(given.out)
    if target.suffix.lower() != ".docx":
        raise KnownError("format_unknown", name=target.name)
    if given.year is None and given.round is None:
        raise MisuseError("ttdn report export", "missing", names="--year")
    days: Span | Round | None = period_of(given.first, given.last)
    with open_desk(options.data, writing=True) as desk:
        year = given.year
        if given.round is not None:
            days = round_by_id(desk.office, given.round)
            year = days.year
        made = export(desk.office, report_writer(), year, days, target)
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


def period_of(first: str | None, last: str | None) -> Span | None:
    """Return the days that two options mean; both or none are given.

    Raises KnownError `period_half` or `end_before_start`.
    """
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
    yield messages.say("said.report", **result)
    yield from (messages.say("said.warning", text=text) for text in result["warnings"])
