"""The JSON of `round`, and its sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.console.shapes import Shape, iso
from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import short

if TYPE_CHECKING:
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.keep_rounds import RoundLine
    from ttdn_desktop.services.round_days import Loose, RoundDays


def line(each: RoundLine) -> Shape:
    """One round of `round list`; `send` is null where only days were asked for."""
    asked, terms = each.round, each.round.terms
    own_day = asked.has_sending_day
    return {
        "id": asked.id,
        "kind": terms.regime,
        "year": asked.year,
        "title": title(asked),
        "name": terms.name,
        "from": iso(asked.period.first),
        "to": iso(asked.period.last),
        "cutoff": iso(asked.cutoff),
        "internal": iso(each.internal_day) if own_day else None,
        "send": iso(asked.sending_day) if own_day else None,
        "letter": terms.letter,
        "to_whom": terms.addressee,
        "tasks": list(each.items),
        "estimate": terms.estimate,
        "recorded": each.recorded,
        "state": each.stage,
        "submissions": each.submissions,
        "editions": each.editions,
    }


def title(asked: Round) -> str:
    """Return what a round is called: "năm 2026", "chuyên đề …"."""
    return report_period.named(asked)


def days(asked: Round, seen: RoundDays, messages: Messages) -> Shape:
    """`round check`: the days told, the activities in them, what is left over, what was missed."""
    after = seen.after
    return {
        "round": asked.id,
        "title": title(asked),
        "told": {"from": iso(seen.told.first), "to": iso(seen.told.last)},
        "activities": seen.activities,
        "after": after and {"from": iso(after.first), "to": iso(after.last)},
        "after_activities": seen.after_count,
        "none": [_loose(each) for each in seen.loose if not each.between.twice],
        "two": [_loose(each) for each in seen.loose if each.between.twice],
        "missed": [
            {
                "id": each.id,
                "code": each.code,
                "title": each.title,
                "start": iso(each.start.first),
                "round": title(each.of),
                "taken": each.taken,
            }
            for each in seen.missed
        ],
        "warnings": warnings(seen, messages),
    }


def _loose(each: Loose) -> Shape:
    span = each.between.span
    return {
        "from": iso(span.first),
        "to": iso(span.last),
        "rounds": [title(one) for one in each.between.rounds],
        "activities": each.activities,
    }


def warnings(seen: RoundDays, messages: Messages) -> list[str]:
    """Return what is doubtful of a round's days, in words."""
    told = [messages.say(f"warning.{each.key}", **each.facts) for each in seen.doubts]
    for each in seen.loose:
        key = "warning.round_twice" if each.between.twice else "warning.round_gap"
        span, (one, other) = each.between.span, each.between.rounds
        told.append(
            messages.say(
                key,
                first=short(span.first),
                last=short(span.last),
                one=title(one),
                other=title(other),
                count=each.activities,
            )
        )
    if seen.after is not None:
        first, last = short(seen.after.first), short(seen.after.last)
        facts = {"first": first, "last": last, "count": seen.after_count}
        told.append(messages.say("warning.round_after", **facts))
    return told


def said(each: Shape, messages: Messages) -> str:
    """Return a round as a line."""
    named = {key: _day(each[key]) for key in ("from", "to", "cutoff", "send", "internal")}
    facts = {**each, **named, "first": named["from"], "last": named["to"]}
    stage = messages.say(f"round.state.{each['state']}")
    return messages.say("said.round.line", **{**facts, "stage": stage})


def _day(written: str | None) -> str:
    return short(date.fromisoformat(written)) if written else "–"
