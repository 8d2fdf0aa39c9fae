"""A Vietnamese syllable is told by its build."""

from __future__ import annotations

import re
import unicodedata

import pytest

from ttdn_desktop.domain.syllable import is_syllable
from ttdn_desktop.paths import resource


def test_that_the_words_of_a_plan_are_syllables() -> None:
    plan = resource("plans", "kontum-2024.json").read_text("utf-8")
    accented = {word for word in re.findall(r"[^\W\d_]+", plan) if not word.isascii()}

    assert len(accented) > 300
    assert {word for word in accented if not is_syllable(word)} == {"QĐ", "BĐBP"}


@pytest.mark.parametrize("word", ["Quyền", "giữ", "gì", "nghiêng", "KHUỶU", "khoét", "uỷ", "ủy"])
def test_that_a_syllable_is_told_in_either_form(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["Th«ng", "Thoâng", "hôtel", "quat", "bát̀", "kông", "thời1", "", "ngj", "écru", "têng"]
)
def test_that_what_is_built_otherwise_is_none(word: str) -> None:
    assert not is_syllable(word)
