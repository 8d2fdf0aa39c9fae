"""Rows looked at many at a time: what one row needs is done to it, wherever it stands."""

from __future__ import annotations

import pytest

from tests.word.sample_report import row
from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.word.row_texts import looked_at

_ROOMS = (2, 4)
_MANY = 250
_PLACES = (0, 99, 100, 249)  # the ends of what is looked at as one, and of all


def _rows(place: int, *cells: str) -> list[tuple[list[str], bool, bool]]:
    """Return what is seen in many short rows, one of which has these cells."""
    rows = [row(str(each), RowKind.ENTRY, "a", "b") for each in range(_MANY)]
    rows[place] = row("x", RowKind.ENTRY, *cells)
    return [(list(texts), tall, parted) for texts, tall, parted in looked_at(rows, _ROOMS)]


@pytest.mark.parametrize("place", _PLACES)
def test_that_every_row_is_seen_once_in_its_place(place: int) -> None:
    seen = [texts for texts, _tall, _parted in _rows(place, "1", "2")]
    assert seen == [["1", "2"] if each == place else ["a", "b"] for each in range(_MANY)]


@pytest.mark.parametrize("place", _PLACES)
def test_that_a_row_is_fit_for_xml_wherever_it_stands(place: int) -> None:
    seen = [texts for texts, _tall, _parted in _rows(place, "<", "\x0bQ&A\t")]
    assert seen[place] == ["&lt;", "Q&amp;A "]
    assert all(texts == ["a", "b"] for each, texts in enumerate(seen) if each != place)


@pytest.mark.parametrize("place", _PLACES)
def test_that_only_a_row_with_a_text_longer_than_its_room_is_tall(place: int) -> None:
    for cells, tall in ((("ab", "abcd"), []), (("abc", ""), [place]), (("", "abcde"), [place])):
        assert [each for each, seen in enumerate(_rows(place, *cells)) if seen[1]] == tall


def test_that_what_is_written_otherwise_takes_no_more_room() -> None:
    assert not any(tall for _texts, tall, _parted in _rows(7, "<", "&&&&"))


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
def test_that_a_row_with_a_newline_may_be_parted(newline: str) -> None:
    seen = _rows(101, "a", f"b{newline}c")
    assert seen[101] == (["a", "b\nc"], False, True)
    assert not any(parted for _texts, _tall, parted in seen[:100])


def test_that_a_band_has_two_texts_whatever_its_cells() -> None:
    band = row("x", RowKind.GROUP, "I", "Nhóm", "thừa")
    entry = row("y", RowKind.ENTRY, "1", "Việc")
    seen = [list(texts) for texts, _tall, _parted in looked_at((band, entry), (9, 9, 2))]
    assert seen == [["I", "Nhóm"], ["1", "Việc"]]


def test_that_a_table_without_rows_is_not_looked_at() -> None:
    assert list(looked_at((), _ROOMS)) == []
