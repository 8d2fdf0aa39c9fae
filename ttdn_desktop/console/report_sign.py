"""`report sign`: the newest bản trình of a round was signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days, shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.issue_report import mark_signed
from ttdn_desktop.services.steps_ahead import to_sign

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def run(given: argparse.Namespace, options: Options) -> Result:
    """Record the signing."""
    day = parse_day(given.date)
    with open_desk(options.data, writing=True) as desk:
        now = course(desk.office, round_days.asked(desk.office, given))
        made, name, title = to_sign(now), given.signer, given.title
        if name is None and now.signer is not None:
            name = now.signer.name
            title = title or now.signer.title.replace("\n", ", ")
        signing = mark_signed(desk.office, made.id, day, name or "", title)
    return {
        "signed": shapes.iso(signing.signed_on),
        "submission": made.ordinal,
        "code": made.code,
        "signer": signing.signer_name,
        "title": signing.signer_title,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was signed when, and by whom where that is known."""
    key = "said.signed" if result["signer"] else "said.signed_nameless"
    yield messages.say(key, **{**result, "day": short(date.fromisoformat(result["signed"]))})
