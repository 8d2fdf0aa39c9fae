"""`report answer`: what came back of a sending, received or asked for more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days, shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.domain.edition import Outcome
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.send_report import Answer, answer
from ttdn_desktop.services.steps_ahead import to_answer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def run(given: argparse.Namespace, options: Options) -> Result:
    """Record the answer."""
    form = Answer(
        outcome=Outcome(given.outcome),
        answered_on=parse_day(given.date),
        their_number=given.number,
        note=given.note,
    )
    with open_desk(options.data, writing=True) as desk:
        now = course(desk.office, round_days.asked(desk.office, given))
        made = answer(desk.office, to_answer(now, given.recipient).id, form)
    return {
        "answered": shapes.iso(form.answered_on),
        "edition": made.edition_id,
        "recipient": made.recipient,
        "outcome": made.outcome,
        "number": made.their_number,
        "note": made.note,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say who answered what."""
    day = short(date.fromisoformat(result["answered"]))
    yield messages.say(f"said.answered.{result['outcome']}", **{**result, "day": day})
