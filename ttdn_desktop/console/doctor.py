"""`doctor`: the whole check of a data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.check_folder import FAULTY, check

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.services.check_folder import Health

_TOO_DAMAGED = frozenset({"database_damaged", "disk_error"})
"""Refusals that are themselves the answer of a check."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: the check changes nothing."""


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Check the database, the evidence and the journal."""
    try:
        with open_desk(options.data, writing=False) as desk:
            health = check(desk.office)
    except KnownError as error:
        if error.key not in _TOO_DAMAGED:
            raise
        return _unreadable(options.messages.refusal(error))
    return _found(health, options.messages)


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
        "problems": [messages.line(f"problem.{p.key}", **p.facts) for p in health.problems],
    }


def _unreadable(problem: str) -> Result:
    """Tell of a database that cannot even be read: then nothing else can be checked."""
    return {
        "ok": False,
        "database": FAULTY,
        "evidence": {"checked": 0, "missing": [], "altered": [], "orphan": []},
        "journal": {"ok": False, "entries": 0, "broken_at": None},
        "problems": [problem],
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say that all is well, or each problem on a line."""
    key = "said.doctor.ok" if result["ok"] else "said.doctor.problems"
    yield messages.say(
        key, entries=result["journal"]["entries"], checked=result["evidence"]["checked"]
    )
    yield from (messages.say("said.warning", text=problem) for problem in result["problems"])
    if orphans := result["evidence"]["orphan"]:
        names = ", ".join(orphans)
        yield messages.say("said.doctor.orphans", count=len(orphans), names=names)
