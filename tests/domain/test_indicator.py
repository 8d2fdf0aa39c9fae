"""Readings: a total and its parts, as typed and as checked."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.indicator import (
    Indicator,
    IndicatorKind,
    Reading,
    Split,
    check_readings,
    parse_reading,
    parse_value,
    shown_value,
)
from ttdn_desktop.errors import KnownError

CATALOGUE = {
    "D1": Indicator("1", "D1", "Đoàn vào", "đoàn", IndicatorKind.FLOW, ("nuoc", "cap"), "D1N"),
    "M7": Indicator("2", "M7", "Văn bản phát ngôn", "văn bản", IndicatorKind.FLOW),
}


def _check(*written: str) -> str:
    """Return the key of the refusal, or ""."""
    try:
        check_readings([parse_reading(each) for each in written], CATALOGUE)
    except KnownError as refusal:
        return refusal.key
    return ""


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("D1=3", Reading("D1", Decimal(3))),
        ("d1 = 3 ", Reading("D1", Decimal(3))),
        ("D1=2:nuoc=Lào", Reading("D1", Decimal(2), Split("nuoc", "Lào"))),
        ("D1=2: nước = Lào ", Reading("D1", Decimal(2), Split("nuoc", "Lào"))),
        ("E1N=~250", Reading("E1N", Decimal(250), approximate=True)),
        ("E1N=~1.250:cong_chung=trong nước",
         Reading("E1N", Decimal(1250), Split("cong_chung", "trong nước"), approximate=True)),
        ("R1=0", Reading("R1", Decimal(0))),
    ],
)  # fmt: skip
def test_that_a_reading_is_read_as_typed(written: str, reading: Reading) -> None:
    assert parse_reading(written) == reading


@pytest.mark.parametrize(
    "written",
    ["", "D1", "D1=", "=3", "D1=2:", "D1=2:nuoc", "D1=2:nuoc=", "D1=2:nuoc= ", "D1=2:=Lào"],
)
def test_that_a_reading_without_code_value_or_part_is_refused(written: str) -> None:
    with pytest.raises(KnownError) as refusal:
        parse_reading(written)
    assert refusal.value.key == "reading_unreadable"


def test_that_a_blank_value_is_not_zero() -> None:
    with pytest.raises(KnownError):
        parse_reading("D1= ")
    assert parse_reading("D1=0").value == 0


def test_that_parts_may_make_up_the_total_or_less() -> None:
    assert _check("D1=3", "D1=2:nuoc=Lào", "D1=1:nuoc=Campuchia") == ""
    assert _check("D1=3", "D1=2:nuoc=Lào") == ""


def test_that_each_split_is_weighed_by_itself() -> None:
    assert _check("D1=3", "D1=3:nuoc=Lào", "D1=3:cap=cấp tỉnh") == ""


@pytest.mark.parametrize(
    ("written", "key"),
    [
        (("D1=3", "D1=2:nuoc=Lào", "D1=2:nuoc=Campuchia"), "parts_above_total"),
        (("D1=2:nuoc=Lào",), "part_without_total"),
        (("D1=3", "D1=4"), "reading_twice"),
        (("D1=3", "D1=1:nuoc=Lào", "D1=2:nuoc=Lào"), "reading_twice"),
        (("D1=3", "D1=1:nuoc=Lào", "D1=2:nuoc=LÀO"), "reading_twice"),
        (("Q9=3",), "indicator_unknown"),
        (("M7=3", "M7=1:nuoc=Lào"), "split_unknown"),
    ],
)
def test_that_readings_that_contradict_are_refused(written: tuple[str, ...], key: str) -> None:
    assert _check(*written) == key


def test_that_the_nearest_codes_are_offered_for_an_unknown_one() -> None:
    with pytest.raises(KnownError) as refusal:
        check_readings([parse_reading("D11=3")], CATALOGUE)
    assert str(refusal.value.facts["nearest"]).startswith("D1")


def test_that_the_known_splits_are_told_for_an_unknown_one() -> None:
    with pytest.raises(KnownError) as refusal:
        check_readings([parse_reading("D1=3"), parse_reading("D1=1:tinh=Attapư")], CATALOGUE)
    assert refusal.value.facts["known"] == "nuoc, cap"


@pytest.mark.parametrize(
    ("typed", "value", "approximate"),
    [
        ("40", 40, False),
        ("~40", 40, True),
        ("khoảng 1.200", 1200, True),
        ("Khoảng  40 ", 40, True),
        ("chừng 40", 40, True),
        (unicodedata.normalize("NFD", "khoảng 2 nghìn"), 2000, True),
    ],
)
def test_that_a_figure_may_be_typed_as_approximate(
    typed: str,
    value: int,
    approximate: bool,  # noqa: FBT001  (a column)
) -> None:
    assert parse_value(typed) == (Decimal(value), approximate)


@pytest.mark.parametrize("typed", ["", "khoảng", "~", "khoảng ba", "~~4"])
def test_that_about_nothing_is_no_figure(typed: str) -> None:
    with pytest.raises(KnownError, match="number_unreadable"):
        parse_value(typed)


@given(st.decimals(min_value=0, max_value=10**7, places=2), st.booleans())
def test_that_a_shown_figure_is_read_back(
    value: Decimal,
    approximate: bool,  # noqa: FBT001  (drawn)
) -> None:
    assert parse_value(shown_value(value, approximate=approximate)) == (value, approximate)
