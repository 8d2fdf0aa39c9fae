"""Each way in which the officer's wording and the records may differ."""

from __future__ import annotations

from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_decisions import accepted, base_for, kept
from ttdn_desktop.domain.report_edit import Edit, Mark, Offer, OfferKind
from ttdn_desktop.domain.report_merge import Merged, merge

VISIT = "Ngày 05/03/2026, Sở đã đón đoàn tỉnh Attapư (01 đoàn vào với {} lượt khách)."
SUM = "Trong kỳ, Sở đã chủ trì {} hoạt động đón đoàn vào với {} lượt khách."
A, A_NOW = (Sentence(VISIT.format(guests), ("a",)) for guests in (12, 15))
B = Sentence(SUM.format("05", 40), ("b", "c"))
B_NOW = Sentence(SUM.format("06", 52), ("b", "c", "e"))
C = Sentence("Trao 60 bộ tài liệu cho khách.", ("d",))
NEW = Sentence("Ngày 09/11/2026, Sở đã ký Bản ghi nhớ với tỉnh Champasak.", ("n",))
OWN = "Công tác đối ngoại được duy trì thường xuyên."
B_OWN = "Sở đã đón 05 đoàn vào với 40 lượt khách, tăng 02 đoàn so với năm trước."


def edit(*sentences: str, base: tuple[Sentence, ...] = (A, B, C)) -> Edit:
    """Return an edit whose sentences stand in one paragraph."""
    return Edit("ii.1.10.result", base, " ".join(sentences))


def texts(merged: Merged) -> list[str]:
    """Return what is printed."""
    return [each.sentence.text for each in merged.told]


def marks(merged: Merged) -> list[Mark]:
    """Return what each sentence is."""
    return [each.mark for each in merged.told]


def only(merged: Merged) -> Offer:
    """Return the one offer."""
    (offer,) = merged.offers
    return offer


def test_that_a_sentence_left_alone_follows_the_records() -> None:
    merged = merge(edit(A.text, B.text, C.text, OWN), (A, B_NOW, C))

    assert texts(merged) == [A.text, B_NOW.text, C.text, OWN]
    assert merged.told[1].sentence.records == ("b", "c", "e")
    assert merged.offers == ()


def test_that_a_changed_sentence_stays_while_its_records_do() -> None:
    merged = merge(edit(A.text, B_OWN, C.text), (A, B, C))

    assert texts(merged) == [A.text, B_OWN, C.text]
    assert marks(merged)[1] is Mark.OFFICER
    assert merged.told[1].sentence.records == B.records
    assert merged.offers == ()


def test_that_a_changed_sentence_whose_records_moved_on_stays_and_is_offered_the_new_one() -> None:
    merged = merge(edit(A.text, B_OWN, C.text), (A, B_NOW, C))

    assert texts(merged) == [A.text, B_OWN, C.text]
    assert only(merged) == Offer(OfferKind.CHANGED, B, B_NOW, B_OWN, 1)


def test_that_an_added_sentence_stays_where_it_stands() -> None:
    merged = merge(edit(A.text, OWN, B.text, C.text), (A_NOW, B_NOW, C))

    assert texts(merged) == [A_NOW.text, OWN, B_NOW.text, C.text]


def test_that_a_deleted_sentence_stays_deleted() -> None:
    merged = merge(edit(A.text, C.text), (A, B, C))

    assert texts(merged) == [A.text, C.text]
    assert merged.offers == ()


def test_that_a_deleted_sentence_is_offered_where_its_records_moved_on() -> None:
    merged = merge(edit(A.text, C.text), (A, B_NOW, C))

    assert texts(merged) == [A.text, C.text]
    assert only(merged) == Offer(OfferKind.CHANGED, B, B_NOW, "", 1)


def test_that_a_new_sentence_goes_in_beside_an_untouched_neighbour() -> None:
    merged = merge(edit(A.text, B_OWN, C.text), (A, NEW, B, C))

    assert texts(merged) == [A.text, NEW.text, B_OWN, C.text]
    assert marks(merged)[1] is Mark.NEW
    assert only(merged) == Offer(OfferKind.NEW, None, NEW, NEW.text, 1)


def test_that_a_new_sentence_between_touched_neighbours_is_only_offered() -> None:
    merged = merge(edit(B_OWN, base=(B,)), (B, NEW))

    assert texts(merged) == [B_OWN]
    assert only(merged) == Offer(OfferKind.NEW, None, NEW, "", 1)


def test_that_what_an_untouched_sentence_rested_on_goes_with_it() -> None:
    merged = merge(edit(A.text, B.text, C.text, OWN), (B, C))

    assert texts(merged) == [B.text, C.text, OWN]
    assert merged.offers == ()


def test_that_a_changed_sentence_without_its_records_stays_and_is_marked() -> None:
    merged = merge(edit(A.text, B_OWN, C.text), (A, C))

    assert texts(merged) == [A.text, B_OWN, C.text]
    assert marks(merged)[1] is Mark.STALE
    assert merged.told[1].sentence.records == B.records
    assert only(merged) == Offer(OfferKind.GONE, B, None, B_OWN, 1)


