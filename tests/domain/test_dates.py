"""Dates as officers write them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.dates import (
    Moment,
    Precision,
    Span,
    day_before,
    parse_day,
    parse_moment,
    short,
    shown,
)
from ttdn_desktop.errors import KnownError

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-05",
        "5/3/2026",
        "05/03/2026",
        "5-3-2026",
        "5.3.26",
        "ngày 5 tháng 3 năm 2026",
        "  Ngày 05  tháng 03 năm 2026 ",
        unicodedata.normalize("NFD", "ngày 5 tháng 3 năm 2026"),
        "NGAY 5 thang 3 nam 2026",
    ],
)
def test_that_a_day_is_read_however_it_is_written(written: str) -> None:
    assert parse_moment(written) == Moment(date(2026, 3, 5), Precision.DAY)


@pytest.mark.parametrize("written", ["3/2026", "03/2026", "2026-03", "tháng 3 năm 2026", "3.2026"])
def test_that_a_month_starts_on_its_first_day(written: str) -> None:
    assert parse_moment(written) == Moment(date(2026, 3, 1), Precision.MONTH)


@pytest.mark.parametrize(
    "written",
    [
        *("quý II/2026", "Quí 2 năm 2026", "quy 2/2026", "q2/2026"),
        unicodedata.normalize("NFD", "quý II/2026"),
    ],
)
def test_that_a_quarter_starts_on_its_first_day(written: str) -> None:
    assert parse_moment(written) == Moment(date(2026, 4, 1), Precision.QUARTER)


@pytest.mark.parametrize("written", ["quý I/2026", "quý III/2026", "quý IV/2026"])
def test_that_quarters_are_told_apart(written: str) -> None:
    months = {"quý I/2026": 1, "quý III/2026": 7, "quý IV/2026": 10}
    assert parse_moment(written).first == date(2026, months[written], 1)


@pytest.mark.parametrize(
    "written",
    [
        *("", "30/2/2026", "29/2/2025", "32/1/2026", "13/2026", "quý V/2026", "hôm qua", "5/3"),
        *("2026", "1/1/0000", "0000-01-01", "1/7/0024", "0024-07", "5/3/1206", "31/12/9999"),
    ],
)
def test_that_a_day_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_moment(written)
    assert refusal.value.key == "date_impossible"
    assert refusal.value.facts == {"text": written}


def test_that_the_29th_of_february_exists_in_a_leap_year() -> None:
    assert parse_day("29/2/2024") == date(2024, 2, 29)


def test_that_a_month_is_no_exact_day() -> None:
    with pytest.raises(KnownError) as refusal:
        parse_day("3/2026")
    assert refusal.value.key == "day_needed"


@given(DAYS, st.sampled_from(Precision))
def test_that_what_is_shown_is_read_back(day: date, precision: Precision) -> None:
    quarter = (day.month - 1) // 3 * 3 + 1
    first = {
        Precision.DAY: day,
        Precision.MONTH: day.replace(day=1),
        Precision.QUARTER: date(day.year, quarter, 1),
    }[precision]
    assert parse_moment(shown(Moment(first, precision))) == Moment(first, precision)


@given(DAYS)
def test_that_a_short_day_is_read_back(day: date) -> None:
    assert parse_day(short(day)) == day
    assert parse_day(day.isoformat()) == day


def test_that_a_short_day_is_padded() -> None:
    assert short(date(2026, 3, 5)) == "05/03/2026"


@pytest.mark.parametrize(
    ("moment", "last"),
    [
        (Moment(date(2026, 3, 5)), date(2026, 3, 5)),
        (Moment(date(2024, 2, 1), Precision.MONTH), date(2024, 2, 29)),
        (Moment(date(2026, 10, 1), Precision.QUARTER), date(2026, 12, 31)),
    ],
)
def test_that_a_moment_knows_its_last_day(moment: Moment, last: date) -> None:
    assert moment.last == last


def test_that_a_span_takes_in_both_ends() -> None:
    span = Span(date(2025, 12, 15), date(2026, 12, 14))
    assert date(2025, 12, 15) in span
    assert date(2026, 12, 14) in span
    assert date(2025, 12, 14) not in span
    assert date(2026, 12, 15) not in span


def test_that_before_the_15th_means_the_14th_at_the_latest() -> None:
    assert day_before(date(2026, 12, 15)) == date(2026, 12, 14)
    assert day_before(date(2027, 1, 1)) == date(2026, 12, 31)
