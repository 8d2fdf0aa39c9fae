"""`init`: a new data folder with the shipped plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import shapes
from ttdn_desktop.desk import SystemClock
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import know_places, shipped
from ttdn_desktop.services.know_places import Danger
from ttdn_desktop.services.start_folder import Start, start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.services.know_places import Place


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the unit, its kind, the officer and what is confirmed."""
    parser.add_argument("--unit", required=True)
    parser.add_argument("--kind")
    parser.add_argument("--coordinator", action="store_true")
    parser.add_argument("--officer", default="")
    parser.add_argument("--confirm", action="append", default=[])


def run(given: argparse.Namespace, options: Options) -> Result:
    """Make the folder and say what it holds."""
    clock = SystemClock()
    wish = Start(
        unit=given.unit,
        kind=kind_named(given.kind),
        coordinator=given.coordinator,
        officer=given.officer,
        confirm=tuple(given.confirm),
    )
    found = know_places.know(options.data)
    made = shapes.started(start(options.data, clock, wish), clock.today())
    warnings = [*_warnings(made, options.messages), *_dangers(found, options.messages)]
    return {**made, "warnings": warnings}


def _dangers(found: Place, messages: Messages) -> Iterator[str]:
    if found.danger is Danger.CLOUD:
        yield messages.line("said.init.place_cloud", name=found.name)
    elif found.danger is Danger.REMOVABLE:
        yield messages.line("said.init.place_removable", name=found.name)


def _warnings(made: Result, messages: Messages) -> Iterator[str]:
    if made["ended"]:
        yield messages.say("said.init.ended", unit=made["unit"])
    if not all(proposal["confirmed"] for proposal in made["proposals"]):
        yield messages.say("said.init.unconfirmed")


def kind_named(word: str | None) -> UnitKind | None:
    """Return the kind a word stands for; raises KnownError `kind_unknown`."""
    if word is None:
        return None
    kind = shipped.kind_named(word)
    if kind is None:
        raise KnownError("kind_unknown", kind=word, known=", ".join(UnitKind))
    return kind


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say whose folder it is, list the reorganisation's proposals, and warn."""
    codes = result["must_answer"]
    yield messages.say("said.init", **result, count=len(codes), codes=", ".join(codes))
    for proposal in result["proposals"]:
        mark = "confirmed" if proposal["confirmed"] else "left"
        told = {key: proposal[key] for key in ("code", "date", "basis")}
        old, new = "; ".join(proposal["from"]), "; ".join(proposal["to"])
        new = new or messages.say("said.init.proposal.nobody")
        yield messages.say(f"said.init.proposal.{mark}", old=old, new=new, **told)
    yield from (messages.say("said.warning", text=warning) for warning in result["warnings"])
