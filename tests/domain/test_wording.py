"""What of a text is wording: how it was typed is not."""

from __future__ import annotations

import unicodedata

import pytest

from ttdn_desktop.domain.wording import comparable, words_of

TITLE = (
    "Tăng cường hợp tác với các tỉnh Nam Lào - Đông Bắc Campuchia, “hòa bình”, giai đoạn 2024-2030"
)


@pytest.mark.parametrize(
    "typed",
    [
        TITLE.replace(" ", "\n"),
        TITLE.replace(" ", "  \u00a0"),
        TITLE.replace("-", "–"),
        TITLE.replace("-", "\u2011"),
        TITLE.replace(" - ", " "),
        TITLE.replace("cường", "cư\u00adờng"),
        unicodedata.normalize("NFD", TITLE),
        TITLE.replace("“", '"').replace("”", '"'),
        TITLE.replace("hòa", "hoà"),
        TITLE.upper(),
        TITLE + ".",
        TITLE.replace("Lào", "Lào\ue0005\ue001"),
    ],
)
def test_that_how_a_text_is_typed_is_no_wording(typed: str) -> None:
    assert comparable(typed) == comparable(TITLE)


@pytest.mark.parametrize(
    "other",
    [
        TITLE.replace("Lào", "Lao"),
        TITLE.replace("các tỉnh", "tỉnh"),
        TITLE.replace("2024-2030", "20242030"),
        TITLE.replace("2030", "2025"),
        TITLE.replace("Bắc", "bác"),
    ],
)
def test_that_a_word_a_tone_and_a_figure_are_wording(other: str) -> None:
    assert comparable(other) != comparable(TITLE)


def test_that_signs_alone_are_no_words() -> None:
    assert words_of("Hợp tác – “Lào” .") == ["hợp", "tác", '"lào"']
