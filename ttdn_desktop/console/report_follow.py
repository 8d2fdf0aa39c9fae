"""`report follow`: what the next report of a round says of the one issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.edition import Saying
from ttdn_desktop.domain.report_follows import sentence
from ttdn_desktop.services.choose_following import choose
from ttdn_desktop.services.compose_report import gather

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def run(given: argparse.Namespace, options: Options) -> Result:
    """Keep the choice; tell what the next report will say."""
    with open_desk(options.data, writing=True) as desk:
        asked = round_days.asked(desk.office, given)
        edition = choose(desk.office, asked, Saying(given.kind))
        follows = gather(desk.office, asked).follows
    return {
        "follows": edition.number,
        "kind": given.kind,
        "sentence": sentence(follows) if follows else "",
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what the next report says, or that it says nothing."""
    yield messages.say("said.follows" if result["sentence"] else "said.follows_silent", **result)
