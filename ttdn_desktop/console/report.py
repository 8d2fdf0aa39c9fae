"""`report`: each of its actions has a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import report_check, report_edit, report_export, report_issue, round_days

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions, and the round of those that are about one."""
    actions = parser.add_subparsers(dest="action", required=True)
    names = ("export", "show", "edit", "issue")
    exporting, showing, editing, issuing = map(actions.add_parser, names)
    for each in (exporting, showing, editing, issuing):
        round_days.arguments(each)
    report_export.arguments(exporting)
    report_edit.arguments_of_edit(editing)
    report_issue.arguments_of_issue(issuing)
    report_issue.arguments_of_verify(actions.add_parser("verify"))
    report_check.arguments(actions.add_parser("check"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Export, show, write over a block or issue; check or verify a file."""
    if given.action == "check":
        return report_check.run(given, options)
    if given.action == "verify":
        return report_issue.verified(given, options)
    round_days.require(given)
    return _ABOUT_A_ROUND[given.action](given, options)


_ABOUT_A_ROUND = {
    "export": report_export.run,
    "show": report_edit.show,
    "edit": report_edit.edit,
    "issue": report_issue.issued,
}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the result of whichever action it is."""
    if "findings" in result:
        return report_check.lines(result, messages)
    if report_issue.is_own(result):
        return report_issue.lines(result, messages)
    if "blocks" in result:
        return report_edit.lines(result, messages)
    return report_export.lines(result, messages)
