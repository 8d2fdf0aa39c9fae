"""Numbers and money as Vietnamese officers type and read them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.numbers import counted, grouped, in_millions, parse_amount, parse_number
from ttdn_desktop.errors import KnownError

WHOLE = st.integers(min_value=0, max_value=10**11)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3", "3"),
        ("0", "0"),
        ("1.234", "1234"),
        ("1.234.567,8", "1234567.8"),
        ("1 234", "1234"),
        ("1\u00a0234", "1234"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1.2345", "1.2345"),
        (" 05 ", "5"),
    ],
)
def test_that_a_number_is_read_as_it_is_written_here(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    ["", "ba", "1e9", "1E999999", "NaN", "Infinity", "1_000", "1.2.3", "1,234.5", "--1", "9" * 16],
)
def test_that_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_number(written)
    assert refusal.value.key == "number_unreadable"


@pytest.mark.parametrize("written", ["-1", "-1.234", "-0,5"])
def test_that_less_than_nothing_is_refused(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_number(written)
    assert refusal.value.key == "number_negative"


@given(WHOLE)
def test_that_a_grouped_number_is_read_back(value: int) -> None:
    assert parse_number(grouped(value)) == value
    assert parse_number(counted(value)) == value


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_that_a_grouped_fraction_is_read_back(value: Decimal) -> None:
    assert parse_number(grouped(value)) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1.000"),
        ("1234567.80", "1.234.567,8"),
        ("1E+3", "1.000"),
    ],
)
def test_that_numbers_are_grouped_by_dots(value: str, shown: str) -> None:
    assert grouped(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [("2", "02"), ("0", "00"), ("9", "09"), ("10", "10"), ("2.5", "2,5")]
)
def test_that_counts_below_ten_have_two_digits(value: str, shown: str) -> None:
    assert counted(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("18500000", 18_500_000),
        ("18.500.000 đồng", 18_500_000),
        ("18,5 triệu", 18_500_000),
        ("1,2 tỷ đồng", 1_200_000_000),
        ("60 TRIỆU", 60_000_000),
        ("350 nghìn đ", 350_000),
        ("390tr", 390_000_000),
        (unicodedata.normalize("NFD", "1,2 tỷ đồng"), 1_200_000_000),
        ("1.2 tr", 1_200_000),
        ("1.234 triệu", 1_234_000_000),
        ("1.25 tỷ", 1_250_000_000),
        ("18tr5", 18_500_000),
        ("18 triệu 5", 18_500_000),
        ("18tr500", 18_500_000),
        ("18 triệu 500 nghìn", 18_500_000),
        ("18 triệu 500 nghìn đồng", 18_500_000),
        ("1 tỷ 200 triệu 50 nghìn", 1_200_050_000),
        ("2 tỷ rưỡi", 2_500_000_000),
        ("500k", 500_000),
        ("1.500K", 1_500_000),
        ("18.500.000 VNĐ", 18_500_000),
    ],
)
def test_that_money_is_read_into_whole_dong(written: str, amount: int) -> None:
    assert parse_amount(written) == amount


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("18 tram", "number_unreadable"),
        ("triệu", "number_unreadable"),
        (". triệu", "number_unreadable"),
        ("-5 triệu", "number_negative"),
        ("18 triệu 500 đồng", "number_unreadable"),
        ("18 triệu 5000", "number_unreadable"),
        ("500 nghìn 18 triệu", "number_unreadable"),
        ("1 triệu 5000 nghìn", "number_unreadable"),
        ("5 triệu -3 nghìn", "number_negative"),
        ("999999 tỷ 999999999 triệu", "number_unreadable"),
        ("rưỡi", "number_unreadable"),
        ("triệu 5", "number_unreadable"),
        ("1e5k", "number_unreadable"),
        ("0,5 đồng", "amount_not_whole"),
        ("1,0000001 triệu", "amount_not_whole"),
    ],
)
def test_that_money_that_is_none_is_refused(written: str, key: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_amount(written)
    assert refusal.value.key == key
    assert refusal.value.facts == {"text": written}


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (352_500_000, "352,5 triệu đồng"),
        (60_000_000, "60 triệu đồng"),
        (1_234_000_000, "1.234 triệu đồng"),
        (352_512_345, "352.512.345 đồng"),
        (0, "0 triệu đồng"),
    ],
)
def test_that_millions_are_shown_where_no_dong_is_lost(amount: int, shown: str) -> None:
    assert in_millions(amount) == shown


@given(WHOLE)
def test_that_shown_money_is_read_back(amount: int) -> None:
    assert parse_amount(in_millions(amount)) == amount
