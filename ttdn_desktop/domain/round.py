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
