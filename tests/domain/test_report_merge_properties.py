"""What holds of every edit: no sentence of the officer's is lost, every choice can be made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_decisions import accepted, base_for, kept
from ttdn_desktop.domain.report_edit import Edit
from ttdn_desktop.domain.report_merge import merge

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_merge import Merged

WORDS = ("đoàn", "khách", "Lào", "hội nghị", "tài liệu", "biên giới", "tập huấn")
NUMBERS = st.integers(1, 12)
KINDS = st.integers(0, 9)
MOST_QUESTIONS = 20


def _generated(kind: int, number: int) -> Sentence:
    word = WORDS[kind % len(WORDS)]
    record = (f"r{kind}",) if kind % 3 else ()
    return Sentence(f"Trong kỳ, Sở đã thực hiện {number:02d} hoạt động {word} {kind}.", record)


GENERATED = st.lists(st.builds(_generated, KINDS, NUMBERS), max_size=5).map(tuple)
OWN = st.builds(
    "{} {} do cán bộ viết{}".format,
    st.sampled_from(["Câu", "Ý kiến", "Nhận định"]),
    st.integers(1, 99),
    st.sampled_from([".", "!", "…", " (chưa hết. Còn nữa).", ""]),
)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Return what an officer may have made of a block."""
    base = draw(GENERATED)
    sentences: list[str] = []
    for each in base:
        deed = draw(st.sampled_from(["leave", "change", "rewrite", "delete"]))
        if deed == "leave":
            sentences.append(each.text)
        elif deed == "change":
            sentences.append(each.text.replace("thực hiện", "tổ chức, triển khai"))
        elif deed == "rewrite":
            sentences.append(draw(OWN))
        if draw(st.booleans()):
            sentences.append(draw(OWN))
    if draw(st.booleans()):
        sentences = draw(st.permutations(sentences))
    gaps = [draw(st.sampled_from([" ", " ", "\n"])) for _each in sentences]
    text = "".join(f"{one}{gap}" for one, gap in zip(sentences, gaps, strict=True)).strip()
    return Edit("ii.1.10.result", base, text)


def _words(texts: list[str]) -> Counter[str]:
    return Counter(" ".join(texts).split())


def _officers(edit: Edit, now: tuple[Sentence, ...]) -> list[str]:
    """Return the sentences that no generation has ever said."""
    said = {each.text for each in (*edit.base, *now)}
    untouched = merge(edit, edit.base)
    return [each.sentence.text for each in untouched.told if each.sentence.text not in said]


def _told(merged: Merged) -> list[str]:
    return [each.sentence.text for each in merged.told]


@given(edits(), GENERATED)
def test_that_no_sentence_of_the_officer_is_lost(edit: Edit, now: tuple[Sentence, ...]) -> None:
    own = _officers(edit, now)

    told = [each for each in _told(merge(edit, now)) if each in set(own)]

    assert told == own


@given(edits())
def test_that_nothing_changes_while_the_records_stand_still(edit: Edit) -> None:
    merged = merge(edit, edit.base)

    assert merged.text.split() == edit.text.split()
    assert merged.offers == ()


@given(edits(), GENERATED)
def test_that_every_new_fact_is_printed_or_offered(edit: Edit, now: tuple[Sentence, ...]) -> None:
    merged = merge(edit, now)
    known = {each.text for each in edit.base}
    seen = {*_told(merged), *(each.new.text for each in merged.offers if each.new)}

    assert {each.text for each in now} - known <= seen


@given(edits(), GENERATED)
def test_that_keeping_what_stands_ends_the_questions_and_changes_no_word(
    edit: Edit, now: tuple[Sentence, ...]
) -> None:
    own, text = _officers(edit, now), edit.text
    for _each in range(MOST_QUESTIONS):
        if offers := merge(edit, now).offers:
            edit = kept(edit, now, offers[0])

    assert merge(edit, now).offers == ()
    assert edit.text == text
    assert [each for each in _told(merge(edit, now)) if each in set(own)] == own


@given(edits(), GENERATED)
def test_that_taking_what_is_new_ends_the_questions(edit: Edit, now: tuple[Sentence, ...]) -> None:
    for _each in range(MOST_QUESTIONS):
        if offers := merge(edit, now).offers:
            edit = accepted(edit, now, offers[0])

    assert merge(edit, now).offers == ()


@given(edits(), GENERATED.filter(lambda told: len(set(told)) == len(told)))
def test_that_writing_the_same_again_loses_no_question_and_no_sentence(
    edit: Edit, now: tuple[Sentence, ...]
) -> None:
    before = merge(edit, now)
    again = Edit(edit.block, base_for(edit, now), before.text)

    after = merge(again, now)

    assert _words(_told(after)) == _words(_told(before))
    placed = {each.new.text for each in before.offers if each.new and each.stands == each.new.text}
    asked = {each.new.text for each in before.offers if each.new} - placed
    assert asked - set(_told(before)) <= {each.new.text for each in after.offers if each.new}
