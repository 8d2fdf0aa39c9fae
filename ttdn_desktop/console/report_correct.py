"""`report correct`: the draft of the công văn đính chính about a report issued."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days
from ttdn_desktop.console.parser import MisuseError
from ttdn_desktop.console.report_export import word_file
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.report_correction import Correction
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.keep_template import own
from ttdn_desktop.services.steps_ahead import to_correct
from ttdn_desktop.services.write_correction import write_correction

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages

_PARTS = ("place", "printed", "right")


def run(given: argparse.Namespace, options: Options) -> Result:
    """Write the letter."""
    corrections = _corrections(given)
    target = word_file(given.out)
    with open_desk(options.data, writing=False) as desk:
        asked = round_days.asked(desk.office, given)
        edition = to_correct(course(desk.office, asked), given.edition)
        writer = report_writer(own(desk.office))
        made = write_correction(desk.office, writer, asked, edition, corrections, target)
    return {
        "corrects": edition.number,
        "file": str(target),
        "corrections": len(corrections),
        "recipients": list(made.head.addressees),
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the letter is, and what is to be done with it."""
    yield messages.say("said.correction", **result)


def _corrections(given: argparse.Namespace) -> list[Correction]:
    """Return what was typed, place by place; raises MisuseError where a part is missing."""
    typed = {part: getattr(given, part) for part in _PARTS}
    most = max(map(len, typed.values()))
    short = [f"--{part}" for part, texts in typed.items() if len(texts) < most]
    if short:
        raise MisuseError("ttdn report correct", "missing", names=", ".join(short))
    return list(starmap(Correction, zip(*typed.values(), strict=True)))
