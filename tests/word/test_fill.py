"""A bản trình filled in is what the writer would have written, part by part."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from tests.word.resaved import resaved
from tests.word.sample_report import REPORT, Made, made
from ttdn_desktop.domain.filling import Filling
from ttdn_desktop.word.bookmarks import name
from ttdn_desktop.word.fill import MARK_KEY, PLACES, WordFiles
from ttdn_desktop.word.layout import Element
from ttdn_desktop.word.markup import paragraph, run

FILLED = Filling("Số: 05/BC-SNgV", "Quảng Ngãi, ngày 05 tháng 01 năm 2027", "Nguyễn Văn A & B")


def _filled(content: bytes) -> Made:
    target = BytesIO()
    WordFiles().fill(BytesIO(content), FILLED, target)
    return Made(target.getvalue())


def test_that_every_part_is_what_the_writer_makes_of_the_filled_tree(file: Made) -> None:
    head = replace(REPORT.head, number_line=FILLED.number_line, place_date=FILLED.place_date)
    closing = replace(REPORT.closing, signer=FILLED.signer)
    written = made(replace(REPORT, head=head, closing=closing))
    ours = WordFiles().parts(BytesIO(_filled(file.content).content))
    theirs = WordFiles().parts(BytesIO(written.content))
    assert ours.keys() == theirs.keys()
    assert [part for part in ours if ours[part] != theirs[part]] == ["docProps/custom.xml"]


def test_that_the_code_stays_that_of_the_content(file: Made) -> None:
    assert _filled(file.content).part("docProps/custom.xml") == file.part("docProps/custom.xml")


def test_that_the_same_filling_gives_the_same_bytes(file: Made) -> None:
    assert _filled(file.content).content == _filled(file.content).content


def test_that_what_is_filled_in_can_be_filled_in_anew(file: Made) -> None:
    once = _filled(file.content).content
    assert _filled(once).part("word/document.xml") == Made(once).part("word/document.xml")


def test_that_the_mark_of_a_draft_goes(file: Made) -> None:
    start = f'<w:bookmarkStart w:id="99" w:name="{name(MARK_KEY)}"/>'
    draft = paragraph(Element.NUMBER, f'{start}{run("DỰ THẢO")}<w:bookmarkEnd w:id="99"/>')
    number = '<w:p><w:pPr><w:pStyle w:val="ReportNumber"/>'
    marked = resaved(file.content, (number, draft + number)).getvalue()
    assert "DỰ THẢO" in WordFiles().read(BytesIO(marked)).marked[PLACES.mark]
    assert _filled(marked).part("word/document.xml") == _filled(file.content).part(
        "word/document.xml"
    )


def test_that_a_file_without_the_places_is_none_of_ours(file: Made) -> None:
    other = resaved(file.content, (PLACES.signer, "other")).getvalue()
    with pytest.raises(ValueError, match="closing_signer"):
        _filled(other)
