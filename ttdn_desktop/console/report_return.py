"""`report return`: what a report edited in Word would bring into the draft, and taking it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import round_days
from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk, word_reader
from ttdn_desktop.domain.word_taken import suggested
from ttdn_desktop.services import take_word_back

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.word_return import Apart, BlockChange
    from ttdn_desktop.services.take_word_back import Previewed


def run(given: argparse.Namespace, options: Options) -> Result:
    """Lay a file beside the draft; with `--apply` take over all but conflicts."""
    with open_desk(options.data, writing=given.apply) as desk:
        asked = round_days.asked(desk.office, given)
        seen = take_word_back.preview(desk.office, word_reader(), place(given.file), asked)
        choices = suggested(seen.came)
        applied = given.apply and not choices.is_empty
        if applied:
            take_word_back.adopt(desk.office, seen, choices)
    notices = [options.messages.say(f"warning.{each.key}", **each.facts) for each in seen.notices]
    return {**_shape(seen), "warnings": notices, "applied": applied}


def _shape(seen: Previewed) -> Result:
    came = seen.came
    return {
        "code": seen.code,
        "changed": [_change(each) for each in came.changed if not each.is_conflict],
        "unmatched": [
            {"text": each.text, "after": each.after or None, "before": each.before or None}
            for each in came.unmatched
        ],
        "removed": [each.key for each in came.removed],
        "conflicts": [{**_change(each), "made": each.made} for each in came.conflicts],
        "joined": list(came.joined),
        "moved": list(came.moved),
        "filled": [{"key": each.key, **_apart(each)} for each in came.filled],
        "apart": [_apart(each) for each in came.apart],
    }


def _change(each: BlockChange) -> dict[str, str]:
    return {"key": each.key, "before": each.before, "after": each.after}


def _apart(each: Apart) -> dict[str, str]:
    return {"before": each.before, "after": each.after}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what differs, paragraph by paragraph, and whether it was taken over."""
    yield from (messages.say("said.warning", text=text) for text in result["warnings"])
    for name in ("changed", "conflicts"):
        for each in result[name]:
            told = {fact: text for fact, text in each.items() if fact != "key"}
            yield messages.say(f"said.return.{name}", block=each["key"], **told)
    for each in result["unmatched"]:
        yield messages.say("said.return.unmatched", text=each["text"], after=each["after"] or "…")
    for name in ("removed", "joined", "moved"):
        if result[name]:
            yield messages.say(f"said.return.{name}", keys=", ".join(result[name]))
    for each in (*result["filled"], *result["apart"]):
        yield messages.say("said.return.apart", before=each["before"], after=each["after"])
    yield messages.say(f"said.return.{_end(result)}")


def _end(result: Result) -> str:
    if result["applied"]:
        return "applied"
    wanted = ("changed", "unmatched", "removed")
    return "not_applied" if any(result[name] for name in wanted) else "nothing"
