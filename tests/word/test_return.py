"""What was edited in Word comes back: found by bookmark, then by likeness; nothing is dropped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.word import edited as word
from tests.word.edited import edited, returned
from tests.word.resaved import resaved
from tests.word.sample_report import BODY, REPORT, Made, block, made
from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.word_return import Return

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from tests.word.edited import Edit

_SAVED = Path(__file__).parents[1] / "data" / "word" / "report-libreoffice.docx"
_RESULT = "Sở đã tổ chức 02 buổi. Có 46 lượt người dự."
_NEW = "Sở Ngoại vụ tiếp tục phối hợp với các cơ quan báo chí."


def _came(file: Made, edit: Edit, *, known: bool = True) -> Return:
    return returned(file.content, edited(file.content, edit), known=known)


def test_that_a_file_nobody_edited_gives_no_change(file: Made) -> None:
    assert returned(file.content, file.content).is_empty


def test_that_saving_by_another_program_gives_no_change(file: Made) -> None:
    assert _came(file, lambda _document: None).is_empty
    assert returned(file.content, _SAVED.read_bytes()).is_empty


@pytest.mark.parametrize("marks", [True, False], ids=["with bookmarks", "without"])
def test_that_changed_words_come_back(file: Made, marks: bool) -> None:  # noqa: FBT001 (a case)
    def edit(document: WordDocument) -> None:
        word.reword(document, "02 buổi", "03 buổi nói chuyện")
        if not marks:
            word.without_marks(document)

    came = _came(file, edit)
    assert [(each.key, each.before, each.after) for each in came.changed] == [
        ("i.1.a.result", _RESULT, "Sở đã tổ chức 03 buổi nói chuyện. Có 46 lượt người dự.")
    ]
    assert came == Return(changed=came.changed)


def test_that_words_typed_behind_the_bookmark_belong_to_the_block(file: Made) -> None:
    came = _came(file, lambda each: word.with_text(each, "46 lượt").add_run(" Kết quả tốt."))
    assert [each.after for each in came.changed] == [f"{_RESULT} Kết quả tốt."]


def test_that_a_paragraph_typed_between_two_is_shown_with_its_place(file: Made) -> None:
    came = _came(file, lambda each: word.add_after(each, "46 lượt", _NEW))
    assert [(each.text, each.after, each.before) for each in came.unmatched] == [
        (_NEW, "i.1.a.result", "i.1.gap")
    ]
    assert came == Return(unmatched=came.unmatched)


def test_that_what_is_typed_in_a_cell_a_head_or_an_annex_is_shown(file: Made) -> None:
    def edit(document: WordDocument) -> None:
        document.tables[2].rows[3].cells[3].paragraphs[0].runs[0].text = "09/4/2026"
        document.tables[1].rows[0].cells[0].paragraphs[1].runs[0].text = "- Như kính gửi;"
        word.add_after(document, "KẾT QUẢ THEO NHIỆM VỤ", "Ghi chú thêm của phòng.")

    came = _came(file, edit)
    assert [each.text for each in came.unmatched] == ["Ghi chú thêm của phòng."]
    assert {each.after.split("\n")[0] for each in came.apart} == {"09/4/2026", "Nơi nhận:"}
    assert came.changed == ()


def test_that_a_deleted_paragraph_is_told(file: Made) -> None:
    came = _came(file, lambda each: word.remove(each, "46 lượt"))
    assert [(each.key, each.before, each.after) for each in came.removed] == [
        ("i.1.a.result", _RESULT, "")
    ]
    assert came == Return(removed=came.removed)


def test_that_a_paragraph_emptied_is_a_deleted_one(file: Made) -> None:
    came = _came(file, lambda each: word.reword(each, f"- {_RESULT}", ""))
    assert [each.key for each in came.removed] == ["i.1.a.result"]


def test_that_a_split_paragraph_stays_one_block_of_two_paragraphs(file: Made) -> None:
    came = _came(file, lambda each: word.split(each, "Có 46 lượt"))
    assert [(each.key, each.after) for each in came.changed] == [
        ("i.1.a.result", "Sở đã tổ chức 02 buổi.\nCó 46 lượt người dự.")
    ]
    assert came.unmatched == ()


@pytest.mark.parametrize("marks", [True, False], ids=["with bookmarks", "without"])
def test_that_merged_paragraphs_stay_two_blocks_whole(
    file: Made,
    marks: bool,  # noqa: FBT001 (a case)
) -> None:
    came = _came(
        file, lambda each: word.merge(each, "46 lượt người", "[Chưa nhập: nhiệm vụ", marks=marks)
    )
    assert came == Return(joined=("i.1.gap",))


def test_that_a_moved_paragraph_is_told_and_keeps_its_text(file: Made) -> None:
    def edit(document: WordDocument) -> None:
        moved = word.with_text(document, "46 lượt")
        word.with_text(document, "I. CÔNG TÁC")._p.addprevious(moved._p)  # noqa: SLF001 (only way)

    assert _came(file, edit) == Return(moved=("i.1.a.result",))


def test_that_a_bookmark_in_a_wrong_place_does_not_mislead(file: Made) -> None:
    def edit(document: WordDocument) -> None:
        result, gap = (word.with_text(document, text) for text in ("46 lượt", "Chưa nhập"))
        paragraphs = (result._p, gap._p)  # noqa: SLF001 (python-docx knows no bookmarks)
        marks = [each.xpath(".//w:bookmarkStart")[0] for each in paragraphs]
        names = [mark.get(mark.keys()[-1]) for mark in marks]
        for mark, name in zip(marks, reversed(names), strict=True):
            mark.set(mark.keys()[-1], name)

    assert _came(file, edit).is_empty


def test_that_tracked_changes_come_back_as_accepted(file: Made) -> None:
    tracked = (
        '02 </w:t></w:r><w:del w:id="90" w:author="A"><w:r><w:delText>buổi</w:delText></w:r>'
        '</w:del><w:ins w:id="91" w:author="A"><w:r><w:t>cuộc</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve">.'
    )
    came = returned(file.content, resaved(file.content, ("02 buổi.", tracked)).read())
    assert [each.after for each in came.changed] == ["Sở đã tổ chức 02 cuộc. Có 46 lượt người dự."]


def test_that_number_day_and_signer_are_told_apart(file: Made) -> None:
    def edit(document: WordDocument) -> None:
        number, day = (cell.paragraphs[0] for cell in document.tables[0].rows[1].cells)
        number.runs[0].text, day.runs[0].text = "Số: 212/BC-SNgV", "Quảng Ngãi, ngày 14 tháng 12"
        document.tables[1].rows[0].cells[1].paragraphs[-1].add_run("Nguyễn Văn A")

    came = _came(file, edit)
    assert {each.key: each.after for each in came.filled} == {
        "head.number": "Số: 212/BC-SNgV",
        "head.date": "Quảng Ngãi, ngày 14 tháng 12",
        "closing.signer": "Nguyễn Văn A",
    }
    assert came == Return(filled=came.filled)


def test_that_what_word_left_alone_follows_the_report(file: Made) -> None:
    later = replace(REPORT, body=(*BODY[:5], *BODY[6:], block("new", Role.BODY, "Câu mới.")))
    assert returned(file.content, file.content, later).is_empty


def test_that_what_both_changed_is_a_conflict_with_three_texts(file: Made) -> None:
    now = block("i.1.a.result", Role.BULLET, "Sở đã tổ chức 05 buổi.", "Có 90 lượt người dự.")
    later = replace(REPORT, body=(*BODY[:4], now, *BODY[5:]))
    came = returned(file.content, edited(file.content, lambda d: word.reword(d, "46", "47")), later)
    assert [(each.made, each.before, each.after) for each in came.conflicts] == [
        (_RESULT, now.text, "Sở đã tổ chức 05 buổi. Có 47 lượt người dự.")
    ]


def test_that_changes_of_different_sentences_are_brought_together(file: Made) -> None:
    now = block("i.1.a.result", Role.BULLET, "Sở đã tổ chức 05 buổi.", "Có 46 lượt người dự.")
    later = replace(REPORT, body=(*BODY[:4], now, *BODY[5:]))
    came = returned(file.content, edited(file.content, lambda d: word.reword(d, "46", "47")), later)
    assert [(each.before, each.after) for each in came.changed] == [
        (now.text, "Sở đã tổ chức 05 buổi. Có 47 lượt người dự.")
    ]
    assert came.conflicts == ()


def test_that_one_sentence_reworded_on_both_sides_is_not_kept_twice(file: Made) -> None:
    now = block("opening", Role.BODY, "Thực hiện kế hoạch được giao, đơn vị xin trình bày:")
    later = replace(REPORT, body=(now, *BODY[1:]))
    came = returned(
        file.content, edited(file.content, lambda d: word.reword(d, "như sau", "cụ thể")), later
    )
    assert [(each.before, each.after) for each in came.conflicts] == [
        (now.text, BODY[0].text.replace("như sau", "cụ thể"))
    ]


def test_that_deleting_what_has_changed_since_is_a_conflict(file: Made) -> None:
    now = block("i.1.a.result", Role.BULLET, "Sở đã tổ chức 05 buổi.", "Có 46 lượt người dự.")
    later = replace(REPORT, body=(*BODY[:4], now, *BODY[5:]))
    came = returned(file.content, edited(file.content, lambda d: word.remove(d, "46")), later)
    assert [(each.before, each.after, each.is_conflict) for each in came.removed] == [
        (now.text, "", True)
    ]


def test_that_what_both_changed_alike_is_none(file: Made) -> None:
    now = block("i.1.a.result", Role.BULLET, "Sở đã tổ chức 02 buổi.", "Có 47 lượt người dự.")
    later = replace(REPORT, body=(*BODY[:4], now, *BODY[5:]))
    came = returned(file.content, edited(file.content, lambda d: word.reword(d, "46", "47")), later)
    assert came.is_empty


def test_that_words_on_a_block_the_report_has_no_more_are_shown(file: Made) -> None:
    later = replace(REPORT, body=(*BODY[:4], *BODY[5:]))
    came = returned(file.content, edited(file.content, lambda d: word.reword(d, "46", "47")), later)
    assert [(each.text, each.after, each.before) for each in came.unmatched] == [
        ("- Sở đã tổ chức 02 buổi. Có 47 lượt người dự.", "i.1.a", "i.1.gap")
    ]
    assert came == Return(unmatched=came.unmatched)


def test_that_a_file_of_unknown_making_is_laid_beside_the_report(file: Made) -> None:
    assert returned(file.content, file.content, known=False).is_empty
    came = _came(file, lambda each: word.reword(each, "46", "47"), known=False)
    assert [each.key for each in came.changed] == ["i.1.a.result"]
    assert came == Return(changed=came.changed)


def test_that_a_block_of_two_paragraphs_comes_back_as_it_was() -> None:
    two = block("i.1.a.result", Role.BULLET, "Câu thứ nhất.\nĐoạn thứ hai.")
    report = replace(REPORT, body=(*BODY[:4], two, *BODY[5:]))
    file = made(report).content
    assert returned(file, file, report).is_empty
