"""References to official documents, read out of a line of text."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.citation import (
    brief,
    full,
    identity,
    parse_reference,
    parse_references,
    same_issuer,
)
from ttdn_desktop.domain.evidence import DocumentReference
from ttdn_desktop.errors import KnownError

PLAN = (
    "Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh về triển khai"
    " Chiến lược phát triển văn hóa"
)


def test_that_a_whole_citation_is_taken_apart() -> None:
    assert parse_reference(PLAN) == DocumentReference(
        written=PLAN,
        type_name="Kế hoạch",
        number="157/KH-UBND",
        issued_on=date(2022, 1, 17),
        issuer="Ủy ban nhân dân tỉnh",
        excerpt="về triển khai Chiến lược phát triển văn hóa",
    )


@pytest.mark.parametrize(
    ("written", "type_name", "number"),
    [
        ("Kế hoạch số 106-KH/TU ngày 07 tháng 8 năm 2023", "Kế hoạch", "106-KH/TU"),
        ("Quyết định số 54/2017/QĐ-UBND", "Quyết định", "54/2017/QĐ-UBND"),
        ("Kết luận số 57- KL/TW", "Kết luận", "57-KL/TW"),
        ("Văn bản 1778/UBND-KGVX", "Văn bản", "1778/UBND-KGVX"),
        ("Số: 05/BC-SNgV", "", "05/BC-SNgV"),
        ("Kế hoạch số 45/KH", "Kế hoạch", "45/KH"),
        ("Thông báo số: 45 /TB - SNgV", "Thông báo", "45/TB-SNgV"),
        ("Thông báo 45/TB - Sở Ngoại vụ", "Thông báo", "45/TB"),
    ],
)
def test_that_state_and_party_numbers_are_read(written: str, type_name: str, number: str) -> None:
    reference = parse_reference(written)
    assert (reference.type_name, reference.number) == (type_name, number)


@pytest.mark.parametrize(
    "written",
    [
        "Biên bản bàn giao sách",
        "Giấy mời ngày 05/3/2026 của Sở Công Thương",
        "Chương trình giai đoạn 2021-2025",
        "Kế hoạch số ……/KH-UBND",
    ],
)
def test_that_a_day_a_period_or_a_blank_is_no_number(written: str) -> None:
    assert parse_reference(written) == DocumentReference(written=written)


def test_that_a_day_in_words_is_read() -> None:
    reference = parse_reference("Kế hoạch số 106-KH/TU ngày 07 tháng 8 năm 2023 của Tỉnh ủy")
    assert reference.issued_on == date(2023, 8, 7)
    assert reference.issuer == "Tỉnh ủy"


def test_that_an_impossible_day_is_refused() -> None:
    with pytest.raises(KnownError) as refusal:
        parse_reference("Kế hoạch số 45/KH-SNgV ngày 31/02/2026")
    assert refusal.value.key == "date_impossible"


def test_that_the_subject_is_not_taken_for_the_issuer() -> None:
    reference = parse_reference("Công văn số 12/SNgV-VP ngày 01/02/2026 về đón đoàn của Attapư")
    assert reference.issuer == ""
    assert reference.excerpt == "về đón đoàn của Attapư"


def test_that_one_document_written_twice_is_one() -> None:
    once = parse_reference("Kế hoạch số 45/KH-SNgV ngày 12/02/2026 của Sở Ngoại vụ")
    again = parse_reference("KH số 45 /KH-SNGV ngày 12 tháng 02 năm 2026")
    assert identity(once) == identity(again)


def test_that_the_same_number_of_another_year_is_another_document() -> None:
    one = parse_reference("Kế hoạch số 45/KH-SNgV ngày 12/02/2026")
    other = parse_reference("Kế hoạch số 45/KH-SNgV ngày 12/02/2027")
    assert identity(one) != identity(other)


def test_that_without_a_number_the_words_are_the_document() -> None:
    assert identity(parse_reference("Biên bản  BÀN GIAO")) == ("bien ban ban giao", "")


def test_that_a_first_mention_is_full_and_later_ones_brief() -> None:
    reference = parse_reference(PLAN)
    assert full(reference) == "Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh"
    assert brief(reference) == "Kế hoạch số 157/KH-UBND"


def test_that_a_full_citation_is_read_back() -> None:
    reference = parse_reference(PLAN)
    again = parse_reference(full(reference))
    assert identity(again) == identity(reference)
    assert full(again) == full(reference)


def test_that_what_has_no_number_is_cited_as_written() -> None:
    reference = parse_reference("Biên bản bàn giao sách")
    assert full(reference) == brief(reference) == "Biên bản bàn giao sách"


@pytest.mark.parametrize("odd", ["1" * 20_000, "1/" * 10_000, "a-" * 10_000, "số " * 10_000])
def test_that_odd_text_of_any_length_is_read_at_once(odd: str) -> None:
    assert parse_reference(odd).number == ""


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("Quyết định số 9/QĐ-TTg ngày 1/2/2026; Kế hoạch 157/KH-UBND", ["9/QĐ-TTg", "157/KH-UBND"]),
        ("45/KH-SNgV, 46/KH-SNgV và 12/UBND-VX", ["45/KH-SNgV", "46/KH-SNgV", "12/UBND-VX"]),
        ("Kế hoạch số 1/KH-A\nKế hoạch số 2/KH-A", ["1/KH-A", "2/KH-A"]),
        ("Luật Báo chí; 106-KH/TU", ["", "106-KH/TU"]),
        ("; 106-KH/TU;", ["106-KH/TU"]),
        ("Kế hoạch\nsố 5/KH-SNgV", ["5/KH-SNgV"]),
        ("Quyết định số 5/QĐ-UBND, ngày 1/2/2026, của UBND tỉnh", ["5/QĐ-UBND"]),
        ("Công văn 1/SNgV-VP về Kế hoạch 2/KH-A và Kế hoạch 3/KH-A", ["1/SNgV-VP"]),
        ("1/KH-A; " * 3, ["1/KH-A"] * 3),
    ],
)
def test_that_several_documents_in_one_text_are_told_apart(
    written: str, numbers: list[str]
) -> None:
    assert [each.number for each in parse_references(written)] == numbers


def test_that_the_plan_s_own_grounds_are_two_documents() -> None:
    decree, party = parse_references(
        "Nghị quyết số 47/NQ-CP ngày 15 tháng 4 năm 2024 của Chính phủ và Kế hoạch số 106-KH/TU"
        " ngày 07 tháng 8 năm 2023 của Ban Thường vụ Tỉnh ủy về triển khai Kết luận số 57- KL/TW"
    )
    assert (decree.number, decree.issuer) == ("47/NQ-CP", "Chính phủ")
    assert (party.number, party.issuer) == ("106-KH/TU", "Ban Thường vụ Tỉnh ủy")


def test_that_a_comma_is_not_the_issuer_s() -> None:
    written = "Quyết định số 5/QĐ-UBND, ngày 1/2/2026, của UBND tỉnh, v/v ban hành quy chế"
    assert parse_reference(written).issuer == "UBND tỉnh"


@pytest.mark.parametrize("odd", ["a; " * 40_000, "về " * 40_000, "và " * 40_000])
def test_that_odd_text_is_told_apart_at_once(odd: str) -> None:
    assert len(parse_references(odd)) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh", True),
        ("Ủy ban nhân dân tỉnh (bản sao)", "ủy ban nhân dân tỉnh Kon Tum", True),
        ("", "Ủy ban nhân dân tỉnh", True),
        ("Ủy ban nhân dân huyện Đăk Hà", "Ủy ban nhân dân tỉnh", False),
    ],
)
def test_that_ways_of_writing_an_issuer_are_one_body(one: str, other: str, *, same: bool) -> None:
    assert same_issuer(one, other) is same
    assert same_issuer(other, one) is same
