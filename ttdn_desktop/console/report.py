"""`report`: each of its actions has a module of its own, imported when the action is given."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from ttdn_desktop.console import round_days

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


_CHECK = "check"
_MODULES = {
    "export": "report_export",
    "show": "report_edit",
    "edit": "report_edit",
    _CHECK: "report_check",
}
_TOLD_BY = {"findings": _CHECK, "blocks": "edit"}
"""Which action says a result, by what stands in it; else it is the export."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions, and the round of those that are about one."""
    actions = parser.add_subparsers(dest="action", required=True)
    exporting, showing, editing = map(actions.add_parser, ("export", "show", "edit"))
    for each in (exporting, showing, editing):
        round_days.arguments(each)
    exporting.add_argument("--out", required=True)
    _block(editing)
    checking = actions.add_parser(_CHECK)
    checking.add_argument("file", metavar="FILE")
    checking.add_argument("--repair", dest="out", metavar="FILE")


def _block(parser: argparse.ArgumentParser) -> None:
    """Declare the block, and what becomes of it: a text, what is generated, or a choice."""
    parser.add_argument("--block", required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--text")
    what.add_argument("--revert", action="store_true")
    what.add_argument("--accept", type=int)
    what.add_argument("--keep", type=int)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Export, show, write over a block or check a file."""
    if given.action != _CHECK:
        round_days.require(given)
    return _doing(given.action).run(given, options)


def _doing(action: str) -> Action:
    module = importlib.import_module(f"ttdn_desktop.console.{_MODULES[action]}")
    return cast("Action", module)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say the result of whichever action it is."""
    action = next((told for part, told in _TOLD_BY.items() if part in result), "export")
    return _doing(action).lines(result, messages)
