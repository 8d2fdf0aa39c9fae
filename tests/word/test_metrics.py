"""Widths agree with those measured on the decree's own words in a Times-metric font."""

from __future__ import annotations

import unicodedata

import pytest

from ttdn_desktop.word.metrics import times, width_mm

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


@pytest.mark.parametrize(
    ("text", "points", "expected"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("SỞ NGOẠI VỤ", 12, 28.2),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 13, 83.8),
        ("SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", 13, 107.1),
    ],
)
def test_that_bold_lines_measure_as_known(text: str, points: float, expected: float) -> None:
    assert width_mm(text, points, bold=True) == pytest.approx(expected, abs=0.1)


def test_that_an_upright_line_measures_as_known() -> None:
    assert width_mm("UBND TỈNH KON TUM", 13) == pytest.approx(47.5, abs=0.1)


def test_that_every_vietnamese_letter_has_a_width_in_every_face() -> None:
    letters = {
        unicodedata.normalize("NFC", case + tone)
        for vowel in _VOWELS
        for case in (vowel, vowel.upper())
        for tone in _TONES
    } | {"đ", "Đ"}
    for face in times().faces.values():
        assert letters <= set(face)


def test_that_an_unknown_letter_counts_half_an_em() -> None:
    assert width_mm("字", 72) == pytest.approx(12.7)


def test_that_a_marked_letter_is_as_wide_as_the_bare_one() -> None:
    assert width_mm("ộ", 14) == width_mm("o", 14)
