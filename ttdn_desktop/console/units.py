"""`units`: the bodies in force; `units succeed`, `units undecided`, `units choose`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import shapes
from ttdn_desktop.console.start import kind_named
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import parse_day
from ttdn_desktop.domain.reorganisation import Wish
from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import choose_heirs, succeed_units
from ttdn_desktop.services.know_units import in_force

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages

SUCCEED, UNDECIDED, CHOOSE = "succeed", "undecided", "choose"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare recording a reorganisation and choosing heirs; without an action `units` lists."""
    actions = parser.add_subparsers(dest="action")
    succeed = actions.add_parser(SUCCEED)
    succeed.add_argument("--from", dest="origins", action="append", required=True)
    succeed.add_argument("--to", dest="heirs", action="append", default=[])
    succeed.add_argument("--kind", choices=[kind.value for kind in SuccessionKind], required=True)
    succeed.add_argument("--date", required=True)
    succeed.add_argument("--basis", required=True)
    succeed.add_argument("--task", dest="takes", action="append", default=[])
    succeed.add_argument("--unit-kind")
    actions.add_parser(UNDECIDED)
    choose = actions.add_parser(CHOOSE)
    choose.add_argument("--succession", required=True)
    choose.add_argument("--task", dest="takes", action="append", required=True)


def run(given: argparse.Namespace, options: Options) -> Result:
    """List the bodies in force today, record a reorganisation, or choose who takes what."""
    if given.action == SUCCEED:
        return _succeed(given, options)
    if given.action == CHOOSE:
        choices = {code: heir for heir, codes in _takes(given.takes).items() for code in codes}
        with open_desk(options.data, writing=True) as desk:
            choose_heirs.choose(desk.office, {given.succession: choices})
            return {"undecided": list(map(shapes.inherited, choose_heirs.undecided(desk.office)))}
    with open_desk(options.data, writing=False) as desk:
        if given.action == UNDECIDED:
            return {"undecided": list(map(shapes.inherited, choose_heirs.undecided(desk.office)))}
        today = desk.office.clock.today()
        return {"units": [shapes.unit(unit, today) for unit in in_force(desk.office)]}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each body on a line, or what was recorded and what is still to be chosen."""
    for unit in result.get("units", ()):
        yield messages.say("said.unit", **unit)
    if "succession" in result:
        told = {name: "; ".join(result[name]) for name in ("from", "to", "unknown")}
        to = told["to"] or messages.say("said.units.nobody")
        yield messages.say("said.units.succeed", code=result["succession"], old=told["from"], to=to)
        if result["follows"]:
            yield messages.say("said.units.follows", name=to)
        if told["unknown"]:
            yield messages.say("said.units.new", names=told["unknown"])
    if "undecided" in result:
        if not result["undecided"] and "succession" not in result:
            yield messages.say("said.units.decided")
        yield from (_left(each, messages) for each in result["undecided"])


def _succeed(given: argparse.Namespace, options: Options) -> Result:
    wish = Wish(
        kind=SuccessionKind(given.kind),
        origins=tuple(given.origins),
        heirs=tuple(given.heirs),
        on=parse_day(given.date),
        basis=given.basis,
        takes=_takes(given.takes),
        heir_kind=kind_named(given.unit_kind),
    )
    with open_desk(options.data, writing=True) as desk:
        prepared = succeed_units.prepare(desk.office, wish)
        succeed_units.record(desk.office, prepared)
        left = choose_heirs.undecided(desk.office)
    made = prepared.understood
    return shapes.succession(made) | {
        "follows": prepared.follows,
        "undecided": [
            shapes.inherited(each) for each in left if each.succession == made.succession.code
        ],
    }


def _takes(written: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the codes that each body takes of "1.8=Sở Nội vụ"; KnownError `take_unreadable`."""
    takes: dict[str, tuple[str, ...]] = {}
    for each in written:
        code, mark, heir = each.partition("=")
        if not (mark and code.strip() and heir.strip()):
            raise KnownError("take_unreadable", text=each)
        takes[heir.strip()] = (*takes.get(heir.strip(), ()), code.strip())
    return takes


def _left(each: Result, messages: Messages) -> str:
    task = messages.say("said.units.rest") if each["code"] == "*" else each["code"]
    candidates = "; ".join(each["candidates"])
    return messages.say(
        "said.units.undecided", succession=each["succession"], code=task, candidates=candidates
    )
