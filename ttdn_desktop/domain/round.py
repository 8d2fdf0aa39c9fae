"""Kỳ báo cáo: period, cut-off and deadlines (Decree 09/2019, Điều 12; plan IV.1).

The usual ones stand in `round_presets`; what rounds hold and leave out in `round_days`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.immutable import immutable


class RoundKind(StrEnum):
    """Why a report is asked for."""

    ANNUAL = "annual"
    ADHOC = "adhoc"


class Regime(StrEnum):
    """What sort of report a round asks for (Decree 09/2019: định kỳ, chuyên đề, đột xuất)."""

    ANNUAL = "annual"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    QUARTER = "quarter"
    MONTH = "month"
    THEMATIC = "thematic"  # chuyên đề
    ADHOC = "adhoc"  # đột xuất
    OBSTACLES = "obstacles"  # khó khăn, vướng mắc


class Outline(StrEnum):
    """What is written: the whole report, or only obstacles and proposals."""

    FULL = "full"
    OBSTACLES = "obstacles"


PERIODIC = frozenset(
    {Regime.ANNUAL, Regime.HALF_YEAR, Regime.NINE_MONTHS, Regime.QUARTER, Regime.MONTH}
)
"""The regimes of báo cáo định kỳ."""


@immutable
class Terms:
    """What the letter asks of a round beside its days.

    `name` is what a chuyên đề or đột xuất report is about ("" for the periodic ones), `letter`
    cites who asks ("Công văn số … ngày … của …"), `internal_day` is the unit's own deadline,
    `addressee` takes the place of the usual one, `item_ids` are the plan's items asked for (none:
    all), `estimate` tells that figures end before the year and "ước cả năm" is wanted.
    """

    regime: Regime
    name: str = ""
    letter: str = ""
    internal_day: date | None = None
    addressee: str = ""
    item_ids: tuple[str, ...] = ()
    estimate: bool = False


YEARLY, ANY_DAYS = Terms(Regime.ANNUAL), Terms(Regime.ADHOC)
"""What is asked where nobody has said more: the year's report, or a report over mere days."""


@immutable
class Round:
    """One reporting round.

    `period` holds the activities, `cutoff` is the last day that is told of it and the day stocks
    are read, `sending_day` the last valid day to send. `year` is the year the report is about.
    """

    id: str
    kind: RoundKind
    year: int
    period: Span
    cutoff: date
    sending_day: date
    terms: Terms = YEARLY

    @property
    def has_sending_day(self) -> bool:
        """Tell whether the sending day was set for it: of mere days nobody has said one."""
        return self.terms != ANY_DAYS or self.sending_day != date(self.year, 12, 14)

    @property
    def told_days(self) -> Span:
        """The days whose activities it tells."""
        return Span(self.period.first, min(self.cutoff, self.period.last))


def annual_round(year: int, asking_body: str) -> Round:
    """Return the yearly round of a plan year: 15/12 of the year before to 14/12, sent by 14/12.

    `asking_body` is the id of the body that asks (the plan's coordinating department).
    """
    period = Span(date(year - 1, 12, 15), date(year, 12, 14))
    return round_over(YEARLY, year, period, asking_body)


def adhoc_round(year: int, period: Span, asking_body: str) -> Round:
    """Return a round over any days, reported with the year's names and sending day."""
    return round_over(ANY_DAYS, year, period, asking_body)


def round_over(terms: Terms, year: int, period: Span, asking_body: str) -> Round:
    """Return a round over some days, cut off at their end, sent by the year's 14/12.

    Every folder derives the same id of kind, days and asking body, and of the name where the
    round has one: several may be asked for over the same days.
    """
    kind = RoundKind.ANNUAL if terms.regime is Regime.ANNUAL else RoundKind.ADHOC
    word = kind if terms.regime in PERIODIC else terms.regime
    days = (period.first.isoformat(), period.last.isoformat())
    named = [exact(tidy(terms.name))] if terms.regime not in PERIODIC and terms.name else []
    identity = shared_id("round", word, *days, asking_body, *named)
    return Round(identity, kind, year, period, period.last, date(year, 12, 14), terms)
