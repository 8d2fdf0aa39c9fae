"""No word of a cell is lost on the way to the bodies it names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.bodies_here import KNOWN
from ttdn_desktop.domain.unit_list import split_units
from ttdn_desktop.domain.unit_pieces import pieces
from ttdn_desktop.domain.unit_words import AND, Words

NAMING = st.sampled_from(
    [
        "Sở",
        "Ngoại vụ",
        "Nội vụ",
        "các",
        "ban",
        "ngành",
        "UBND",
        "huyện",
        "Đăk Hà",
        "TT&TT",
        "Gia Lai",
    ]
)
PARTING = st.sampled_from(
    [";", ",", " và ", "\n", "- ", "/", "(", ")", ":", "1.", "chủ trì", "phối hợp với"]
)
OTHER = st.sampled_from(
    ["địa phương", "có liên quan", "tỉnh", "tham mưu", "thôg", "\ue000", "\u200b"]
)
CELLS = st.lists(NAMING | PARTING | OTHER, max_size=20).map(" ".join)


@given(CELLS | st.text(max_size=80))
def test_that_no_word_of_a_cell_is_lost_or_changes_its_place(text: str) -> None:
    words = Words(text)
    place = 0
    for piece in pieces(words, KNOWN):
        assert piece.first >= place
        assert all(words.folded[k] == AND for k in range(place, piece.first))
        place = piece.end
    assert all(words.folded[k] == AND for k in range(place, len(words)))


@given(CELLS | st.text(max_size=80))
def test_that_what_is_taken_from_a_cell_is_its_own_words(text: str) -> None:
    found = split_units(text, KNOWN)
    own = set(Words(text.replace("(", " ").replace(")", " ")).folded)

    for each in found.assignees:
        assert set(Words(each.written).folded) <= own
        assert not (each.unit_id and each.class_id)
