"""Dates as people type them, the year left out, and spans of days."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.dates import (
    Moment,
    Precision,
    parse_days,
    parse_moment,
    shown,
    shown_days,
)
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.errors import KnownError

MARCH_5 = Moment(date(2026, 3, 5))
MARCH = Moment(date(2026, 3, 1), Precision.MONTH)
SECOND = Moment(date(2026, 4, 1), Precision.QUARTER)
SHORT = [
    ("5/3", MARCH_5),
    ("05-03", MARCH_5),
    ("5.3", MARCH_5),
    ("Ngày 5 tháng 3", MARCH_5),
    ("5 tháng 3", MARCH_5),
    ("ngày 5/3", MARCH_5),
    (unicodedata.normalize("NFD", "ngày 5 tháng 3"), MARCH_5),
    ("tháng 3", MARCH),
    ("Tháng 03", MARCH),
    ("quý II", SECOND),
    ("quý 2", SECOND),
    ("q2", SECOND),
    ("Q.II", SECOND),
    ("20/12", Moment(date(2025, 12, 20))),
    ("15/12", Moment(date(2025, 12, 15))),
    ("14/12", Moment(date(2026, 12, 14))),
    ("tháng 12", Moment(date(2026, 12, 1), Precision.MONTH)),
    ("quý IV", Moment(date(2026, 10, 1), Precision.QUARTER)),
]


@pytest.mark.parametrize(("written", "moment"), SHORT)
def test_that_a_date_without_its_year_is_of_the_plan_year(written: str, moment: Moment) -> None:
    assert parse_moment(written, 2026) == moment
    assert parse_days(written, 2026) == (moment, None)


@pytest.mark.parametrize("written", [written for written, _moment in SHORT])
def test_that_without_a_plan_year_the_year_is_asked_for(written: str) -> None:
    for parse in (parse_moment, parse_days):
        with pytest.raises(KnownError) as refusal:
            parse(written)
        assert refusal.value.key == "date_impossible"
        assert refusal.value.facts == {"text": written}


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("5.3.2026", MARCH_5),
        ("5/3/26", MARCH_5),
        ("ngày 5 tháng 3/2026", MARCH_5),
        ("Q.II/2026", SECOND),
        ("quý 2 năm 2026", SECOND),
        ("q2-2026", SECOND),
        ("3/2026", MARCH),
        ("12.2026", Moment(date(2026, 12, 1), Precision.MONTH)),
    ],
)
def test_that_a_year_written_is_kept(written: str, moment: Moment) -> None:
    assert parse_moment(written) == moment
    assert parse_moment(written, 2030) == moment


@pytest.mark.parametrize(
    "written", ["", "5", "30/2", "29/2", "32/1", "5/13", "tháng 13", "q5", "5/", "5/3/", "5-7/12"]
)
def test_that_what_is_no_date_is_refused_in_a_plan_year_too(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_moment(written, 2026)
    assert refusal.value.key == "date_impossible"


def test_that_the_29th_of_february_is_read_in_a_leap_year() -> None:
    assert parse_moment("29/2", 2028) == Moment(date(2028, 2, 29))


@given(st.dates(date(2000, 12, 15), date(2090, 12, 14)))
def test_that_a_day_and_month_are_found_again_in_their_plan_year(day: date) -> None:
    assert parse_moment(f"{day.day}/{day.month}", plan_year(day)) == Moment(day)


@pytest.mark.parametrize(
    "written",
    [
        "từ 5/3 đến 7/3/2026",
        "tu ngay 5/3 den het ngay 7/3/2026",
        "Từ ngày 5 đến ngày 7/3/2026",
        "từ ngày 05 đến hết ngày 07 tháng 3 năm 2026",
        "5-7/3/2026",
        "5 - 7/3/2026",
        "05–07/3/2026",
        "ngày 5-7/3/2026",
        "5-7.3.2026",
        "5/3-7/3/2026",
        "5/3/2026 - 7/3/2026",
        "05-03-2026 - 07-03-2026",
        "2026-03-05 – 2026-03-07",
        "5/3/2026 tới 7/3",
    ],
)
def test_that_a_span_is_read_however_it_is_written(written: str) -> None:
    assert parse_days(written) == (MARCH_5, date(2026, 3, 7))
    assert parse_days(unicodedata.normalize("NFD", written), 2030)[1] == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("28/2 - 2/3", date(2026, 2, 28), date(2026, 3, 2)),
        ("5-7/3", date(2026, 3, 5), date(2026, 3, 7)),
        ("28/12 - 3/1", date(2025, 12, 28), date(2026, 1, 3)),
        ("14-16/12", date(2026, 12, 14), date(2026, 12, 16)),
        ("10/12 - 20/12", date(2026, 12, 10), date(2026, 12, 20)),
        ("28/12 - 3/1/2026", date(2025, 12, 28), date(2026, 1, 3)),
        ("28/12/2025 - 3/1", date(2025, 12, 28), date(2026, 1, 3)),
        ("5-7/12", date(2026, 12, 5), date(2026, 12, 7)),
    ],
)
def test_that_a_span_takes_the_year_that_is_left_out_from_the_plan_or_its_other_end(
    written: str, first: date, last: date
) -> None:
    assert parse_days(written, 2026) == (Moment(first), last)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("tháng 3 - tháng 5", MARCH, date(2026, 5, 31)),
        ("từ tháng 3 đến tháng 5/2026", MARCH, date(2026, 5, 31)),
        ("tháng 3-5/2026", MARCH, date(2026, 5, 31)),
        ("quý II - quý III", SECOND, date(2026, 9, 30)),
        ("tháng 3 đến 10/4/2026", MARCH, date(2026, 4, 10)),
    ],
)
def test_that_months_and_quarters_make_spans_too(written: str, first: Moment, last: date) -> None:
    assert parse_days(written, 2026) == (first, last)


@pytest.mark.parametrize("written", ["7/3 - 5/3/2026", "7-5/3", "7/3/2026 đến 5/3/2026", "5/6-2/5"])
def test_that_an_end_before_its_start_is_told(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_days(written, 2026)
    assert refusal.value.key == "end_before_start"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "từ",
        "5 - 7",
        "đến 7/3/2026",
        "5-7-9/3",
        "30/2 - 2/3",
        "ngày 5 - 5/2026",
        "a - b",
    ],
)
def test_that_what_is_no_span_is_refused_as_typed(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_days(written)
    assert refusal.value.key == "date_impossible"
    assert refusal.value.facts == {"text": written}


@given(
    st.dates(date(1900, 1, 1), date(2090, 12, 31)),
    st.sampled_from(Precision),
    st.none() | st.integers(0, 400),
)
def test_that_shown_days_are_read_back(day: date, precision: Precision, more: int | None) -> None:
    start = parse_moment(shown(Moment(day.replace(day=1), precision)))
    until = None if more is None else start.first + timedelta(more)

    assert parse_days(shown_days(start, until)) == (start, until)


@given(st.text(max_size=24, alphabet="0123456789/-. –tngàyháqúiđế"))
def test_that_any_typing_is_read_or_refused(typed: str) -> None:
    try:
        start, until = parse_days(typed, 2026)
    except KnownError:
        return
    assert until is None or until >= start.first
