"""`doctor`: the whole check of a data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import open_desk
from ttdn_desktop.services.check_folder import check

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.main import Options
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: the check changes nothing."""


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Check the database, the evidence and the journal."""
    with open_desk(options.data, writing=False) as desk:
        health = check(desk.office)
    problems = [options.messages.say(f"problem.{p.key}", **p.facts) for p in health.problems]
    return {
        "ok": health.ok,
        "database": health.database,
        "evidence": {
            "checked": health.evidence.checked,
            "missing": list(health.evidence.missing),
            "altered": list(health.evidence.altered),
            "orphan": list(health.evidence.orphan),
        },
        "journal": {
            "ok": health.journal.ok,
            "entries": health.journal.entries,
            "broken_at": health.journal.broken_at,
        },
        "problems": problems,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say that all is well, or each problem on a line."""
    key = "said.doctor.ok" if result["ok"] else "said.doctor.problems"
    yield messages.say(
        key, entries=result["journal"]["entries"], checked=result["evidence"]["checked"]
    )
    yield from (messages.say("said.warning", text=problem) for problem in result["problems"])
