"""Rounds: the year from 15/12 to 14/12, and any other days."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import (
    Regime,
    Round,
    RoundKind,
    Terms,
    adhoc_round,
    annual_round,
    round_over,
)


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


def _over(regime: Regime, name: str = "") -> Round:
    days = Span(date(2025, 12, 15), date(2026, 6, 14))
    return round_over(Terms(regime, name), 2026, days, "coordinator")


def test_that_a_half_year_is_the_round_of_its_days() -> None:
    half = Span(date(2025, 12, 15), date(2026, 6, 14))
    assert _over(Regime.HALF_YEAR).id == adhoc_round(2026, half, "coordinator").id


def test_that_a_name_makes_another_round_of_the_same_days() -> None:
    made = {
        _over(Regime.ADHOC).id,
        _over(Regime.ADHOC, "phóng viên nước ngoài").id,
        _over(Regime.THEMATIC, "phóng viên nước ngoài").id,
        _over(Regime.THEMATIC, "ngoại giao văn hóa").id,
        _over(Regime.OBSTACLES).id,
    }
    assert len(made) == 5
    assert _over(Regime.THEMATIC, " Ngoại giao  văn hóa").id in made


def test_that_only_what_was_set_has_a_sending_day() -> None:
    assert annual_round(2026, "c").has_sending_day
    assert not _over(Regime.ADHOC).has_sending_day
    assert _over(Regime.ADHOC, "phóng viên").has_sending_day
