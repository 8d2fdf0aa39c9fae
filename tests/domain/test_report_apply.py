"""The report with the officer's wording in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, keys, report_of, text
from ttdn_desktop.domain.document import Block, Document, Role, Sentence
from ttdn_desktop.domain.report_apply import Edited, Taken, apply_edits, generated
from ttdn_desktop.domain.report_edit import Edit, Mark, OfferKind

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity

KEY = "ii.1.10.result"
VISIT = act("A1", "đón đoàn tỉnh Attapư", result="Hai bên thống nhất kế hoạch năm 2027.")
SIGNING = act("A2", "ký Bản ghi nhớ", on="09/11/2026", kind="Ký kết")
OWN = "Quan hệ hai bên tiếp tục được củng cố."


def wrote(document: Document, key: str, text_: str) -> Edit:
    """Return an edit of a block as it is generated."""
    return Edit(key, generated(document, key) or (), text_)


def applied(document: Document, *edits: Edit) -> Edited:
    """Return the report with these edits."""
    return apply_edits(document, {each.block: each for each in edits})


def added(*activities: Activity) -> tuple[Document, Edit]:
    """Return a report and an edit that adds a sentence to what is told of 1.10."""
    document = report_of(*activities)
    return document, wrote(document, KEY, f"{text(document, KEY)} {OWN}")


def test_that_an_edited_block_is_printed_as_written() -> None:
    document, edit = added(VISIT)

    edited = applied(document, edit)

    assert text(edited.document, KEY) == edit.text
    assert edited.marks[KEY][-1] is Mark.OFFICER
    assert keys(edited.document) == keys(document)


def test_that_both_are_printed_when_an_activity_comes_after_the_edit() -> None:
    _document, edit = added(VISIT)

    edited = applied(report_of(VISIT, SIGNING), edit)

    told = text(edited.document, KEY)
    assert "ký Bản ghi nhớ" in told
    assert OWN in told
    (offer,) = edited.offers[KEY]
    assert offer.kind is OfferKind.NEW
    assert offer.new is not None
    assert offer.new.records == ("A2",)


def test_that_of_several_paragraphs_each_is_a_block_of_its_own() -> None:
    document, edit = added(VISIT)
    two = Edit(KEY, edit.base, f"{text(document, KEY)}\n{OWN}\n- {OWN}")

    edited = applied(document, two).document

    places = [each for each in edited.body if each.key.startswith(KEY)]
    assert [each.key for each in places] == [f"{KEY}~1", f"{KEY}~2", f"{KEY}~3"]
    assert [(each.key, each.role, each.text) for each in places[1:]] == [
        (f"{KEY}~2", Role.BODY, OWN),
        (f"{KEY}~3", Role.BULLET, OWN),
    ]


def test_that_a_block_may_be_taken_out_and_leaves_a_mark() -> None:
    document, _edit = added(VISIT)

    edited = applied(document, wrote(document, KEY, ""))

    assert KEY not in keys(edited.document)
    assert edited.taken == (Taken(KEY, keys(document)[keys(document).index(KEY) - 1]),)


def test_that_a_gap_written_over_is_ordinary_text() -> None:
    document = report_of(VISIT)

    edited = applied(document, wrote(document, "ii.1.5.gap", "Sở đang xây dựng kế hoạch."))

    (block,) = [each for each in edited.document.body if each.key == "ii.1.5.gap"]
    assert (block.role, block.text) == (Role.BODY, "Sở đang xây dựng kế hoạch.")
    assert edited.offers == {}


def test_that_what_was_written_over_a_gap_stands_where_the_result_came() -> None:
    before = report_of(VISIT)
    edit = wrote(before, "ii.1.5.gap", "Sở đang xây dựng kế hoạch.")

    edited = applied(report_of(VISIT, act("A3", "mở lớp", "1.5")), edit)

    assert text(edited.document, "ii.1.5.result") == "Sở đang xây dựng kế hoạch."
    assert [each.kind for each in edited.offers["ii.1.5.result"]] == [OfferKind.NEW]
    assert edited.lost == ()


def test_that_a_gap_taken_out_hides_no_result() -> None:
    before = report_of(VISIT)
    edit = wrote(before, "ii.1.5.gap", "")

    edited = applied(report_of(VISIT, act("A3", "mở lớp", "1.5")), edit)

    assert "mở lớp" in text(edited.document, "ii.1.5.result")


def test_that_the_officers_words_stand_where_the_result_is_a_gap_again() -> None:
    _document, edit = added(VISIT)

    edited = applied(report_of(), edit)

    assert text(edited.document, "ii.1.10.gap") == OWN
    assert "ii.1.10.gap" in edited.marks


def test_that_a_gap_is_asked_for_again_where_nothing_of_the_officer_is_left() -> None:
    document = report_of(VISIT)
    first = generated(document, KEY) or ()

    edited = applied(report_of(), wrote(document, KEY, first[0].text))

    assert "Chưa nhập" in text(edited.document, "ii.1.10.gap")


def test_that_an_edit_whose_block_is_gone_stands_at_the_end_of_its_section() -> None:
    document = report_of(VISIT)
    edit = Edit("ii.9.none", (Sentence("Không phát sinh."),), f"Không phát sinh. {OWN}")

    edited = applied(document, edit)

    assert edited.lost == (edit,)
    place = keys(edited.document).index("ii.9.none")
    assert edited.document.body[place].text == OWN
    assert keys(edited.document)[place + 1] == "iii.heading"


@pytest.mark.parametrize(
    ("lost", "stands", "behind"),
    [
        ("ii.3.support.result", ("ii.3.support.so-y-te.result", "ii.4.heading"), 0),
        ("ii.3.support.so-y-te.result", ("ii.3.support.result", "ii.4.heading"), 0),
        ("ii.4.none", ("ii.3.result", "ii.4.heading", "iii.heading"), 1),
        ("vi.none", ("v.heading", "ending", "ending.annexes"), 0),
    ],
)
def test_that_an_edit_whose_block_is_gone_stands_behind_what_is_nearest(
    lost: str, stands: tuple[str, ...], behind: int
) -> None:
    said = (Sentence("Có nội dung."),)
    bare = replace(report_of(VISIT), body=tuple(Block(key, Role.BODY, said) for key in stands))

    edited = applied(bare, Edit(lost, (), OWN))

    assert keys(edited.document) == [*stands[: behind + 1], lost, *stands[behind + 1 :]]


def test_that_head_and_foot_may_be_written_over() -> None:
    document = report_of(VISIT)

    edited = applied(
        document,
        wrote(document, "head.subject", "Kết quả công tác đối ngoại"),
        wrote(document, "head.addressees", "Ủy ban nhân dân tỉnh\nSở Văn hóa"),
        wrote(document, "closing.recipients", "Như trên\nBáo Quảng Ngãi\nLưu: VT"),
    ).document

    assert edited.head.subject == "Kết quả công tác đối ngoại"
    assert edited.title == "Báo cáo kết quả công tác đối ngoại"
    assert edited.head.addressees == ("Ủy ban nhân dân tỉnh", "Sở Văn hóa")
    assert edited.closing.recipients == ("Như trên", "Báo Quảng Ngãi", "Lưu: VT")


def test_that_a_heading_is_one_line_whatever_it_says() -> None:
    document = report_of(VISIT)

    edited = applied(document, wrote(document, "ii.heading", "II. KẾT QUẢ. Năm 2026"))

    assert text(edited.document, "ii.heading") == "II. KẾT QUẢ. Năm 2026"


def test_that_a_report_without_edits_is_itself() -> None:
    document = report_of(VISIT)

    assert applied(document).document == document
