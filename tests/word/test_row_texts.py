"""Rows looked at together: what one of them needs is done to that one, wherever it stands."""

from __future__ import annotations

import pytest

from tests.word.sample_report import row
from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.word.row_texts import Seen, looked_at

_ROOMS = (2, 4)
_MANY = 5
_PLACES = (0, 2, 4)


def _seen(place: int, *cells: str) -> Seen:
    """Return what is seen in short rows, one of which has these cells."""
    rows = [row(str(each), RowKind.ENTRY, "a", "b") for each in range(_MANY)]
    rows[place] = row("x", RowKind.ENTRY, *cells)
    return looked_at(rows, _ROOMS)


def _texts(seen: Seen) -> list[list[str]]:
    return [list(each) for each in seen.texts]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(
    ("cells", "fit"),
    [
        (("1", "2"), ["1", "2"]),
        (("<", "\x0bQ&A\t"), ["&lt;", "Q&amp;A "]),
        (("", "b\r\nc\rd"), ["", "b\nc\nd"]),
    ],
)
def test_that_every_row_is_fit_for_xml_in_its_place(
    place: int, cells: tuple[str, ...], fit: list[str]
) -> None:
    assert _texts(_seen(place, *cells)) == [
        fit if each == place else ["a", "b"] for each in range(_MANY)
    ]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(
    ("cells", "tall"), [(("ab", "abcd"), False), (("abc", ""), True), (("", "abcde"), True)]
)
def test_that_only_a_row_with_a_text_longer_than_its_room_is_tall(
    place: int, cells: tuple[str, ...], *, tall: bool
) -> None:
    assert list(_seen(place, *cells).tall) == [tall and each == place for each in range(_MANY)]


def test_that_what_is_written_otherwise_takes_no_more_room() -> None:
    assert not any(_seen(1, "<", "&&&&").tall)


@pytest.mark.parametrize(("text", "parted"), [("b c", False), ("b\nc", True), ("b\rc", True)])
def test_that_a_newline_in_any_row_is_seen(text: str, *, parted: bool) -> None:
    assert _seen(3, "a", text).parted == parted


def test_that_a_band_has_two_texts_whatever_its_cells() -> None:
    band = row("x", RowKind.GROUP, "I", "Nhóm", "thừa")
    entry = row("y", RowKind.ENTRY, "1", "Việc", "Kết quả")
    seen = looked_at((band, entry), (9, 9, 9))
    assert _texts(seen) == [["I", "Nhóm"], ["1", "Việc", "Kết quả"]]


def test_that_a_band_among_rows_hides_no_tall_row() -> None:
    band = row("x", RowKind.GROUP, "I", "Nhóm")
    entry = row("y", RowKind.ENTRY, "1", "Việc", "Kết quả dài")
    assert list(looked_at((band, entry, band), (9, 9, 9)).tall) == [False, True, False]