def test_that_sentences_of_other_records_are_never_taken_for_one() -> None:
    alike = Sentence(A.text.replace("Attapư", "Sê Kông"), ("z",))

    merged = merge(edit(f"{A.text[:-1]}, thành công.", base=(A,)), (alike,))

    assert marks(merged) == [Mark.STALE]
    assert {each.kind for each in merged.offers} == {OfferKind.GONE, OfferKind.NEW}


def test_that_an_ordinal_moves_on_without_a_question() -> None:
    base = Sentence("1. Đề nghị Sở Nội vụ tập huấn.", ("a",))
    now = Sentence("2. Đề nghị Sở Nội vụ tập huấn.", ("a",))

    merged = merge(edit("1. Kính đề nghị Sở Nội vụ sớm tập huấn.", base=(base,)), (now,))

    assert texts(merged) == ["2. Kính đề nghị Sở Nội vụ sớm tập huấn."]
    assert merged.offers == ()


def test_that_what_the_officer_wrote_first_is_no_question_once_it_is_generated() -> None:
    merged = merge(edit(A.text, B_NOW.text, C.text), (A, B_NOW, C))

    assert marks(merged) == [Mark.GENERATED] * 3
    assert merged.offers == ()


def test_that_a_block_taken_out_stays_out_and_new_facts_are_offered() -> None:
    merged = merge(edit(), (A, B, C, NEW))

    assert merged.told == ()
    assert only(merged) == Offer(OfferKind.NEW, None, NEW, "", 0)


def test_that_a_sentence_split_in_two_keeps_its_records_in_both() -> None:
    parts = (
        "Trong kỳ, Sở đã chủ trì 05 hoạt động đón đoàn vào.",
        "Đón đoàn vào với 40 lượt khách.",
    )

    merged = merge(edit(*parts, base=(B,)), (B,))

    assert [each.sentence.records for each in merged.told] == [B.records, B.records]


def test_that_a_new_paragraph_is_one() -> None:
    merged = merge(Edit("x", (A, B), f"{A.text}\n{B.text}"), (A, B_NOW))

    assert [each.paragraph for each in merged.told] == [0, 1]
    assert merged.text == f"{A.text}\n{B_NOW.text}"


def test_that_a_record_of_several_sentences_is_edited_one_by_one() -> None:
    told = Sentence("Có 51 lượt người dự. Ký biên bản.", ("a",))

    merged = merge(edit("Có 51 lượt người dự. Hai bên ký biên bản.", base=(told,)), (told,))

    assert texts(merged) == ["Có 51 lượt người dự.", "Hai bên ký biên bản."]
    assert [each.sentence.records for each in merged.told] == [("a",), ("a",)]


def test_that_the_new_sentence_is_taken_and_follows_the_records_from_then_on() -> None:
    wrote, now = edit(A.text, B_OWN, C.text), (A, B_NOW, C)

    decided = accepted(wrote, now, only(merge(wrote, now)))

    assert texts(merge(decided, now)) == [A.text, B_NOW.text, C.text]
    assert texts(merge(decided, (A, B, C)))[1] == B.text
    assert merge(decided, now).offers == ()


def test_that_the_old_sentence_is_kept_and_asked_about_no_more() -> None:
    wrote, now = edit(A.text, B_OWN, C.text), (A, B_NOW, C)

    decided = kept(wrote, now, only(merge(wrote, now)))

    assert texts(merge(decided, now)) == [A.text, B_OWN, C.text]
    assert merge(decided, now).offers == ()
    assert only(merge(decided, (A, B, C))).new == B


def test_that_a_new_sentence_may_be_left_out() -> None:
    wrote, now = edit(A.text, B_OWN, C.text), (A, NEW, B, C)

    decided = kept(wrote, now, only(merge(wrote, now)))

    assert texts(merge(decided, now)) == [A.text, B_OWN, C.text]
    assert merge(decided, now).offers == ()


def test_that_a_stale_sentence_may_be_kept_or_taken_out() -> None:
    wrote, now = edit(A.text, B_OWN, C.text), (A, C)
    offer = only(merge(wrote, now))

    assert texts(merge(kept(wrote, now, offer), now)) == [A.text, B_OWN, C.text]
    assert merge(kept(wrote, now, offer), now).offers == ()
    assert texts(merge(accepted(wrote, now, offer), now)) == [A.text, C.text]


def test_that_writing_again_decides_nothing_that_is_still_offered() -> None:
    wrote, now = edit(A.text, B_OWN, C.text), (A, B_NOW)

    again = Edit(wrote.block, base_for(wrote, now), f"{A.text} {B_OWN} {OWN}")

    assert [each.kind for each in merge(again, now).offers] == [OfferKind.CHANGED]
    assert texts(merge(again, now)) == [A.text, B_OWN, OWN]


def test_that_lines_are_merged_as_lines() -> None:
    base = tuple(map(Sentence, ("Như trên", "UBND tỉnh (b/c)", "Lưu: VT")))
    now = tuple(map(Sentence, ("Như trên", "Lãnh đạo Sở", "Lưu: VT")))
    wrote = Edit("closing.recipients", base, "Như trên\nUBND tỉnh (b/c)\nBáo QN. Đài\nLưu: VT")

    merged = merge(wrote, now, by_line=True)

    assert texts(merged) == ["Như trên", "Lãnh đạo Sở", "Báo QN. Đài", "Lưu: VT"]
