"""Texts of a column looked at together: what one needs is done to that one, wherever it stands."""

from __future__ import annotations

import pytest

from ttdn_desktop.word.markup import escape
from ttdn_desktop.word.row_texts import tall, written

_PLACES = (0, 2, 4)
_FIRST_OF_OTHER_PLANES = 0x10000


def _column(place: int, text: str) -> list[str]:
    """Return five texts, one of which is the given one."""
    return [text if each == place else "Họp" for each in range(5)]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("", ""),
        ("<", "&lt;"),
        ("\x0bQ&A\t", "Q&amp;A "),
        ("a\x1fb", "ab"),
        ("a\ud800b", "ab"),
        ("b\nc", "b|c"),
        ("b\r\nc\rd", "b|c|d"),
        ("5\u00a0km²", "5\u00a0km²"),
    ],
)
def test_that_every_text_is_fit_for_xml_in_its_place(place: int, text: str, fit: str) -> None:
    assert written(_column(place, text), b"|") == [each.encode() for each in _column(place, fit)]


def test_that_each_letter_is_written_as_it_is_alone() -> None:
    letters = [*map(chr, range(_FIRST_OF_OTHER_PLANES + 1))]
    found = [written((letter,), b"\n")[0].decode() for letter in letters]
    assert found == [*map(escape, letters)]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("text", ["ab", "abcd"])
def test_that_rows_whose_texts_have_their_room_are_not_tall(place: int, text: str) -> None:
    assert not any(tall([["a"] * 5, _column(place, text)], (1, 4)))


@pytest.mark.parametrize("place", _PLACES)
def test_that_only_a_row_with_a_text_longer_than_its_room_is_tall(place: int) -> None:
    found = tall([_column(place, "Họp bàn"), ["a"] * 5], (3, 4))
    assert found == [each == place for each in range(5)]
