"""Number, day and signer as văn thư gives them, put into the blank lines."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.filling import lacks_zero, number_line, place_date, symbol

BLANK = "Số:        /BC-SNgV"
DAY = "Quảng Ngãi, ngày      tháng 12 năm 2026"


@pytest.mark.parametrize(
    ("blank", "number", "whole", "line"),
    [
        (BLANK, "05", "05/BC-SNgV", "Số: 05/BC-SNgV"),
        (BLANK, " 12 ", "12/BC-SNgV", "Số: 12/BC-SNgV"),
        (BLANK, "5", "5/BC-SNgV", "Số: 5/BC-SNgV"),
        (BLANK, "05/BC-SNgV", "05/BC-SNgV", "Số: 05/BC-SNgV"),
        (BLANK, "7a", "7a/BC-SNgV", "Số: 7a/BC-SNgV"),
        ("Số        -BC/BTGTU", "15", "15-BC/BTGTU", "Số 15-BC/BTGTU"),
        ("Số: 05/BC-SNgV", "06/BC-SNgV", "06/BC-SNgV", "Số: 06/BC-SNgV"),
    ],
)
def test_that_the_number_stands_in_its_room_as_given(
    blank: str, number: str, whole: str, line: str
) -> None:
    assert symbol(blank, number) == whole
    assert number_line(blank, whole) == line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 14), "Quảng Ngãi, ngày 14 tháng 12 năm 2026"),
        (date(2027, 1, 5), "Quảng Ngãi, ngày 05 tháng 01 năm 2027"),
        (date(2027, 3, 30), "Quảng Ngãi, ngày 30 tháng 3 năm 2027"),
    ],
)
def test_that_the_day_is_written_as_the_decree_wants(day: date, words: str) -> None:
    assert place_date(DAY, day) == words


@pytest.mark.parametrize(
    ("number", "lacks"), [("5", True), ("5/BC-SNgV", True), ("05", False), ("10", False)]
)
def test_that_a_number_below_ten_without_its_zero_is_noticed(number: str, *, lacks: bool) -> None:
    assert lacks_zero(number) is lacks
