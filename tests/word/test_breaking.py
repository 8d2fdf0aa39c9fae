"""Long names break evenly and where an office would break them."""

from __future__ import annotations

import pytest

from ttdn_desktop.word.breaking import lines
from ttdn_desktop.word.fitting import fit, rule_under, width_mm
from ttdn_desktop.word.layout import COLUMN_EASE, HEAD_COLUMNS, Element

_INSIDE = HEAD_COLUMNS[0] - 2 * COLUMN_EASE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SỞ NGOẠI VỤ", ["SỞ NGOẠI VỤ"]),
        (
            "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN",
            ["SỞ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"],
        ),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", ["SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"]),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", ["SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"]),
        ("CÔNG AN TỈNH QUẢNG NGÃI", ["CÔNG AN TỈNH QUẢNG NGÃI"]),
        (
            "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH TỈNH KON TUM",
            ["ĐÀI PHÁT THANH", "VÀ TRUYỀN HÌNH", "TỈNH KON TUM"],
        ),
        (
            "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH KON TUM",
            ["BỘ CHỈ HUY", "BỘ ĐỘI BIÊN PHÒNG", "TỈNH KON TUM"],
        ),
        (
            "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH QUẢNG NGÃI",
            ["ĐẢNG ỦY CÁC CƠ QUAN", "ĐẢNG TỈNH QUẢNG NGÃI"],
        ),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH",
            ["ỦY BAN MẶT TRẬN", "TỔ QUỐC VIỆT NAM TỈNH"],
        ),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH QUẢNG NGÃI",
            ["ỦY BAN MẶT TRẬN", "TỔ QUỐC VIỆT NAM", "TỈNH QUẢNG NGÃI"],
        ),
    ],
)
def test_that_a_long_name_is_broken_in_balance(name: str, expected: list[str]) -> None:
    assert list(fit(Element.ISSUER, [name], _INSIDE).lines) == expected


def test_that_no_line_ends_where_a_word_leads_to_the_next() -> None:
    assert fit(Element.ISSUER, ["CÔNG AN TỈNH QUẢNG NGÃI"], 60).lines == (
        "CÔNG AN",
        "TỈNH QUẢNG NGÃI",
    )


def test_that_every_line_fits_and_nothing_is_lost() -> None:
    name = "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH KON TUM"
    broken = fit(Element.ISSUER, [name], 63)
    assert " ".join(broken.lines) == name
    assert all(width_mm(Element.ISSUER, line) <= 63 for line in broken.lines)


def test_that_no_word_stands_alone_when_it_can_be_helped() -> None:
    assert lines("một hai ba bốn năm", 14, len) == ("một hai", "ba bốn năm")


def test_that_a_place_to_fill_in_is_never_broken() -> None:
    text = "(Kèm theo Báo cáo số      /BC-SNgV ngày      tháng 12 năm 2026)"
    assert lines(text, 45, len) == (
        "(Kèm theo Báo cáo số      /BC-SNgV",
        "ngày      tháng 12 năm 2026)",
    )


def test_that_a_number_stays_with_what_it_counts() -> None:
    text = "Kết quả thực hiện công tác năm 2026"
    assert not any(line.endswith(" năm") for line in lines(text, 31, len))


def test_that_a_number_still_to_come_stays_with_what_it_counts() -> None:
    text = "(theo Kế hoạch số ……/KH-UBND ngày …/7/2024 của Ủy ban nhân dân tỉnh Kon Tum)"
    assert lines(text, 50, len) == (
        "(theo Kế hoạch số ……/KH-UBND ngày …/7/2024",
        "của Ủy ban nhân dân tỉnh Kon Tum)",
    )


def test_that_one_word_wider_than_the_column_stays_whole() -> None:
    assert lines("Nghiêng", 3, len) == ("Nghiêng",)


def test_that_a_text_too_long_for_four_lines_is_left_whole() -> None:
    text = "một " * 40
    assert lines(text.strip(), 12, len) == (text.strip(),)


def test_that_an_element_without_a_rule_has_none() -> None:
    assert rule_under(fit(Element.PARENT, ["UBND TỈNH KON TUM"], 63), HEAD_COLUMNS[0]) == ""
