"""`doctor`: the whole check of a data folder, and the repair of what is safe to repair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import diagnostics
from ttdn_desktop.services.check_folder import FAULTY, check
from ttdn_desktop.services.mend_folder import mend

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.services.check_folder import Health

_TOO_DAMAGED = frozenset({"database_damaged", "database_foreign", "disk_error", "log_damaged"})
"""Refusals that are themselves the answer of a check."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done beside the check, which by itself changes nothing."""
    parser.add_argument("--repair", action="store_true")
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--report", metavar="FILE")


def run(given: argparse.Namespace, options: Options) -> Result:
    """Check the database, the evidence and the journal; repair and write a report if asked."""
    try:
        with open_desk(options.data, writing=given.repair) as desk:
            health = mend(desk.office, adopt=given.accept) if given.repair else check(desk.office)
            result = _found(health, options.messages)
            kinds = [problem.key for problem in health.problems]
            facts = diagnostics.facts(desk.office) if given.report else {}
    except KnownError as error:
        if error.key not in _TOO_DAMAGED:
            raise
        result = _unreadable(options.messages.refusal(error))
        kinds, facts = [error.key], diagnostics.facts_of_folder(options.data)
    if given.report:
        diagnostics.write(place(given.report), facts, kinds)
        result["report"] = str(Path(given.report))
    return result


def _found(health: Health, messages: Messages) -> Result:
    evidence, journal = health.evidence, health.journal
    return {
        "ok": health.ok,
        "database": health.database,
        "evidence": {
            "checked": evidence.checked,
            "missing": list(evidence.missing),
            "altered": list(evidence.altered),
            "orphan": list(evidence.orphan),
        },
        "journal": {"ok": journal.ok, "entries": journal.entries, "broken_at": journal.broken_at},
        "problems": _told(messages, "problem.", health.problems),
        "repaired": _told(messages, "repaired.", health.repaired),
    }


def _told(messages: Messages, place_of_keys: str, notices: Iterable[Notice]) -> list[str]:
    return [messages.line(f"{place_of_keys}{each.key}", **each.facts) for each in notices]


def _unreadable(problem: str) -> Result:
    """Tell of a database that cannot even be read: then nothing else can be checked."""
    return {
        "ok": False,
        "database": FAULTY,
        "evidence": {"checked": 0, "missing": [], "altered": [], "orphan": []},
        "journal": {"ok": False, "entries": 0, "broken_at": None},
        "problems": [problem],
        "repaired": [],
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say that all is well, or each problem on a line."""
    key = "said.doctor.ok" if result["ok"] else "said.doctor.problems"
    yield messages.say(
        key, entries=result["journal"]["entries"], checked=result["evidence"]["checked"]
    )
    yield from (messages.say("said.warning", text=problem) for problem in result["problems"])
    yield from (messages.say("said.repaired", text=each) for each in result["repaired"])
    if orphans := result["evidence"]["orphan"]:
        names = ", ".join(orphans)
        yield messages.say("said.doctor.orphans", count=len(orphans), names=names)
    if "report" in result:
        yield messages.say("said.doctor.report", file=result["report"])
