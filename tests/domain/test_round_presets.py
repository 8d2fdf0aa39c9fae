"""The usual rounds: their days by Decree 09/2019, Điều 12."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import Regime, annual_round
from ttdn_desktop.domain.round_presets import (
    CALENDAR,
    NOVEMBER,
    PRESETS,
    YEAR,
    Preset,
    part_of,
    preset,
    round_of,
)


@pytest.mark.parametrize(
    ("regime", "part", "first", "last"),
    [
        (Regime.HALF_YEAR, 1, date(2025, 12, 15), date(2026, 6, 14)),
        (Regime.HALF_YEAR, 2, date(2026, 6, 15), date(2026, 12, 14)),
        (Regime.NINE_MONTHS, 1, date(2025, 12, 15), date(2026, 9, 14)),
        (Regime.QUARTER, 1, date(2025, 12, 15), date(2026, 3, 14)),
        (Regime.QUARTER, 3, date(2026, 6, 15), date(2026, 9, 14)),
        (Regime.MONTH, 1, date(2025, 12, 15), date(2026, 1, 14)),
        (Regime.MONTH, 10, date(2026, 9, 15), date(2026, 10, 14)),
    ],
)
def test_that_a_round_has_the_days_of_the_decree(
    regime: Regime, part: int, first: date, last: date
) -> None:
    usual = preset(regime, part)
    assert usual is not None
    assert usual.period(2026) == Span(first, last)
    assert part_of(round_of(usual, 2026, "c")) == part


def test_that_the_decree_s_year_is_the_year_s_own_round() -> None:
    assert round_of(YEAR, 2026, "c") == annual_round(2026, "c")


def test_that_nobody_s_rule_gives_a_thematic_report_its_days() -> None:
    assert preset(Regime.THEMATIC) is None
    assert preset(Regime.QUARTER, 5) is None


def test_that_a_year_frozen_in_november_runs_from_december_to_november() -> None:
    made = round_of(NOVEMBER, 2026, "c")
    assert made.period == Span(date(2025, 12, 1), date(2026, 11, 30))
    assert (made.cutoff, made.sending_day) == (date(2026, 11, 30), date(2026, 12, 14))
    assert not made.terms.estimate


def test_that_a_calendar_year_is_cut_off_early_and_estimated() -> None:
    made = round_of(CALENDAR, 2026, "c")
    assert made.period == Span(date(2026, 1, 1), date(2026, 12, 31))
    assert made.cutoff == date(2026, 11, 30)
    assert made.terms.estimate


@pytest.mark.parametrize("usual", PRESETS, ids=[each.key for each in PRESETS])
def test_that_each_has_its_source_and_ends_within_its_days(usual: Preset) -> None:
    made = round_of(usual, 2028, "c")
    assert usual.source
    assert made.cutoff in made.period
    assert made.sending_day >= made.cutoff


def test_that_all_usual_rounds_of_a_year_are_different() -> None:
    assert len({round_of(each, 2026, "c").id for each in PRESETS}) == len(PRESETS)


def test_that_a_round_that_is_not_the_year_s_leaves_a_working_day_to_send() -> None:
    half = preset(Regime.HALF_YEAR, 1)
    assert half is not None
    assert round_of(half, 2026, "c").sending_day == date(2026, 6, 15)
    assert round_of(half, 2024, "c").sending_day == date(2024, 6, 17)
