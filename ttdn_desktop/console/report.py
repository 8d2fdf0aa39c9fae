"""`report`: each of its actions has a module of its own; the days asked for are read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import report_check, report_edit, report_export
from ttdn_desktop.domain.dates import Span, parse_moment
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions, and the round of those that are about one."""
    actions = parser.add_subparsers(dest="action", required=True)
    exporting, showing, editing = map(actions.add_parser, ("export", "show", "edit"))
    for each in (exporting, showing, editing):
        each.add_argument("--year", type=int, required=True)
        each.add_argument("--from", dest="first")
        each.add_argument("--to", dest="last")
    report_export.arguments(exporting)
    report_edit.arguments_of_edit(editing)
    report_check.arguments(actions.add_parser("check"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Export, show, write over a block or check a file."""
    if given.action == "check":
        return report_check.run(given, options)
    period = _period(given.first, given.last)
    if given.action == "show":
        return report_edit.show(given, options, period)
    if given.action == "edit":
        return report_edit.edit(given, options, period)
    return report_export.run(given, options, period)


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
    """Say the result of whichever action it is."""
    if "findings" in result:
        return report_check.lines(result, messages)
    if "blocks" in result:
        return report_edit.lines(result, messages)
    return report_export.lines(result, messages)
