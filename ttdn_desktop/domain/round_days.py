"""What rounds hold, what they leave out, and what falls into two of them.

An activity belongs to the round in whose days it starts. What starts in the period but after the
cut-off belongs to the next round of the same regime, which therefore begins where the figures of
the one before it ended.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain import working_days
from ttdn_desktop.domain.dates import Span, day_before, short
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.round import PERIODIC, Round
from ttdn_desktop.domain.round_presets import INTERNAL_DAYS
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DAY = timedelta(days=1)


@immutable
class Between:
    """Days that lie in no round (`rounds` are those before and after), or in two rounds."""

    span: Span
    rounds: tuple[Round, Round]
    twice: bool


def round_before(asked: Round, known: Iterable[Round]) -> Round | None:
    """Return the round of the same regime that ends last before one begins, or None.

    Only periodic rounds follow each other.
    """
    if asked.terms.regime not in PERIODIC:
        return None
    ended = [each for each in _alike(asked, known) if each.period.last < asked.period.first]
    return max(ended, key=lambda each: (each.period.last, each.id), default=None)


def _alike(asked: Round, known: Iterable[Round]) -> Iterator[Round]:
    for each in known:
        if each.id != asked.id and each.terms.regime is asked.terms.regime:
            yield each


def holding(asked: Round, known: Iterable[Round]) -> Span:
    """Return the days whose activities a round tells, with those left over by the one before."""
    own, before = asked.told_days, round_before(asked, known)
    if before is None or asked.period.first - before.period.last > _DAY:
        return own
    return Span(min(own.first, before.told_days.last + _DAY), own.last)


def as_told(asked: Round, known: Iterable[Round]) -> Round:
    """Return a round with the days that it tells in the place of its period."""
    return replace(asked, period=holding(asked, known))


def left_over(asked: Round) -> Span | None:
    """Return the days of a round's period after its cut-off, None where there are none."""
    last = asked.told_days.last
    return Span(last + _DAY, asked.period.last) if last < asked.period.last else None


def days_between(rounds: Sequence[Round]) -> tuple[Between, ...]:
    """Return the days that fall in none or in two of some rounds of one regime, in order."""
    ordered = sorted(rounds, key=lambda each: (each.period.first, each.period.last, each.id))
    return tuple(filter(None, (_between(one, other) for one, other in pairwise(ordered))))


def _between(one: Round, other: Round) -> Between | None:
    first, last = other.period.first, one.period.last
    if first <= last:
        return Between(Span(first, min(last, other.period.last)), (one, other), twice=True)
    if first - last > _DAY:
        return Between(Span(last + _DAY, day_before(first)), (one, other), twice=False)
    return None


def internal_day(asked: Round, days: int = INTERNAL_DAYS) -> date:
    """Return the unit's own deadline: as set, else so many working days before the sending day."""
    return asked.terms.internal_day or working_days.before(asked.sending_day, days)


def days_left(day: date, today: date) -> int:
    """Return how many days are left until a day, negative where it is past."""
    return (day - today).days


def doubts(asked: Round) -> Iterator[Notice]:
    """Name what stands in the way of sending in time."""
    if not asked.has_sending_day:
        return
    sending, day = asked.sending_day, short(asked.sending_day)
    if working_days.between(asked.cutoff, sending) < 1:
        yield Notice("round_no_working_day", {"cutoff": short(asked.cutoff), "day": day})
    if not working_days.is_working(sending):
        yield Notice("round_day_off", {"day": day, "usual": short(working_days.by(sending))})
    internal = asked.terms.internal_day
    if internal and internal > sending:
        yield Notice("round_internal_late", {"day": short(internal), "sending": day})
