"""What an office puts beside the boxes: a draft's mark, a stamp, room for initials, who drafted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.word.sample_report import CLOSING, HEAD, REPORT, made, text_of
from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import (
    CLOSING_COLUMNS,
    HEAD_COLUMNS,
    INITIALS_ROOM,
    LOOKS,
    MARK_EASE,
    STAMPS,
    Element,
)
from ttdn_desktop.word.lengths import twips

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ttdn_desktop.domain.document import Letterhead

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = ["top", "left", "bottom", "right"]


def test_that_the_mark_of_a_draft_is_framed_under_the_number() -> None:
    file = made(replace(REPORT, head=replace(HEAD, mark="DỰ THẢO")))
    (mark,) = file.styled(Element.MARK)
    above = mark.getprevious()
    assert above is not None
    assert (text_of(above), text_of(mark)) == (HEAD.number_line, "DỰ THẢO")
    assert _border(mark) == [(side, "000000") for side in _SIDES]
    (indent,) = mark.iter(f"{_W}ind")
    sides = [int(indent.get(f"{_W}{side}", "")) for side in ("left", "right")]
    frame = width_mm(Element.MARK, "DỰ THẢO") + 2 * MARK_EASE
    assert twips(HEAD_COLUMNS[0]) - sum(sides) == pytest.approx(twips(frame), abs=2)


def test_that_a_long_mark_stays_within_its_column() -> None:
    head = replace(HEAD, mark="DỰ THẢO LẦN THỨ HAI TRÌNH LÃNH ĐẠO")
    (mark,) = made(replace(REPORT, head=head)).styled(Element.MARK)
    (indent,) = mark.iter(f"{_W}ind")
    assert [indent.get(f"{_W}{side}") for side in ("left", "right")] == ["0", "0"]


@pytest.mark.parametrize(("word", "size"), STAMPS.items())
def test_that_a_stamp_is_red_and_of_the_size_of_its_word(
    word: str, size: tuple[float, float]
) -> None:
    file = made(replace(REPORT, head=replace(HEAD, urgency=word)))
    (stamp,) = file.styled(Element.URGENCY)
    assert text_of(stamp) == word
    (frame,) = stamp.iter(f"{_W}framePr")
    assert (frame.get(f"{_W}w"), frame.get(f"{_W}h")) == tuple(str(twips(each)) for each in size)
    assert frame.get(f"{_W}hRule") == "exact"
    assert _border(stamp) == [(side, "FF0000") for side in _SIDES]
    assert [each.get(f"{_W}val") for each in stamp.iter(f"{_W}color")] == ["FF0000"]
    below = stamp.getnext()
    assert below is not None
    assert text_of(below).startswith("Kính gửi")


def test_that_no_other_word_is_stamped() -> None:
    with pytest.raises(KeyError):
        made(replace(REPORT, head=replace(HEAD, urgency="GẤP")))


def test_that_a_report_without_them_has_neither_mark_nor_stamp() -> None:
    file = made(REPORT)
    assert not file.styled(Element.MARK) + file.styled(Element.URGENCY) + file.styled(Element.STAR)


def test_that_a_star_takes_the_place_of_the_rule_under_the_issuer() -> None:
    plain, starred = (made(replace(REPORT, head=head)) for head in (HEAD, _starred()))
    assert starred.texts(Element.STAR) == ["*"]
    assert len(starred.styled(Element.RULE)) == len(plain.styled(Element.RULE)) - 1
    (star,) = starred.styled(Element.STAR)
    above = star.getprevious()
    assert above is not None
    assert text_of(above) == "SỞ NGOẠI VỤ"


def _starred() -> Letterhead:
    return replace(HEAD, star="*")


def test_that_room_for_initials_follows_the_end_mark() -> None:
    file = made(replace(REPORT, closing=replace(CLOSING, initials_room=True)))
    text, room = file.texts(Element.BODY)[-2].split("./.")  # the last is said by an empty annex
    assert text
    assert set(room) == {"\N{NO-BREAK SPACE}"}
    assert width_mm(Element.BODY, room) >= INITIALS_ROOM
    assert made(REPORT).texts(Element.BODY)[-2].endswith("./.")


def test_that_room_for_initials_stands_beside_the_signers_title() -> None:
    closing = replace(CLOSING, authority=("TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM",))
    (whole,) = made(replace(REPORT, closing=closing)).texts(Element.AUTHORITY)
    closing = replace(closing, initials_room=True)
    (broken,) = made(replace(REPORT, closing=closing)).texts(Element.AUTHORITY)
    assert "\n" in broken
    longest = max(width_mm(Element.AUTHORITY, line) for line in broken.split("\n"))
    assert longest <= CLOSING_COLUMNS[1] - 2 * INITIALS_ROOM
    assert broken.replace("\n", " ") == whole.replace("\n", " ")


def test_that_who_drafted_it_stands_on_the_line_of_the_files() -> None:
    closing = replace(CLOSING, drafter="PL.(300)")
    file = made(replace(REPORT, closing=closing))
    assert file.texts(Element.RECIPIENT)[-1] == "- Lưu: VT, HTQT. PL.(300)."
    assert LOOKS[Element.RECIPIENT].size == 11


def _border(paragraph: _Element) -> list[tuple[str, str | None]]:
    sides = paragraph.find(f"{_W}pPr/{_W}pBdr")
    assert sides is not None
    return [(str(each.tag).removeprefix(_W), each.get(f"{_W}color")) for each in sides]
