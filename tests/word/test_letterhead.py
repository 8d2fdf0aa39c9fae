"""Boxes 1 to 5a and 9a as XML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.word.sample_report import HEAD, REPORT, Made, made, text_of
from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import HEAD_COLUMNS, PORTRAIT, Element
from ttdn_desktop.word.lengths import twips

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOTTO_RULE, _SUBJECT_RULE = 1, 2


def test_that_the_columns_stand_beside_each_other_without_lines(file: Made) -> None:
    table = file.find("/w:document/w:body/w:tbl")[0]
    widths = [each.get(f"{_W}w") for each in table.iter(f"{_W}gridCol")]
    assert widths == [str(twips(67)), str(twips(98))]
    assert [each.get(f"{_W}w") for each in table.iter(f"{_W}left")] == ["0"]
    assert not list(table.iter(f"{_W}tblBorders"))
    cells = [[text_of(each) for each in row.iter(f"{_W}p")] for row in table.iter(f"{_W}tr")]
    assert cells == [
        ["UBND TỈNH QUẢNG NGÃI", "SỞ NGOẠI VỤ", "", *HEAD.motto, ""],
        ["Số:        /BC-SNgV", "Quảng Ngãi, ngày      tháng 12 năm 2026"],
    ]


def test_that_nothing_in_the_right_column_can_wrap(file: Made) -> None:
    for element in (Element.NATION, Element.MOTTO, Element.PLACE_DATE):
        (text,) = file.texts(element)
        assert width_mm(element, text) < HEAD_COLUMNS[1]


def test_that_the_rule_under_the_motto_is_as_long_as_its_text(file: Made) -> None:
    length = _length(file.styled(Element.RULE)[_MOTTO_RULE], HEAD_COLUMNS[1])
    assert length == pytest.approx(twips(width_mm(Element.MOTTO, HEAD.motto[1])), abs=2)


def test_that_the_rule_under_the_issuer_is_a_third_to_a_half_of_it(file: Made) -> None:
    length = _length(file.styled(Element.RULE)[0], HEAD_COLUMNS[0])
    assert 1 / 3 <= length / twips(width_mm(Element.ISSUER, "SỞ NGOẠI VỤ")) <= 1 / 2


def test_that_the_rule_under_a_broken_name_goes_by_its_longest_line() -> None:
    head = replace(HEAD, issuer=("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",))
    file = made(replace(REPORT, head=head))
    assert file.texts(Element.ISSUER) == ["SỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH"]
    length = _length(file.styled(Element.RULE)[0], HEAD_COLUMNS[0])
    assert 1 / 3 <= length / twips(width_mm(Element.ISSUER, "THỂ THAO VÀ DU LỊCH")) <= 1 / 2


def test_that_the_rule_under_the_subject_is_a_third_to_a_half_of_it(file: Made) -> None:
    length = _length(file.styled(Element.RULE)[_SUBJECT_RULE], PORTRAIT.text_width)
    assert 1 / 3 <= length / twips(width_mm(Element.SUBJECT, HEAD.subject)) <= 1 / 2


def test_that_each_rule_is_one_thin_line_above_an_empty_paragraph(file: Made) -> None:
    assert set(file.texts(Element.RULE)) == {""}
    assert b'<w:pBdr><w:top w:val="single" w:sz="6"' in file.part("word/styles.xml")


def test_that_the_title_is_above_the_subject_and_its_note(file: Made) -> None:
    assert file.texts(Element.KIND) == ["BÁO CÁO"]
    assert file.texts(Element.SUBJECT) == [HEAD.subject]
    assert file.texts(Element.SUBJECT_NOTE) == [HEAD.subject_note.replace(" của", "\ncủa", 1)]


def test_that_one_addressee_stands_on_the_line_of_the_word(file: Made) -> None:
    assert file.texts(Element.ADDRESSEE) == ["Kính gửi: Sở Văn hóa, Thể thao và Du lịch"]


def test_that_several_addressees_stand_under_the_colon() -> None:
    names = ("Bộ Nội vụ", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính")
    file = made(replace(REPORT, head=replace(HEAD, addressees=names)))
    assert file.texts(Element.ADDRESSEES) == [
        "Kính gửi:",
        "- Bộ Nội vụ;",
        "- Bộ Kế hoạch và Đầu tư;",
        "- Bộ Tài chính.",
    ]
    word, *dashes = (_indent(each) for each in file.styled(Element.ADDRESSEES))
    colon = word["left"] + twips(width_mm(Element.ADDRESSEES, "Kính gửi"))
    assert [each["left"] - each["hanging"] for each in dashes] == [
        pytest.approx(colon, abs=1) for _ in names
    ]


def test_that_a_report_to_a_peer_may_have_no_addressee() -> None:
    file = made(replace(REPORT, head=replace(HEAD, addressees=())))
    assert not file.texts(Element.ADDRESSEE) + file.texts(Element.ADDRESSEES)


def test_that_a_body_of_the_party_has_its_own_heading_and_no_motto() -> None:
    head = replace(HEAD, motto=("ĐẢNG CỘNG SẢN VIỆT NAM",))
    file = made(replace(REPORT, head=head))
    assert file.texts(Element.PARTY) == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert not file.texts(Element.NATION) + file.texts(Element.MOTTO)
    assert len(file.styled(Element.RULE)) == 5  # issuer, heading, subject, two annexes' guides


def test_that_a_body_without_a_parent_starts_with_its_own_name() -> None:
    file = made(replace(REPORT, head=replace(HEAD, parents=())))
    first = file.find("(//w:tc)[1]/w:p")[0]
    assert text_of(first) == "SỞ NGOẠI VỤ"


def _indent(paragraph: _Element) -> dict[str, int]:
    (indent,) = paragraph.iter(f"{_W}ind")
    return {name.removeprefix(_W): int(value) for name, value in indent.attrib.items()}


def _length(rule: _Element, column: float) -> int:
    indent = _indent(rule)
    assert indent["left"] == indent["right"]
    return twips(column) - indent["left"] - indent["right"]


def test_that_a_letter_has_its_subject_under_the_number_and_no_kind() -> None:
    head = replace(HEAD, title="", subject="V/v đính chính Báo cáo số 45/BC-SNgV")
    file = made(replace(REPORT, head=head))
    assert file.texts(Element.NUMBER) == [
        HEAD.number_line,
        "V/v đính chính Báo cáo\nsố 45/BC-SNgV",
    ]
    assert file.texts(Element.KIND) == file.texts(Element.SUBJECT) == []
