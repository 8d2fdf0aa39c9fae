"""Vietnamese text: kept in NFC, folded for finding, keyed for sorting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.text import exact, fold, has_accents, nfc, shortened, sort_key, tidy

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ",
    max_size=30,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đón đoàn Attapư", "don doan attapu"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Sê Kông, Bờ Y", "se kong, bo y"),
        ("giữ nguyên 12/KH-SNgV", "giu nguyen 12/kh-sngv"),
    ],
)
def test_that_folding_takes_accents_and_capitals_away(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_that_folding_keeps_the_length_of_nfc(text: str) -> None:
    assert len(fold(text)) == len(nfc(text))


@given(VIETNAMESE)
def test_that_folded_vietnamese_is_plain_and_folds_no_further(text: str) -> None:
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_that_both_unicode_forms_are_found_alike(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert fold(apart) == fold(text)
    assert exact(apart) == exact(text)


@pytest.mark.parametrize(
    ("old", "new"), [("hoà", "hòa"), ("Hoá", "Hóa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe")]
)
def test_that_both_placements_of_the_tone_are_one_exact_key(old: str, new: str) -> None:
    assert exact(old) == exact(new)


def test_that_another_tone_is_another_exact_key() -> None:
    assert len({exact(word) for word in ("ma", "mà", "má", "mả", "mã", "mạ")}) == 6


def test_that_nfc_changes_nothing_an_officer_wrote() -> None:
    assert nfc("hoà  HOÀ\n") == "hoà  HOÀ\n"


def test_that_a_title_is_one_line_with_single_spaces() -> None:
    assert tidy("  Đón\u00a0đoàn \n Attapư ") == "Đón đoàn Attapư"


@pytest.mark.parametrize(
    ("text", "expected"), [("doan", False), ("DOAN", False), ("đoan", True), ("Đoàn", True)]
)
def test_that_accents_are_told_from_capitals(text: str, *, expected: bool) -> None:
    assert has_accents(text) is expected


def test_that_words_sort_as_a_vietnamese_dictionary_does() -> None:
    words = ["Đăk", "da", "dạ", "dâu", "ăn", "an", "anh", "ân", "Ủy", "uy", "ưa", "xa", "êm", "em"]
    assert sorted(words, key=sort_key) == [
        "an", "anh", "ăn", "ân", "da", "dạ", "dâu", "Đăk", "em", "êm", "uy", "Ủy", "ưa", "xa",
    ]  # fmt: skip


def test_that_tones_sort_after_letters_in_the_order_of_cldr() -> None:
    assert sorted("ạáãảàa", key=sort_key) == list("aàảãáạ")
    assert sort_key("bà con") < sort_key("bán")


@given(st.lists(VIETNAMESE))
def test_that_capitals_do_not_change_the_order(words: list[str]) -> None:
    assert [sort_key(word.upper()) for word in words] == [sort_key(word) for word in words]


def test_that_a_lone_tone_mark_is_no_letter() -> None:
    assert sort_key("\u0301") != sort_key("a")
    assert not sort_key("\u0301").startswith(sort_key("a")[0])


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("Đón đoàn", 8, "Đón đoàn"),
        ("Đón đoàn vào", 9, "Đón đoàn…"),
        ("Đón đoàn, tiễn đoàn", 12, "Đón đoàn…"),
        ("Chương trình (giai đoạn 2021)", 18, "Chương trình…"),
        ("Khôngcókhoảngtrắng", 6, "Không…"),
    ],
)
def test_that_a_long_text_is_cut_behind_a_word(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
    assert len(short) <= longest
