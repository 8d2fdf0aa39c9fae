"""What rounds hold, leave out, and share; what stands in the way of sending in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from ttdn_desktop.domain import round_days
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import Regime, Round, Terms, adhoc_round, annual_round, round_over
from ttdn_desktop.domain.round_presets import CALENDAR, HALVES, NOVEMBER, QUARTERS, round_of


def cut(year: int, cutoff: date) -> Round:
    """Return a year's round whose figures end early."""
    return replace(annual_round(year, "c"), cutoff=cutoff)


def keys(asked: Round) -> list[str]:
    """Return the keys of what is doubtful of a round."""
    return [each.key for each in round_days.doubts(asked)]


def test_that_what_starts_after_the_cut_off_is_the_next_round_s() -> None:
    this, following = cut(2026, date(2026, 11, 30)), annual_round(2027, "c")
    known = (following, this)
    assert round_days.holding(this, known).last == date(2026, 11, 30)
    assert round_days.left_over(this) == Span(date(2026, 12, 1), date(2026, 12, 14))
    assert round_days.holding(following, known) == Span(date(2026, 12, 1), date(2027, 12, 14))


def test_that_every_day_of_rounds_that_follow_each_other_is_told_once() -> None:
    years = [cut(2025, date(2025, 11, 20)), cut(2026, date(2026, 12, 10)), annual_round(2027, "c")]
    told = [round_days.holding(each, years) for each in years]
    assert [(b.first - a.last).days for a, b in pairwise(told)] == [1, 1]


def test_that_an_uncut_year_leaves_nothing_over() -> None:
    this, following = annual_round(2026, "c"), annual_round(2027, "c")
    assert round_days.left_over(this) is None
    assert round_days.holding(following, (this,)) == following.period


def test_that_a_half_year_takes_over_nothing_of_a_year() -> None:
    half = round_of(HALVES[0], 2027, "c")
    assert round_days.holding(half, (cut(2026, date(2026, 11, 30)),)) == half.period


def test_that_a_thematic_round_has_no_round_before_it() -> None:
    days = Span(date(2026, 12, 15), date(2027, 3, 1))
    theme = round_over(Terms(Regime.THEMATIC, "ngoại giao văn hóa"), 2027, days, "c")
    earlier = replace(theme, id="x", period=Span(date(2026, 1, 1), date(2026, 12, 14)))
    assert round_days.round_before(theme, (earlier,)) is None


def test_that_a_round_that_does_not_follow_at_once_takes_over_nothing() -> None:
    third = round_of(QUARTERS[2], 2026, "c")
    first = replace(round_of(QUARTERS[0], 2026, "c"), cutoff=date(2026, 3, 1))
    assert round_days.holding(third, (first,)) == third.period


def test_that_days_of_no_round_and_of_two_are_found() -> None:
    year, november = annual_round(2025, "c"), round_of(NOVEMBER, 2026, "c")
    (twice,) = round_days.days_between([november, year])
    assert (twice.twice, twice.span) == (True, Span(date(2025, 12, 1), date(2025, 12, 14)))
    assert twice.rounds == (year, november)

    (none,) = round_days.days_between([november, annual_round(2027, "c")])
    assert (none.twice, none.span) == (False, Span(date(2026, 12, 1), date(2026, 12, 14)))


def test_that_a_round_within_another_is_in_two_for_all_its_days() -> None:
    calendar, november = round_of(CALENDAR, 2026, "c"), round_of(NOVEMBER, 2026, "c")
    (twice,) = round_days.days_between([calendar, november])
    assert twice.span == Span(date(2026, 1, 1), date(2026, 11, 30))


def test_that_rounds_that_follow_each_other_leave_nothing_to_say() -> None:
    assert round_days.days_between([annual_round(year, "c") for year in (2027, 2025, 2026)]) == ()


def test_that_the_internal_day_is_five_working_days_before_unless_it_is_set() -> None:
    asked = annual_round(2026, "c")
    assert round_days.internal_day(asked) == date(2026, 12, 7)
    assert round_days.internal_day(asked, 2) == date(2026, 12, 10)
    own = replace(asked, terms=replace(asked.terms, internal_day=date(2026, 12, 1)))
    assert round_days.internal_day(own) == date(2026, 12, 1)


def test_that_a_cut_off_on_the_sending_day_leaves_no_working_day() -> None:
    assert keys(annual_round(2026, "c")) == ["round_no_working_day"]
    assert keys(cut(2026, date(2026, 12, 11))) == []


def test_that_a_sending_day_on_a_weekend_is_told_with_the_day_before() -> None:
    (found,) = round_days.doubts(cut(2025, date(2025, 11, 30)))
    assert found.key == "round_day_off"
    assert found.facts == {"day": "14/12/2025", "usual": "12/12/2025"}


def test_that_the_days_between_friday_and_sunday_are_no_working_days() -> None:
    assert keys(cut(2025, date(2025, 12, 12))) == ["round_no_working_day", "round_day_off"]


def test_that_an_internal_day_after_the_sending_day_is_told() -> None:
    asked = cut(2026, date(2026, 11, 30))
    late = replace(asked, terms=replace(asked.terms, internal_day=date(2026, 12, 20)))
    assert keys(late) == ["round_internal_late"]


def test_that_mere_days_have_no_sending_day_to_doubt() -> None:
    half = Span(date(2026, 1, 1), date(2026, 12, 14))
    assert keys(adhoc_round(2026, half, "c")) == []


def test_that_days_left_go_below_nothing() -> None:
    assert round_days.days_left(date(2026, 12, 14), date(2026, 12, 1)) == 13
    assert round_days.days_left(date(2026, 12, 14), date(2026, 12, 16)) == -2
