"""Which paragraph of a file that comes back is which of ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.word_pairing import Line, paired
from ttdn_desktop.domain.word_words import divided, likeness, seen, words

_ONE = "Sở đã tổ chức hai hội nghị quán triệt kế hoạch cho cán bộ."
_TWO = "Trong kỳ có ba đoàn khách quốc tế đến thăm và làm việc tại tỉnh."
_THREE = "Báo chí của tỉnh đăng tải năm mươi tin, bài về công tác đối ngoại."


def _ours(*texts: str) -> list[Line]:
    return [Line(text, frozenset({f"k{at}"}), f"k{at}") for at, text in enumerate(texts)]


def _theirs(*lines: tuple[str, str]) -> list[Line]:
    return [Line(text, frozenset(keys.split())) for text, keys in lines]


def test_that_a_bookmark_goes_before_likeness() -> None:
    theirs = _theirs(("Viết lại hoàn toàn khác.", "k0"), (_TWO, "k1"))
    assert paired(_ours(_ONE, _TWO), theirs) == {0: (0,), 1: (1,)}


def test_that_the_very_same_text_goes_before_a_bookmark() -> None:
    theirs = _theirs((_TWO, "k0"), (_ONE, "k1"))
    assert paired(_ours(_ONE, _TWO), theirs) == {0: (1,), 1: (0,)}


def test_that_without_bookmarks_likeness_between_neighbours_is_enough() -> None:
    changed = "Trong kỳ có bốn đoàn khách quốc tế đến thăm, làm việc ở tỉnh."
    theirs = _theirs((_ONE, ""), (changed, ""), ("Đoạn mới.", ""), (_THREE, ""))
    assert paired(_ours(_ONE, _TWO, _THREE), theirs) == {0: (0,), 1: (1,), 2: (3,)}


def test_that_what_was_moved_and_changed_is_found_by_likeness() -> None:
    theirs = _theirs((_THREE, ""), (_ONE.replace("hai", "ba"), ""), (_TWO, ""))
    assert paired(_ours(_ONE, _TWO, _THREE), theirs) == {0: (1,), 1: (2,), 2: (0,)}


def test_that_pieces_of_a_split_paragraph_belong_to_it() -> None:
    first, second = _TWO[:30], _TWO[30:]
    assert paired(_ours(_ONE, _TWO), _theirs((_ONE, "k0"), (first, "k1"), (second, ""))) == {
        0: (0,),
        1: (1, 2),
    }


def test_that_paragraphs_made_one_share_it() -> None:
    theirs = _theirs((f"{_ONE} {_TWO}", "k0"), (_THREE, "k2"))
    assert paired(_ours(_ONE, _TWO, _THREE), theirs) == {0: (0,), 1: (0,), 2: (1,)}


def test_that_identical_paragraphs_are_paired_in_order() -> None:
    theirs = _theirs(("Không phát sinh.", ""), (_ONE, ""), ("Không phát sinh.", ""))
    ours = _ours("Không phát sinh.", _ONE, "Không phát sinh.")
    assert paired(ours, theirs) == {0: (0,), 1: (1,), 2: (2,)}


def test_that_a_foreign_text_is_nobodys() -> None:
    assert paired(_ours(_ONE), _theirs(("Một văn bản hoàn toàn khác.", ""))) == {}


def test_that_a_joined_text_is_divided_where_each_part_began() -> None:
    joined = f"{_ONE} Thêm một câu. {_TWO}"
    assert divided(joined, [_ONE, _TWO]) == [f"{_ONE} Thêm một câu.", _TWO]
    assert divided(_ONE, [_ONE, _TWO]) == [_ONE, ""]


def test_that_spaces_and_unseen_letters_are_no_text() -> None:
    assert seen("Số:\u00a0  12\u200b \n\n hai") == "Số: 12\nhai"


_TEXTS = st.lists(st.text(alphabet="ab c.", min_size=1, max_size=8), max_size=6)


@given(_TEXTS, _TEXTS)
def test_that_every_pair_is_of_paragraphs_that_are_there(
    ours: list[str], theirs: list[str]
) -> None:
    found = paired(_ours(*ours), [Line(text) for text in theirs])
    assert all(0 <= one < len(ours) for one in found)
    assert all(0 <= at < len(theirs) for places in found.values() for at in places)
    assert all(places == tuple(sorted(places)) for places in found.values())


@given(_TEXTS.filter(bool))
def test_that_a_divided_text_loses_no_word(parts: list[str]) -> None:
    whole = " ".join(parts)
    assert " ".join(divided(whole, parts)).split() == whole.split()


@given(_TEXTS)
def test_that_an_unchanged_file_is_paired_with_itself(texts: list[str]) -> None:
    lines = _ours(*texts)
    assert paired(lines, lines) == {at: (at,) for at in range(len(texts))}


def test_that_likeness_is_of_words_in_order() -> None:
    assert likeness(words(_ONE), words(_ONE.upper())) == 1
    assert likeness(words("a b"), words("b a")) == 0.5
