"""`activity add`, `activity list`; importing many has a module of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.console import activity_import, shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.activity import Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import parse_moment, short
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import find_activities, know_indicators
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.record_activity import ActivityForm, record

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.indicator import Reading

_WORDS = ("kind", "place", "content", "result")
_LISTS = (
    "obstacle",
    "proposal",
    "partner",
    "audience",
    "link",
    "document",
    "reading",
    "approximate",
    "estimate",
    "funding",
    "evidence",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare recording one activity, finding and importing many."""
    actions = parser.add_subparsers(dest="action", required=True)
    adding = actions.add_parser("add")
    adding.add_argument("--task", action="append", required=True)
    adding.add_argument("--title", required=True)
    adding.add_argument("--date", required=True)
    adding.add_argument("--until")
    adding.add_argument("--part", choices=[part.value for part in Part])
    for word in _WORDS:
        adding.add_argument(f"--{word}", default="")
    for word in _LISTS:
        adding.add_argument(f"--{word}", action="append", default=[])
    for mark in ("highlight", "good-practice"):
        adding.add_argument(f"--{mark}", action="store_true")
    listing = actions.add_parser("list")
    listing.add_argument("--search", default="")
    listing.add_argument("--from", dest="first")
    listing.add_argument("--to", dest="last")
    activity_import.arguments(actions.add_parser("import"), actions.add_parser("template"))


def run(given: argparse.Namespace, options: Options) -> Result:
    """Record, find, import, or write the form to be filled in."""
    run_action = {
        "add": _add,
        "list": _list,
        "import": activity_import.import_file,
        "template": activity_import.template,
    }[given.action]
    return run_action(given, options)


def _add(given: argparse.Namespace, options: Options) -> Result:
    form = _form(given)
    with open_desk(options.data, writing=True) as desk:
        return shapes.recorded(record(desk.office, form))


def _form(given: argparse.Namespace) -> ActivityForm:
    return ActivityForm(
        title=given.title,
        items=tuple(given.task),
        start=parse_moment(given.date),
        until=parse_moment(given.until).last if given.until else None,
        part=Part(given.part) if given.part else None,
        kind=given.kind,
        place=given.place,
        content=given.content,
        result=given.result,
        partners=tuple(given.partner),
        audience=tuple(given.audience),
        highlight=given.highlight,
        good_practice=given.good_practice,
        obstacles=tuple(Obstacle(text) for text in given.obstacle),
        proposals=tuple(Proposal(text) for text in given.proposal),
        readings=tuple(_readings(given.reading, given.approximate, given.estimate)),
        fundings=tuple(parse_funding(text) for text in given.funding),
        links=tuple(given.link),
        documents=tuple(given.document),
        files=tuple(_file(path) for path in given.evidence),
    )


def _readings(
    texts: Sequence[str], approximate: Sequence[str], estimate: Sequence[str]
) -> Iterator[Reading]:
    readings = [parse_reading(text) for text in texts]
    about, expected = map(_codes, (approximate, estimate))
    for code in (*about, *expected):
        if code not in {reading.code for reading in readings}:
            raise KnownError("flag_without_reading", code=code)
    for reading in readings:
        yield replace(
            reading,
            approximate=reading.approximate or reading.code in about,
            estimate=reading.code in expected,
        )


def _codes(typed: Sequence[str]) -> frozenset[str]:
    return frozenset(code.strip().upper() for code in typed)


def _file(path: str) -> IncomingFile:
    return IncomingFile(Path(path).name, lambda: _opened(Path(path)))


def _opened(path: Path) -> BinaryIO:
    """Open a plain file; a pipe or a device would never end."""
    if path.exists() and not path.is_file():
        raise OSError(path)
    return path.open("rb")


def _list(given: argparse.Namespace, options: Options) -> Result:
    first = parse_moment(given.first).first if given.first else None
    last = parse_moment(given.last).last if given.last else None
    if first and last and last < first:
        raise KnownError("end_before_start", start=short(first), end=short(last))
    with open_desk(options.data, writing=False) as desk:
        found = find_activities.find(desk.office, given.search, first, last)
        codes = desk.office.surroundings().codes
        kinds = know_indicators.kinds(desk.office)
    return {"activities": [shapes.listed(each, codes, kinds) for each in found]}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was recorded, each activity found on a line, or what a file brings."""
    if "rows" in result or "file" in result:
        yield from activity_import.lines(result, messages)
        return
    if "activities" not in result:
        yield messages.say("said.activity.add", code=result["code"], count=len(result["evidence"]))
        return
    for each in result["activities"]:
        told = {**each, "tasks": ", ".join(each["tasks"]), "evidence": len(each["evidence"])}
        yield messages.say("said.activity", **told)
    yield messages.say("said.activity.list", count=len(result["activities"]))
