"""Công văn đính chính: what it says of an issued report (Decree 30/2020, Điều 18, mẫu 1.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.test_header import header
from ttdn_desktop.domain.document import Closing, Document
from ttdn_desktop.domain.report_correction import (
    Corrected,
    Correction,
    Sender,
    is_whole,
    letter,
    tidied,
)

DAY = date(2027, 1, 5)
REPORT = Corrected(
    "45/BC-SNgV",
    date(2026, 12, 14),
    "Kết quả thực hiện công tác thông tin đối ngoại năm 2026",
    "Sở Ngoại vụ",
)
SENDER = Sender(header("Sở Ngoại vụ", DAY), DAY, "VP", ("Sở Văn hóa, Thể thao và Du lịch",))
WRONG = Correction("trang 2, mục II", "BÁO CAÓ", "BÁO CÁO")


def _letter(*corrections: Correction, about: Corrected = REPORT, by: Sender = SENDER) -> Document:
    closing = Closing(("GIÁM ĐỐC",), "", ("Như trên", "Lưu: VT, VP"), initials_room=True)
    return letter(about, by, closing, corrections or (WRONG,))


def _texts(document: Document) -> list[str]:
    return [each.text for each in document.body]


def test_that_the_head_is_that_of_a_letter() -> None:
    head = _letter().head
    assert head.title == ""
    assert head.number_line == "Số:        /SNgV-VP"
    assert head.subject == "V/v đính chính Báo cáo số 45/BC-SNgV"
    assert head.place_date == "Quảng Ngãi, ngày      tháng 01 năm 2027"
    assert head.addressees == ("Sở Văn hóa, Thể thao và Du lịch",)


def test_that_one_correction_reads_without_a_number() -> None:
    assert _texts(_letter()) == [
        (
            "Ngày 14 tháng 12 năm 2026, Sở Ngoại vụ đã ban hành Báo cáo số 45/BC-SNgV về kết quả "
            "thực hiện công tác thông tin đối ngoại năm 2026. Do sơ suất về thể thức, kỹ thuật "
            "trình bày văn bản, Sở Ngoại vụ xin đính chính như sau:"
        ),
        "Tại trang 2, mục II: đã in là “BÁO CAÓ”; nay đính chính là “BÁO CÁO”.",
        "Các nội dung khác của Báo cáo số 45/BC-SNgV giữ nguyên.",
        "Sở Ngoại vụ xin thông báo để quý cơ quan biết./.",
    ]


def test_that_several_are_numbered_and_say_what_is_left_out_or_too_much() -> None:
    missing, twice = replace(WRONG, printed=""), replace(WRONG, right="")
    assert _texts(_letter(WRONG, missing, twice))[1:4] == [
        "1. Tại trang 2, mục II: đã in là “BÁO CAÓ”; nay đính chính là “BÁO CÁO”.",
        "2. Tại trang 2, mục II: nay bổ sung “BÁO CÁO”.",
        "3. Tại trang 2, mục II: đã in là “BÁO CAÓ”; nay bỏ nội dung này.",
    ]


def test_that_a_body_above_is_reported_to_and_others_are_given_notice() -> None:
    above = ("Ủy ban nhân dân tỉnh Quảng Ngãi",)
    told = _texts(_letter(by=replace(SENDER, addressees=above)))[-1]
    assert told == "Sở Ngoại vụ kính báo cáo Ủy ban nhân dân tỉnh Quảng Ngãi./."
    both = replace(SENDER, addressees=above + SENDER.addressees)
    assert _texts(_letter(by=both))[-1].endswith("quý cơ quan biết./.")


def test_that_a_body_renamed_since_is_named_as_it_was_and_is() -> None:
    told = _texts(_letter(about=replace(REPORT, issuer="Ban Đối ngoại")))[0]
    assert ", Ban Đối ngoại (nay là Sở Ngoại vụ) đã ban hành " in told


def test_that_a_thematic_report_is_cited_by_its_own_words() -> None:
    told = _texts(_letter(about=replace(REPORT, subject="Chuyên đề về phóng viên")))[0]
    assert "Báo cáo số 45/BC-SNgV chuyên đề về phóng viên." in told


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Tại trang 2. ", "trang 2"),
        ("Trang 2", "trang 2"),
        ("Phụ lục II,\ndòng 3", "Phụ lục II, dòng 3"),
        ("tại Mục II", "Mục II"),
    ],
)
def test_that_a_place_is_written_for_the_middle_of_a_sentence(typed: str, place: str) -> None:
    assert tidied(replace(WRONG, place=typed)).place == place


@pytest.mark.parametrize(
    ("typed", "written"),
    [("“BÁO  CÁO”", "BÁO CÁO"), ('"05"', "05"), ("“a” và “b”", "“a” và “b”"), ("“", "“")],
)
def test_that_quotation_marks_are_not_doubled(typed: str, written: str) -> None:
    assert tidied(Correction("x", typed, typed)) == Correction("x", written, written)


def test_that_a_correction_says_where_and_changes_something() -> None:
    assert is_whole(WRONG)
    assert is_whole(replace(WRONG, printed=""))
    assert not is_whole(replace(WRONG, place=""))
    assert not is_whole(replace(WRONG, right=WRONG.printed))
    assert not is_whole(Correction("trang 2", "", ""))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Sở Ngoại vụ", "Số:        /SNgV"),
        ("Ban Tuyên giáo Tỉnh ủy", "Số        -CV/BTGTU"),
    ],
)
def test_that_the_number_names_no_kind_but_with_bodies_of_the_party(name: str, line: str) -> None:
    assert header(name, date(2024, 12, 1)).letter_line("") == line
