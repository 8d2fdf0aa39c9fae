"""`report`: each of its actions has a module of its own, imported when the action is given."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from ttdn_desktop.console import round_days
from ttdn_desktop.domain.edition import EditionKind, Outcome, Saying, Way

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping
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
_ABOUT_A_ROUND = (
    *("export", "show", "edit", "slip", "sign", "issue", "send", "answer", "follow", "correct"),
    "return",
)
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
    """Declare the actions, and the round of those that are about one."""
    actions = parser.add_subparsers(dest="action", required=True)
    about = {name: actions.add_parser(name) for name in _ABOUT_A_ROUND}
    for each in about.values():
        round_days.arguments(each)
    for name in ("export", "slip", "correct"):
        about[name].add_argument("--out", required=True)
    about["return"].add_argument("file", metavar="FILE")
    about["return"].add_argument("--apply", action="store_true")
    _of_edit(about["edit"])
    _of_issue(about["issue"])
    _of_way(about)
    kinds = [str(each) for each in Saying]
    about["follow"].add_argument("--kind", choices=kinds, required=True)
    _of_correct(about["correct"])
    actions.add_parser("verify").add_argument("file")
    checking = actions.add_parser("check")
    checking.add_argument("file", metavar="FILE")
    checking.add_argument("--repair", dest="out", metavar="FILE")
    _of_template(actions.add_parser("template"))


def _of_edit(parser: argparse.ArgumentParser) -> None:
    """Declare the block, and what becomes of it: a text, what is generated, or a choice."""
    parser.add_argument("--block", required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--text")
    what.add_argument("--revert", action="store_true")
    what.add_argument("--accept", type=int)
    what.add_argument("--keep", type=int)


def _of_issue(parser: argparse.ArgumentParser) -> None:
    """Declare what văn thư gave."""
    parser.add_argument("--number", required=True)
    parser.add_argument("--date", required=True)
    parser.add_argument("--scan")
    parser.add_argument("--kind", choices=[str(each) for each in EditionKind])
    parser.add_argument("--signer", default="")
    parser.add_argument("--note", default="")


def _of_correct(parser: argparse.ArgumentParser) -> None:
    """Declare which report, and for each place what is printed there and what is right."""
    parser.add_argument("--edition", default="")
    for part in ("place", "printed", "right"):
        parser.add_argument(f"--{part}", action="append", required=True)


def _of_way(about: Mapping[str, argparse.ArgumentParser]) -> None:
    """Declare when it was signed, sent and answered, by whom or to whom, and what came of it."""
    for name in ("sign", "send", "answer"):
        about[name].add_argument("--date", required=True)
    about["sign"].add_argument("--signer")
    about["sign"].add_argument("--title", default="")
    ways = [str(each) for each in Way]
    about["send"].add_argument("--recipient")
    about["send"].add_argument("--way", choices=ways, default=str(Way.SOFTWARE))
    about["send"].add_argument("--note", default="")
    outcomes = [str(each) for each in (Outcome.RECEIVED, Outcome.ASKED_BACK)]
    about["answer"].add_argument("--outcome", choices=outcomes, required=True)
    for name in ("--recipient", "--number", "--note"):
        about["answer"].add_argument(name, default="")


def _of_template(parser: argparse.ArgumentParser) -> None:
    """Declare the file, or that ours is wanted again; with neither the one in place is shown."""
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("file", metavar="FILE", nargs="?")
    wanted.add_argument("--reset", action="store_true")


def run(given: argparse.Namespace, options: Options) -> Result:
    """Do something with the report of a round, with any file, or with the template."""
    if given.action in _ABOUT_A_ROUND:
        round_days.require(given)
    return _doing(given.action).run(given, options)


def _doing(action: str) -> Action:
    module = importlib.import_module(f"ttdn_desktop.console.{_MODULES[action]}")
    return cast("Action", module)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the result of whichever action it is."""
    action = next((told for part, told in _TOLD_BY.items() if part in result), "export")
    return _doing(action).lines(result, messages)
