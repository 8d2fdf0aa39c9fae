"""`sample`: a filled data folder to try the program with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import place
from ttdn_desktop.console.start import kind_named
from ttdn_desktop.desk import evidence_maker, open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.plan_of_round import require_year
from ttdn_desktop.services.sample import SampleClock, SampleWish, fill, officer
from ttdn_desktop.services.start_folder import ALL, Start, start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages

UNIT, YEAR, ACTIVITIES, SEED = "Sở Ngoại vụ", 2026, 146, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the folder, the unit, the year, how many and which."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--unit", default=UNIT)
    parser.add_argument("--kind")
    parser.add_argument("--year", type=int, default=YEAR)
    parser.add_argument("--activities", type=int, default=ACTIVITIES)
    parser.add_argument("--seed", type=int, default=SEED)


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Start a folder with all proposals confirmed and fill it; the same wish, the same content."""
    root = place(given.folder)
    wish = _wish(given)
    clock = SampleClock(wish.year, wish.seed)
    kind = kind_named(given.kind)
    start(root, clock, Start(unit=given.unit, kind=kind, officer=officer(), confirm=(ALL,)))
    with open_desk(root, writing=True, clock=clock) as desk:
        filled = fill(desk.office, evidence_maker(), wish)
    return {
        "unit": filled.unit,
        "year": filled.year,
        "activities": filled.activities,
        "evidence": filled.evidence,
        "folder": str(root),
    }


def _wish(given: argparse.Namespace) -> SampleWish:
    require_year(given.year)
    if given.activities < 0:
        raise KnownError("number_negative", text=given.activities)
    return SampleWish(given.year, given.activities, given.seed)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was filled and where."""
    yield messages.say("said.sample", **result)
