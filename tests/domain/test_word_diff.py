"""Two wordings word by word."""

from __future__ import annotations

from ttdn_desktop.domain.word_diff import Segment, SegmentKind, word_diff

KEPT, REMOVED, ADDED = SegmentKind.KEPT, SegmentKind.REMOVED, SegmentKind.ADDED


def test_that_the_words_that_differ_are_told_apart() -> None:
    found = word_diff("Tổ chức 02 hội nghị hằng năm", "Tổ chức 03 hội nghị, hằng năm và đột xuất")

    assert found == (
        Segment(KEPT, "Tổ chức"),
        Segment(REMOVED, " 02"),
        Segment(ADDED, " 03"),
        Segment(KEPT, " hội nghị, hằng năm"),
        Segment(ADDED, " và đột xuất"),
    )


def test_that_what_is_kept_and_added_is_the_new_wording_letter_by_letter() -> None:
    old, new = "Đẩy mạnh – hợp tác\nvới Lào.", "Đẩy mạnh - việc hợp tác với Nam  Lào"

    segments = word_diff(old, new)

    assert "".join(each.text for each in segments if each.kind is not REMOVED) == new


def test_that_one_wording_typed_otherwise_is_kept_whole() -> None:
    assert word_diff("Hợp tác\nvới Lào.", "Hợp tác với Lào") == (Segment(KEPT, "Hợp tác với Lào"),)


def test_that_a_wording_that_comes_or_goes_is_one_segment() -> None:
    assert word_diff("", "Mở lớp") == (Segment(ADDED, "Mở lớp"),)
    assert word_diff("Mở lớp", "") == (Segment(REMOVED, "Mở lớp"),)
