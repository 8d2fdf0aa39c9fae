"""Codes in any style."""

from __future__ import annotations

import pytest

from ttdn_desktop.files.recognise.codes import leading_code, read_code, roman


@pytest.mark.parametrize(
    ("written", "style", "parts"),
    [
        ("1", "1", (1,)),
        ("1.", "1", (1,)),
        ("01", "1", (1,)),
        ("1)", "1)", (1,)),
        ("(1)", "1)", (1,)),
        ("1.1", ".", (1, 1)),
        ("1.10.", ".", (1, 10)),
        ("1.0", "1", (1,)),
        ("1,10", ".", (1, 10)),
        ("1.1.2", "..", (1, 1, 2)),
        ("I", "I", (1,)),
        ("IX.", "I", (9,)),
        ("I.1", ".", (1, 1)),
        ("II.1.2", "..", (2, 1, 2)),
        ("A", "A", (1,)),
        ("B.2", ".", (2, 2)),
        ("a)", "a", (1,)),
        ("đ)", "a", (5,)),
        ("1.a", ".", (1, 1)),
        ("-", "-", (0,)),
        ("KH20_N01", "1", (1,)),
        ("KH20_N01.1", ".", (1, 1)),
        ("NV-05", "1", (5,)),
        ("01/NV", "1", (1,)),
        ("Nhiệm vụ 1", "nhiem vu", (1,)),
        ("NHÓM II:", "nhom", (2,)),
    ],
)
def test_that_a_code_of_any_style_is_read_as_numbers(
    written: str, style: str, parts: tuple[int, ...]
) -> None:
    assert read_code(written) == (style, parts)


@pytest.mark.parametrize(
    "written", ["", "TT", "Tổng cộng", "xyz", "Hướng dẫn xây dựng hệ thống 1.1"]
)
def test_that_other_words_are_no_code(written: str) -> None:
    assert read_code(written) is None


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("1.1. Hướng dẫn", "1.1.", "Hướng dẫn"),
        ("1.1 Hướng dẫn", "1.1", "Hướng dẫn"),
        ("1. Đổi mới", "1.", "Đổi mới"),
        ("II. ĐẨY MẠNH", "II.", "ĐẨY MẠNH"),
        ("II - Đẩy mạnh", "II", "Đẩy mạnh"),
        ("a) Tổ chức", "a)", "Tổ chức"),
        ("- Xây dựng", "-", "Xây dựng"),
        ("Nhóm 1: Đổi mới", "Nhóm 1", "Đổi mới"),
        ("NHIỆM VỤ 2. Đẩy mạnh", "NHIỆM VỤ 2", "Đẩy mạnh"),
        ("100 ngày vận động", "", "100 ngày vận động"),
        ("2024 - 2030", "", "2024 - 2030"),
        ("Nhiệm vụ trọng tâm", "", "Nhiệm vụ trọng tâm"),
    ],
)
def test_that_a_code_before_a_text_is_parted_from_it(text: str, code: str, title: str) -> None:
    assert leading_code(text) == (code, title)


def test_that_roman_numerals_are_counted_up_to_39() -> None:
    assert [roman(text) for text in ("I", "IV", "VIII", "XIX", "XXXIX", "IIII", "L", "")] == [
        *(1, 4, 8, 19, 39),
        *(0, 0, 0),
    ]
