"""Rounds in words, for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.report_case import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.round_days import Loose, RoundDays


def told_round(asked: Round) -> Mapping[str, str]:
    """Return the name, the first and the last day of a round."""
    return {
        "name": upper_first(report_period.named(asked)),
        "first": short(asked.period.first),
        "last": short(asked.period.last),
    }


def doubts(seen: RoundDays, words: Words) -> Iterator[str]:
    """Yield what is to be known of a round's days, a sentence each."""
    for notice in seen.doubts:
        yield words.shared(f"warning.{notice.key}", **notice.facts)
    for each in seen.loose:
        key = "warning.round_twice" if each.between.twice else "warning.round_gap"
        yield words.shared(key, **_loose(each))
    if seen.after is not None:
        facts = {"first": short(seen.after.first), "last": short(seen.after.last)}
        yield words.shared("warning.round_after", **facts, count=seen.after_count)
    if seen.missed:
        yield words.say("rounds.missed_count", count=len(seen.missed))


def _loose(each: Loose) -> Mapping[str, object]:
    span, (one, other) = each.between.span, each.between.rounds
    return {
        "first": short(span.first),
        "last": short(span.last),
        "one": report_period.named(one),
        "other": report_period.named(other),
        "count": each.activities,
    }
