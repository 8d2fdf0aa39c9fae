"""`report`: each of its actions has a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import (
    report_check,
    report_edit,
    report_export,
    report_issue,
    report_return,
    report_template,
    round_days,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions, and the round of those that are about one."""
    actions = parser.add_subparsers(dest="action", required=True)
    names = ("export", "show", "edit", "issue", "return", "slip")
    exporting, showing, editing, issuing, returning, submitting = map(actions.add_parser, names)
    for each in (exporting, showing, editing, issuing, returning, submitting):
        round_days.arguments(each)
    report_export.arguments(exporting)
    report_edit.arguments_of_edit(editing)
    report_issue.arguments_of_issue(issuing)
    report_return.arguments(returning)
    report_export.arguments(submitting)
    report_issue.arguments_of_verify(actions.add_parser("verify"))
    report_check.arguments(actions.add_parser("check"))
    report_template.arguments(actions.add_parser("template"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Do something with the report of a round, with any file, or with the template."""
    if given.action in _OTHERS:
        return _OTHERS[given.action](given, options)
    round_days.require(given)
    return _ABOUT_A_ROUND[given.action](given, options)


_OTHERS = {
    "check": report_check.run,
    "verify": report_issue.verified,
    "template": report_template.run,
}
_ABOUT_A_ROUND = {
    "export": report_export.run,
    "show": report_edit.show,
    "edit": report_edit.edit,
    "issue": report_issue.issued,
    "return": report_return.run,
    "slip": report_issue.submitted,
}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the result of whichever action it is."""
    for key, said in _SAID.items():
        if key in result:
            return said(result, messages)
    return report_export.lines(result, messages)


_SAID = {
    "template": report_template.lines,
    "findings": report_check.lines,
    "applied": report_return.lines,
    "blocks": report_edit.lines,
    "submission": report_issue.lines,
    "edition": report_issue.lines,
    "result": report_issue.lines,
}
"""What says a result, by a name that its result alone has; the first that is there counts."""
