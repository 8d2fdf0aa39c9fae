"""A file of ours read back: text by bookmark and in order, whoever has saved it since."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.word.resaved import resaved
from tests.word.sample_report import BODY, Made
from ttdn_desktop.errors import KnownError
from ttdn_desktop.word import bookmarks, opened
from ttdn_desktop.word.layout import Element
from ttdn_desktop.word.read_back import read_back

_SAVED = Path(__file__).parents[1] / "data" / "word" / "report-libreoffice.docx"
_RESULT = "- Sở đã tổ chức 02 buổi. Có 46 lượt người dự."
_TEXT = '<w:t xml:space="preserve">'
_DELETED = '<w:del w:id="90" w:author="A"/>'


def _mark(key: str) -> str:
    return bookmarks.name(key)


def test_that_every_block_is_found_by_its_bookmark(file: Made) -> None:
    text = read_back(BytesIO(file.content))
    for block in BODY[:4]:
        assert text.marked[_mark(block.key)] == block.text
    assert text.marked[_mark("i.1.a.result")] == _RESULT
    assert text.marked[bookmarks.name(bookmarks.NUMBER)] == "Số:        /BC-SNgV"


def test_that_an_empty_place_keeps_its_bookmark(file: Made) -> None:
    assert read_back(BytesIO(file.content)).marked[bookmarks.name(bookmarks.SIGNER)] == ""


def test_that_the_code_is_read_from_the_files_properties(file: Made) -> None:
    code = read_back(BytesIO(file.content)).code
    assert code is not None
    assert code.encode() in file.part("docProps/custom.xml")


def test_that_rows_and_tables_come_in_order_with_a_line_for_each_paragraph(file: Made) -> None:
    text = read_back(BytesIO(file.content))
    assert [len(table) for table in text.tables] == [2, 1, 5]
    assert text.rows == tuple(row for table in text.tables for row in table)
    assert text.tables[2][3][0] == "A12"
    assert text.tables[2][3][3] == "08/4/2026\ntỉnh Attapư"


def test_that_paragraphs_tell_their_style_and_whether_they_are_in_a_table(file: Made) -> None:
    told = {each.text: each for each in read_back(BytesIO(file.content)).paragraphs}
    assert told[_RESULT].style == Element.BULLET
    assert not told[_RESULT].in_table
    assert told["- Như trên;"].in_table


def test_that_what_libreoffice_saved_reads_the_same(file: Made) -> None:
    ours = read_back(BytesIO(file.content))
    with _SAVED.open("rb") as stream:
        theirs = read_back(stream)
    assert theirs.code is not None  # of the writer of its day
    assert (theirs.marked, theirs.tables) == (ours.marked, ours.tables)
    said = [(each.text, each.marks, each.style) for each in theirs.paragraphs if each.text]
    assert said == [(each.text, each.marks, each.style) for each in ours.paragraphs if each.text]


def test_that_words_cut_into_runs_are_one_text(file: Made) -> None:
    cut = resaved(file.content, ("02 buổi", f"02</w:t></w:r><w:r><w:rPr/>{_TEXT} buổi"))
    assert read_back(cut).marked[_mark("i.1.a.result")] == _RESULT


def test_that_tracked_changes_count_as_accepted(file: Made) -> None:
    tracked = (
        f'02 </w:t></w:r><w:del w:id="90"><w:r><w:delText>buổi</w:delText></w:r></w:del>'
        f'<w:ins w:id="91"><w:r><w:t>cuộc</w:t></w:r></w:ins><w:moveFrom w:id="92"><w:r><w:t>cũ'
        f"</w:t></w:r></w:moveFrom><w:r>{_TEXT}."
    )
    read = read_back(resaved(file.content, ("02 buổi.", tracked)))
    assert read.marked[_mark("i.1.a.result")] == _RESULT.replace("buổi", "cuộc")


def test_that_a_deleted_end_joins_two_paragraphs(file: Made) -> None:
    style = '<w:pStyle w:val="ReportPoint"/>'
    read = read_back(resaved(file.content, (style, f"{style}<w:rPr>{_DELETED}</w:rPr>")))
    joined = BODY[3].text + _RESULT
    assert read.marked[_mark("i.1.a")] == read.marked[_mark("i.1.a.result")] == joined


def test_that_a_deleted_row_is_gone(file: Made) -> None:
    found = file.part("word/document.xml").decode()
    start = found.rindex("<w:tr>", 0, found.index("A12"))
    row = found[start : found.index("A12")]
    gone = row.replace("<w:cantSplit/>", f"<w:cantSplit/>{_DELETED}", 1)
    read = read_back(resaved(file.content, (row, gone)))
    assert "A12" not in [cells[0] for cells in read.rows]
    assert "E3, E4" not in [each.text for each in read.paragraphs]
    assert len(read.tables[2]) == 4


def test_that_a_paragraph_typed_inside_a_bookmark_belongs_to_it(file: Made) -> None:
    text = file.part("word/document.xml").decode()
    place = text.index("Có 46 lượt người dự.")
    whole = text[place : text.index("/>", place) + 2]
    end = whole[whole.index("<w:bookmarkEnd") :]
    typed = f"{whole.removesuffix(end)}</w:p><w:p><w:r>{_TEXT}Mới. </w:t></w:r>{end}</w:p>"
    after = f"{typed}<w:p><w:r>{_TEXT}Ngoài.</w:t></w:r>"
    read = read_back(resaved(file.content, (whole, after)))
    assert read.marked[_mark("i.1.a.result")] == f"{_RESULT}\nMới. "


def test_that_a_fields_result_is_read_and_its_instruction_is_not(file: Made) -> None:
    field = (
        '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/><w:t>02</w:t><w:fldChar w:fldCharType="end"/></w:r>'
        f"<w:r>{_TEXT} buổi"
    )
    read = read_back(resaved(file.content, ("02 buổi", field)))
    assert read.marked[_mark("i.1.a.result")] == _RESULT


def test_that_tab_stops_of_a_paragraph_are_no_text(file: Made) -> None:
    style = '<w:pStyle w:val="ReportBullet"/>'
    stops = f'{style}<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'
    read = read_back(
        resaved(file.content, (style, stops), ("02 buổi", "02</w:t><w:tab/><w:t>buổi"))
    )
    assert read.marked[_mark("i.1.a.result")] == _RESULT


def test_that_a_document_under_another_name_is_found_by_its_relation(file: Made) -> None:
    moved = {"word/document.xml": "word/document2.xml"}
    told = (b"word/document.xml", b"/word/document2.xml")
    read = read_back(resaved(file.content, moved=moved, relations=told))
    assert read.marked[_mark("i.1.a.result")] == _RESULT


def test_that_a_package_without_its_document_is_said(file: Made) -> None:
    with pytest.raises(KnownError, match="word_unreadable"):
        read_back(resaved(file.content, moved={"word/document.xml": "word/document2.xml"}))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200, b"abc" * 9])
def test_that_what_is_no_docx_is_said_with_its_name(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "báo cáo.docx"
    place.write_bytes(content)
    with place.open("rb") as stream, pytest.raises(KnownError) as told:
        read_back(stream)
    assert told.value.key == "word_unreadable"
    assert told.value.facts == {"name": "báo cáo.docx"}


def test_that_a_cut_file_is_said(file: Made) -> None:
    with pytest.raises(KnownError, match="word_unreadable"):
        read_back(BytesIO(file.content[:-300]))


def test_that_declared_entities_are_refused(file: Made) -> None:
    head = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    with pytest.raises(KnownError, match="file_entities"):
        read_back(resaved(file.content, head=head))


def test_that_a_part_beyond_the_limit_is_refused(
    file: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "PART_BYTES", 5_000)
    with pytest.raises(KnownError, match="word_too_large"):
        read_back(BytesIO(file.content))
