"""The words that open a text: whole words, the longest, as they were typed."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.report_words import Opener

_OPENER = Opener(("đăng", "đăng tải", "Ủy ban", "ở", "ý kiến"))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("đăng 11 tin", "đăng"),
        ("đăng tải 11 tin", "đăng tải"),
        ("đăng", "đăng"),
        ("đăng, phát 11 tin", "đăng"),
        ("ở xã Ia Chim", "ở"),
        ("ý kiến của Sở", "ý kiến"),
    ],
)
def test_that_the_longest_phrase_is_found(text: str, opening: str) -> None:
    assert _OPENER.of(text) == opening


@pytest.mark.parametrize("text", ["Đăng tải 11 tin", "ĐĂNG TẢI 11 TIN", "ủy ban", "ỦY BAN"])
def test_that_it_is_told_as_it_was_typed(text: str) -> None:
    found = _OPENER.of(text)
    assert found.casefold() in {"đăng tải", "ủy ban"}
    assert text.startswith(found)


@pytest.mark.parametrize(
    "text", ["", "đ", "đăngký", "đăng_1", "đăng1", "ớt", "ởx", "tin đăng", "ý"]
)
def test_that_no_other_text_opens_with_one(text: str) -> None:
    assert not _OPENER.of(text)
