"""Kỳ báo cáo: period, cut-off and deadlines (Decree 09/2019, Điều 12; plan IV.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.ids import shared_id


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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Round:
    """One reporting round.

    `period` holds the activities, `cutoff` is the day stocks are read, `sending_day` the last
    valid day to send. `year` is the year the report is about.
    """

    id: str
    kind: RoundKind
    year: int
    period: Span
    cutoff: date
    sending_day: date


def annual_round(year: int, asking_body: str) -> Round:
    """Return the yearly round of a plan year: 15/12 of the year before to 14/12, sent by 14/12.

    `asking_body` is the id of the body that asks (the plan's coordinating department).
    """
    period = Span(date(year - 1, 12, 15), date(year, 12, 14))
    return _round(RoundKind.ANNUAL, year, period, asking_body)


def adhoc_round(year: int, period: Span, asking_body: str) -> Round:
    """Return a round over any days, reported with the year's names and sending day."""
    return _round(RoundKind.ADHOC, year, period, asking_body)


def _round(kind: RoundKind, year: int, period: Span, asking_body: str) -> Round:
    identity = shared_id(
        "round", kind, period.first.isoformat(), period.last.isoformat(), asking_body
    )
    return Round(identity, kind, year, period, period.last, date(year, 12, 14))
