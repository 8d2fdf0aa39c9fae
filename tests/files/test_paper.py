"""Papers open in Word and tell nothing of when or by whom they were made."""

from __future__ import annotations

import io
import zipfile

import docx

from ttdn_desktop.files.paper import paper

TITLE = "Báo cáo kết quả chuyến công tác tại tỉnh Attapư"
WORDS = ("Hai bên thống nhất duy trì trao đổi đoàn.", "Ờ Ự Ủ Ộ đủ dấu.")


def test_that_a_paper_holds_its_title_and_paragraphs() -> None:
    document = docx.Document(io.BytesIO(paper(TITLE, WORDS)))

    assert [paragraph.text for paragraph in document.paragraphs] == [TITLE, *WORDS]
    assert document.paragraphs[0].runs[0].bold


def test_that_a_paper_is_a4_in_the_font_of_the_decree() -> None:
    document = docx.Document(io.BytesIO(paper(TITLE, WORDS)))
    section = document.sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_that_the_same_words_give_the_same_bytes() -> None:
    assert paper(TITLE, WORDS) == paper(TITLE, WORDS)


def test_that_no_maker_date_or_program_is_left_in_a_paper() -> None:
    with zipfile.ZipFile(io.BytesIO(paper(TITLE, WORDS))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(package.read(name) for name in package.namelist())
        names = package.namelist()

    assert not [name for name in names if "app.xml" in name or "thumbnail" in name]
    for trace in (b"python", b"Macintosh", b"2013", b"generated"):
        assert trace not in whole


def test_that_signs_with_a_meaning_in_xml_stay_letters() -> None:
    document = docx.Document(io.BytesIO(paper("A & B <C>", ("“Ngày Tôn vinh tiếng Việt”",))))
    assert document.paragraphs[0].text == "A & B <C>"
