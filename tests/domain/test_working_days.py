"""Working days: weekends and the public holidays of the solar calendar."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain import working_days


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 14), True),
        (date(2025, 12, 14), False),
        (date(2024, 12, 14), False),
        (date(2026, 9, 2), False),
        (date(2026, 4, 30), False),
    ],
)
def test_that_weekends_and_fixed_holidays_are_no_working_days(day: date, *, works: bool) -> None:
    assert working_days.is_working(day) is works


def test_that_five_working_days_before_a_monday_is_the_monday_before() -> None:
    assert working_days.before(date(2026, 12, 14), 5) == date(2026, 12, 7)


def test_that_the_day_after_a_friday_is_monday() -> None:
    assert working_days.after(date(2026, 12, 11), 1) == date(2026, 12, 14)


def test_that_a_sunday_gives_way_to_the_friday_before() -> None:
    assert working_days.by(date(2025, 12, 14)) == date(2025, 12, 12)
    assert working_days.by(date(2026, 12, 14)) == date(2026, 12, 14)


def test_that_the_first_day_is_not_counted_and_the_last_is() -> None:
    assert working_days.between(date(2026, 12, 11), date(2026, 12, 14)) == 1
    assert working_days.between(date(2026, 12, 14), date(2026, 12, 14)) == 0
    assert working_days.between(date(2026, 12, 15), date(2026, 12, 14)) == 0
