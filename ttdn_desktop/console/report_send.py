"""`report send`: the last bản phát hành of a round was sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days, shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.domain.edition import Way
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.send_report import Sending, send
from ttdn_desktop.services.steps_ahead import to_send

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def run(given: argparse.Namespace, options: Options) -> Result:
    """Record the sending."""
    day = parse_day(given.date)
    with open_desk(options.data, writing=True) as desk:
        asked = round_days.asked(desk.office, given)
        edition = to_send(course(desk.office, asked))
        recipient = given.recipient
        if recipient is None:
            recipient = gather(desk.office, asked).recipient
        form = Sending(recipient=recipient, sent_on=day, way=Way(given.way), note=given.note)
        made = send(desk.office, edition.id, form)
    return {
        "sent": shapes.iso(made.sent_on),
        "edition": edition.id,
        "number": edition.number,
        "recipient": made.recipient,
        "way": made.way,
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was sent to whom."""
    day = short(date.fromisoformat(result["sent"]))
    yield messages.say("said.sent", **{**result, "day": day})
