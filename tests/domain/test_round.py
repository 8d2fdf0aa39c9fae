"""Rounds: the year from 15/12 to 14/12, and any other days."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import RoundKind, adhoc_round, annual_round


def test_that_a_year_runs_from_15_december_to_14_december() -> None:
    asked = annual_round(2026, "coordinator")
    assert asked.kind is RoundKind.ANNUAL
    assert asked.period == Span(date(2025, 12, 15), date(2026, 12, 14))
    assert asked.cutoff == asked.sending_day == date(2026, 12, 14)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_that_two_years_leave_no_day_between_them(year: int) -> None:
    this, following = annual_round(year, "c").period, annual_round(year + 1, "c").period
    assert (following.first - this.last).days == 1


def test_that_the_same_round_has_one_id_everywhere() -> None:
    assert annual_round(2026, "coordinator") == annual_round(2026, "coordinator")


def test_that_kind_period_and_asking_body_make_the_round() -> None:
    year = Span(date(2025, 12, 15), date(2026, 12, 14))
    half = Span(date(2025, 12, 15), date(2026, 6, 14))
    rounds = {
        annual_round(2026, "a").id,
        annual_round(2027, "a").id,
        annual_round(2026, "b").id,
        adhoc_round(2026, year, "a").id,
        adhoc_round(2026, half, "a").id,
    }
    assert len(rounds) == 5


def test_that_an_ad_hoc_round_is_cut_off_at_its_last_day() -> None:
    half = Span(date(2025, 12, 15), date(2026, 6, 14))
    asked = adhoc_round(2026, half, "coordinator")
    assert (asked.period, asked.cutoff) == (half, date(2026, 6, 14))
    assert asked.sending_day == date(2026, 12, 14)
