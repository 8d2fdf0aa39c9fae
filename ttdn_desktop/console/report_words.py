"""What each action of `report` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days
from ttdn_desktop.domain.edition import EditionKind, Outcome, Saying, Way

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping

    from ttdn_desktop.console.parser import Declare


def _written(parser: ArgumentParser) -> None:
    """Declare the round, and the file to be written."""
    round_days.arguments(parser)
    parser.add_argument("--out", required=True)


def _edited(parser: ArgumentParser) -> None:
    """Declare the block, and what becomes of it: a text, what is generated, or a choice."""
    round_days.arguments(parser)
    parser.add_argument("--block", required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--text")
    what.add_argument("--revert", action="store_true")
    what.add_argument("--accept", type=int)
    what.add_argument("--keep", type=int)


def _signed(parser: ArgumentParser) -> None:
    """Declare when it was signed, and by whom."""
    round_days.arguments(parser)
    parser.add_argument("--date", required=True)
    parser.add_argument("--signer")
    parser.add_argument("--title", default="")


def _issued(parser: ArgumentParser) -> None:
    """Declare what văn thư gave."""
    round_days.arguments(parser)
    parser.add_argument("--number", required=True)
    parser.add_argument("--date", required=True)
    parser.add_argument("--scan")
    parser.add_argument("--kind", choices=[str(each) for each in EditionKind])
    parser.add_argument("--signer", default="")
    parser.add_argument("--note", default="")


def _sent(parser: ArgumentParser) -> None:
    """Declare when it was sent, to whom and how."""
    round_days.arguments(parser)
    parser.add_argument("--date", required=True)
    parser.add_argument("--recipient")
    ways = [str(each) for each in Way]
    parser.add_argument("--way", choices=ways, default=str(Way.SOFTWARE))
    parser.add_argument("--note", default="")


def _answered(parser: ArgumentParser) -> None:
    """Declare when it was answered, by whom, and what came of it."""
    round_days.arguments(parser)
    parser.add_argument("--date", required=True)
    outcomes = [str(each) for each in (Outcome.RECEIVED, Outcome.ASKED_BACK)]
    parser.add_argument("--outcome", choices=outcomes, required=True)
    for name in ("--recipient", "--number", "--note"):
        parser.add_argument(name, default="")


def _followed(parser: ArgumentParser) -> None:
    """Declare what the next edition says."""
    round_days.arguments(parser)
    parser.add_argument("--kind", choices=[str(each) for each in Saying], required=True)


def _corrected(parser: ArgumentParser) -> None:
    """Declare which report, and for each place what is printed there and what is right."""
    _written(parser)
    parser.add_argument("--edition", default="")
    for part in ("place", "printed", "right"):
        parser.add_argument(f"--{part}", action="append", required=True)


def _returned(parser: ArgumentParser) -> None:
    """Declare the file that came back, and whether its changes are taken over."""
    round_days.arguments(parser)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--apply", action="store_true")


def _verified(parser: ArgumentParser) -> None:
    parser.add_argument("file")


def _checked(parser: ArgumentParser) -> None:
    """Declare the file, and where a repaired copy of it is to be written."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--repair", dest="out", metavar="FILE")


def _replaced(parser: ArgumentParser) -> None:
    """Declare the file, or that ours is wanted again; with neither the one in place is shown."""
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("file", metavar="FILE", nargs="?")
    wanted.add_argument("--reset", action="store_true")


ABOUT_A_ROUND: Mapping[str, Declare] = {
    "export": _written,
    "show": round_days.arguments,
    "edit": _edited,
    "slip": _written,
    "sign": _signed,
    "issue": _issued,
    "send": _sent,
    "answer": _answered,
    "follow": _followed,
    "correct": _corrected,
    "return": _returned,
}
TAKEN: Mapping[str, Declare] = {
    **ABOUT_A_ROUND,
    "verify": _verified,
    "check": _checked,
    "template": _replaced,
}
"""What declares the words of an action, in the order in which the actions are told."""
