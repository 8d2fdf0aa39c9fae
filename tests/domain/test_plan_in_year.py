"""Which plan, and which version of it, a round is reported by."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.plan_in_year import Adoption, version_in
from ttdn_desktop.domain.round import annual_round

JULY = date(2024, 7, 1)
FIRST = Adoption("first", "p2024", JULY, date(2026, 1, 5), 1)
CORRECTED = Adoption("corrected", "p2024", JULY, date(2027, 3, 1), 2)
NEXT = Adoption("next", "p2028", date(2028, 2, 9), date(2028, 3, 1), 3)


@pytest.mark.parametrize(
    ("year", "version"),
    [
        (2023, "first"),
        (2024, "first"),
        (2025, "first"),
        (2026, "first"),
        (2027, "corrected"),
        (2028, "next"),
        (2029, "next"),
    ],
)
def test_that_a_year_is_reported_by_the_plan_of_its_time(year: int, version: str) -> None:
    assert version_in((NEXT, CORRECTED, FIRST), annual_round(year, "x")) == version


def test_that_a_correction_on_the_sending_day_still_counts_for_the_year() -> None:
    last = Adoption("last", "p2024", JULY, date(2026, 12, 14), 2)

    assert version_in((FIRST, last), annual_round(2026, "x")) == "last"
    assert version_in((FIRST, last), annual_round(2025, "x")) == "first"


def test_that_a_version_taken_up_again_does_not_rewrite_the_years_between() -> None:
    again = Adoption("first", "p2024", JULY, date(2028, 1, 5), 4)

    years = [
        version_in((FIRST, CORRECTED, again), annual_round(y, "x")) for y in (2026, 2027, 2028)
    ]
    assert years == ["first", "corrected", "first"]


def test_that_a_plan_brought_in_late_covers_the_year_it_was_issued_in() -> None:
    late = Adoption("late", "p2026", date(2026, 11, 20), date(2027, 5, 1), 2)

    assert version_in((FIRST, late), annual_round(2026, "x")) == "late"
    assert version_in((FIRST, late), annual_round(2025, "x")) == "first"
