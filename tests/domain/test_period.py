"""When a task runs, read from whatever an officer wrote in its cell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.period import Period, parse_period

YEARS = [
    ("2024 - 2030", 2024, 2030),
    ("2024-2030", 2024, 2030),
    ("2024–2030", 2024, 2030),
    ("2024\n-\n2030", 2024, 2030),
    ("20 24 - 20 30", 2024, 2030),
    ("Từ 2024 đến 2030", 2024, 2030),
    ("từ năm 2024 đến hết năm 2030", 2024, 2030),
    ("GIAI ĐOẠN 2024-2030", 2024, 2030),
    ("2024-2025; 2026-2030", 2024, 2030),
    ("Thường xuyên, giai đoạn 2024 - 2030", 2024, 2030),
    ("Hằng năm (2024-2030)", 2024, 2030),
    ("Từ năm 2025; hoàn thành trước 2030", 2025, 2030),
    ("Năm 2025", 2025, 2025),
    ("2025", 2025, 2025),
    ("2025.0", 2025, 2025),
    ("Trong năm 2025", 2025, 2025),
    ("Các năm 2025, 2026", 2025, 2026),
    ("Năm học 2024-2025", 2024, 2025),
    ("Quý IV/2025", 2025, 2025),
    ("Quý 4 năm 2025", 2025, 2025),
    ("Quý I, II/2025", 2025, 2025),
    ("Quý 1 + Quý 2/2025", 2025, 2025),
    ("Quý I/2025 - Quý III/2026", 2025, 2026),
    ("6 tháng đầu năm 2025", 2025, 2025),
    ("cuối năm 2025", 2025, 2025),
    ("Tháng 6/2025", 2025, 2025),
    ("tháng 6, tháng 9/2025", 2025, 2025),
    ("từ tháng 3 đến tháng 6 năm 2025", 2025, 2025),
    ("Tháng 11/2024 - 3/2025", 2024, 2025),
    ("12/2025", 2025, 2025),
    ("30/6/2025", 2025, 2025),
    ("30 / 6 / 2025", 2025, 2025),
    ("2025-06-30 00:00:00", 2025, 2025),
    ("01-15/6/2025", 2025, 2025),
    ("Từ 01/6 đến 30/9/2025", 2025, 2025),
    ("Trước 30/6/2025", None, 2025),
    ("Trước ngày 30 tháng 6 năm 2025", None, 2025),
    ("Trước 01/01/2026", None, 2025),
    ("Chậm nhất ngày 15/12/2025", None, 2025),
    ("Đến năm 2030", None, 2030),
    ("Đến hết năm 2025", None, 2025),
    ("Từ năm 2025", 2025, None),
    ("2026 trở đi", 2026, None),
    ("2025 và những năm tiếp theo", 2025, None),
    ("sau năm 2025", 2026, None),
    ("Giai đoạn 2021-2025, tầm nhìn đến năm 2030", 2021, 2025),
    ("T6/2025", 2025, 2025),
    ("T3-T5/2025", 2025, 2025),
    ("Tuần 2 tháng 5/2025", 2025, 2025),
    ("Tuần cuối tháng 12 năm 2025", 2025, 2025),
    ("Từ nay đến hết năm 2026", None, 2026),
    ("Năm 2025 (Quý II)", 2025, 2025),
    ("Xuyên suốt năm 2025", 2025, 2025),
    ("Trình ban hành trong quý I/2026", 2026, 2026),
]
OPEN = [
    "",
    "-",
    "Hằng năm",
    "Hàng năm",
    "Thường xuyên",
    "Hằng năm, theo kế hoạch",
    "Trước 15/12 hằng năm",
    "Quý I hằng năm",
    "Định kỳ 2 năm/lần",
    "Theo lộ trình của Trung ương",
    "Khi có yêu cầu",
    "Trước 25 hàng tháng",
    "Thường xuyên, báo cáo trước ngày 30/11 hằng năm",
    "Hàng quý, 6 tháng và năm",
    "Thường niên",
    "Không thời hạn",
    "24/7",
    "Sau khi Nghị quyết được ban hành",
    "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2024",
]
DOUBTFUL = [
    ("2030-2024", "period_backwards"),
    ("30/6/2025 - 1/6/2025", "period_backwards"),
    ("31/02/2025", "period_impossible"),
    ("Quý V/2025", "period_impossible"),
    ("tháng 13/2025", "period_impossible"),
    ("2204 - 2030", "period_impossible"),
    ("Quý IV", "period_without_year"),
    ("100 ngày kể từ ngày ban hành", "period_counted"),
    ("2O24 - 2030", "period_unclear"),
    ("45838", "period_unclear"),
    ("Sở Ngoại vụ", "period_unclear"),
    ("Năm 2025: 50%", "period_unclear"),
]
WORDS = st.sampled_from(
    [*"0123456789/-.,;() \n", "2025", "2030", "20", "quý", "IV", "tháng", "năm", "từ", "đến"],
) | st.sampled_from(
    ["trước", "sau", "hằng", "theo", "đầu", "ngày", "và", "tiếp theo", "kể từ", "lần"]
)


@pytest.mark.parametrize(("text", "first", "last"), YEARS)
def test_that_the_years_of_a_period_are_read(
    text: str, first: int | None, last: int | None
) -> None:
    assert parse_period(text) == Period(first, last)


@pytest.mark.parametrize("text", OPEN)
def test_that_a_period_without_years_is_no_doubt(text: str) -> None:
    assert parse_period(text) == Period(None, None)


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL)
def test_that_what_cannot_be_is_left_blank_and_doubted(text: str, doubt: str) -> None:
    assert parse_period(text) == Period(None, None, doubt)


@pytest.mark.parametrize("text", ["2024-25", "2024/25"])
def test_that_a_year_of_two_digits_is_understood_and_doubted(text: str) -> None:
    assert parse_period(text) == Period(2024, 2025, "period_short_year")


def test_that_a_quarter_without_a_year_stays_doubtful_beside_a_day_of_another() -> None:
    assert parse_period("30/11, 15/01/2026") == Period(2026, 2026, "period_without_year")


def test_that_years_apart_are_spanned_and_doubted() -> None:
    assert parse_period("2025, 2027") == Period(2025, 2027, "period_gap")


def test_that_days_counted_from_the_issue_lie_in_the_year_of_the_plan() -> None:
    assert parse_period("100 ngày kể từ ngày ban hành", 2024) == Period(2024, 2024)
    assert parse_period("2025", 2024) == Period(2025, 2025)


@pytest.mark.parametrize("text", [row[0] for row in YEARS] + OPEN + [row[0] for row in DOUBTFUL])
def test_that_the_form_of_the_letters_changes_nothing(text: str) -> None:
    told = parse_period(text)

    assert parse_period(unicodedata.normalize("NFD", text)) == told
    assert parse_period(text.upper()) == told
    assert parse_period(f" {text.replace(' ', chr(160))}\n") == told


@given(st.lists(WORDS, max_size=16).map("".join) | st.text(max_size=60))
def test_that_years_are_those_of_a_calendar_and_in_order(text: str) -> None:
    period = parse_period(text)
    years = [year for year in (period.first_year, period.last_year) if year is not None]

    assert years == sorted(years)
    assert all(1990 <= year <= 2100 for year in years)


def test_that_a_cell_full_of_text_is_no_period() -> None:
    assert parse_period("2025 " * 1000) == Period(None, None, "period_unclear")
