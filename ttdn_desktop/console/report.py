"""`report`: each of its actions has a module of its own, imported when the action is given."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from ttdn_desktop.console import round_days
from ttdn_desktop.console.parser import LateParser
from ttdn_desktop.console.report_words import ABOUT_A_ROUND, TAKEN

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Protocol

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages

    class Action(Protocol):
        """A module that does an action."""

        def run(self, given: argparse.Namespace, options: Options) -> Result:
            """Do it and return what is to be told."""

        def lines(self, result: Result, messages: Messages) -> Iterator[str]:
            """Say the result."""


_MODULES = {
    "export": "report_export",
    "show": "report_edit",
    "edit": "report_edit",
    "sign": "report_sign",
    "issue": "report_issue",
    "send": "report_send",
    "answer": "report_answer",
    "follow": "report_follow",
    "correct": "report_correct",
    "verify": "report_issue",
    "slip": "report_issue",
    "return": "report_return",
    "check": "report_check",
    "template": "report_template",
}
_TOLD_BY = {
    "template": "template",
    "findings": "check",
    "applied": "return",
    "blocks": "edit",
    "signed": "sign",
    "sent": "send",
    "answered": "answer",
    "follows": "follow",
    "corrects": "correct",
    "submission": "slip",
    "edition": "issue",
    "result": "verify",
}
"""Which action says a result, by what stands in it first; else it is the export."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions; what one of them takes is declared when it is given."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=LateParser)
    for name, declare in TAKEN.items():
        actions.add_parser(name, declare=declare)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Do something with the report of a round, with any file, or with the template."""
    if given.action in ABOUT_A_ROUND:
        round_days.require(given)
    return _doing(given.action).run(given, options)


def _doing(action: str) -> Action:
    module = importlib.import_module(f"ttdn_desktop.console.{_MODULES[action]}")
    return cast("Action", module)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the result of whichever action it is."""
    action = next((told for part, told in _TOLD_BY.items() if part in result), "export")
    return _doing(action).lines(result, messages)
