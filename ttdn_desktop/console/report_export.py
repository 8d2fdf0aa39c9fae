"""`report export`: the report as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days, shapes
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.keep_template import own

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def run(given: argparse.Namespace, options: Options) -> Result:
    """Compose and write the report; say what it holds and what is missing."""
    target = word_file(given.out)
    with open_desk(options.data, writing=True) as desk:
        asked = round_days.asked(desk.office, given)
        made = export(desk.office, report_writer(own(desk.office)), asked.year, asked, target)
    return {
        "file": str(target),
        "sha256": made.sha256,
        "code": made.code,
        "new": made.new,
        "period": {"from": shapes.iso(made.period.first), "to": shapes.iso(made.period.last)},
        "tasks": made.tasks,
        "activities": made.activities,
        "evidence": made.evidence,
        "warnings": [
            options.messages.say(f"warning.{notice.key}", **notice.facts) for notice in made.notices
        ],
    }


def word_file(written: str) -> Path:
    """Return where a Word file is to be written; raises KnownError `format_unknown`."""
    target = place(written)
    if target.suffix.lower() != ".docx":
        raise KnownError("format_unknown", name=target.name)
    return target


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the report is, what it holds, and what to look at before signing."""
    yield messages.say("said.report", **result)
    yield from (messages.say("said.warning", text=text) for text in result["warnings"])
