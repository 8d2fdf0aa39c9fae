"""What time a report speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import adhoc_round, annual_round

YEAR = annual_round(2026, "coordinator")


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
        (date(2025, 12, 15), date(2026, 11, 30), "năm 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
        (date(2025, 12, 15), date(2026, 6, 14), "06 tháng đầu năm 2026"),
        (date(2026, 1, 1), date(2026, 6, 30), "06 tháng đầu năm 2026"),
        (date(2026, 1, 1), date(2026, 9, 30), "09 tháng đầu năm 2026"),
        (date(2026, 3, 1), date(2026, 4, 30), "từ ngày 01/03/2026 đến ngày 30/04/2026"),
    ],
)
def test_that_a_period_is_named_as_it_is_asked_for(first: date, last: date, named: str) -> None:
    assert report_period.named(adhoc_round(2026, Span(first, last), "coordinator")) == named


def test_that_the_year_s_report_bears_the_month_it_is_sent_in() -> None:
    assert report_period.dated(YEAR, YEAR.sending_day) == "ngày      tháng 12 năm 2026"


def test_that_any_other_report_leaves_its_month_blank() -> None:
    half = adhoc_round(2026, Span(date(2026, 1, 1), date(2026, 6, 30)), "coordinator")
    assert report_period.dated(half, half.sending_day) == "ngày      tháng      năm 2026"


def test_that_after_a_year_comes_the_next_and_after_a_part_the_rest() -> None:
    part = adhoc_round(2026, Span(date(2026, 3, 1), date(2026, 4, 30)), "coordinator")
    assert report_period.ahead(YEAR) == ("năm 2027", 2027)
    assert report_period.ahead(part) == ("thời gian tới", 2026)
