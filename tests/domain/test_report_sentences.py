"""One activity told: when, who, what, where, with how much, and what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.report_desk import act
from ttdn_desktop.domain.report_sentences import (
    issued,
    month,
    outcome,
    papers,
    table_when,
    when,
    where,
)


@pytest.mark.parametrize(
    ("on", "until", "words"),
    [
        ("5/3/2026", None, "ngày 05/03/2026"),
        ("5/3/2026", date(2026, 3, 5), "ngày 05/03/2026"),
        ("8/4/2026", date(2026, 4, 11), "từ ngày 08/04/2026 đến ngày 11/04/2026"),
        ("3/2026", None, "trong tháng 3/2026"),
        ("2/2026", None, "trong tháng 02/2026"),
        ("3/2026", date(2026, 3, 31), "trong tháng 3/2026"),
        ("3/2026", date(2026, 5, 31), "từ tháng 3/2026 đến ngày 31/05/2026"),
        ("quý II/2026", None, "trong quý II/2026"),
        ("quý II/2026", date(2026, 6, 30), "trong quý II/2026"),
        ("quý II/2026", date(2026, 8, 1), "từ quý II/2026 đến ngày 01/08/2026"),
    ],
)
def test_that_a_time_is_told_as_exactly_as_it_is_known(
    on: str, until: date | None, words: str
) -> None:
    assert when(act("A1", "Hội nghị", on=on, until=until)) == words


@pytest.mark.parametrize(
    ("on", "until", "cell"),
    [
        ("8/4/2026", date(2026, 4, 11), "08/04/2026 - 11/04/2026"),
        ("3/2026", None, "tháng 3/2026"),
        ("quý IV/2026", date(2026, 12, 31), "quý IV/2026"),
    ],
)
def test_that_a_table_shows_the_same_time(on: str, until: date | None, cell: str) -> None:
    assert table_when(act("A1", "Hội nghị", on=on, until=until)) == cell


@pytest.mark.parametrize(
    ("title", "place", "told"),
    [
        ("Hội nghị", "phường Kon Tum", "Hội nghị tại phường Kon Tum."),
        ("Hội nghị", "Tại phường Kon Tum.", "Hội nghị tại phường Kon Tum."),
        ("Hội nghị", "Trực tuyến", "Hội nghị theo hình thức trực tuyến."),
        ("Bài viết", "Trang thông tin điện tử", "Bài viết trên Trang thông tin điện tử."),
        ("Hội nghị tại Bờ Y", "Bờ Y", "Hội nghị tại Bờ Y."),
        (
            "Tặng sách tại tỉnh Attapư và tỉnh Champasak (Lào)",
            "tỉnh Attapư, tỉnh Champasak (Lào)",
            "Tặng sách tại tỉnh Attapư và tỉnh Champasak (Lào).",
        ),
        ("Bài trên Cổng thông tin", "Cổng thông tin", "Bài trên Cổng thông tin."),
        (
            "Bài trên Cổng thông tin điện tử",
            "Cổng thông tin điện tử tỉnh",
            "Bài trên Cổng thông tin điện tử.",
        ),
        ("Thăm trường tại Bờ Y", "xã Măng Đen", "Thăm trường tại Bờ Y, xã Măng Đen."),
        ("Hội nghị", "", "Hội nghị."),
    ],
)
def test_that_a_place_is_named_once_and_with_its_preposition(
    title: str, place: str, told: str
) -> None:
    assert f"{title}{where(act('A1', title, place=place))}." == told


@pytest.mark.parametrize(
    ("documents", "told"),
    [
        (("Kế hoạch số 05/KH-SNgV ngày 10/01/2026 về họp",),
         " theo Kế hoạch số 05/KH-SNgV ngày 10/01/2026"),
        (("Công văn số 7/SNgV-VP ngày 10/01/2026 của Sở Ngoại vụ",),
         " (Công văn số 7/SNgV-VP ngày 10/01/2026)"),
        (("Công văn số 7/UBND-VX của Ủy ban nhân dân tỉnh",),
         " (Công văn số 7/UBND-VX của Ủy ban nhân dân tỉnh)"),
        (("Kế hoạch số 1/KH-SNgV", "Công văn số 7/SNgV-VP"),
         " (Kế hoạch số 1/KH-SNgV; Công văn số 7/SNgV-VP)"),
        ((), ""),
    ],
)  # fmt: skip
def test_that_a_document_is_what_is_done_by_or_only_cited(
    documents: tuple[str, ...], told: str
) -> None:
    assert papers(act("A1", "Hội nghị", documents=documents), "Sở Ngoại vụ") == told


def test_that_no_more_than_three_documents_are_named() -> None:
    numbers = tuple(f"Công văn số {number}/SNgV-VP" for number in range(10, 15))
    assert papers(act("A1", "Hội nghị", documents=numbers), "Sở") == (
        " (Công văn số 10/SNgV-VP; Công văn số 11/SNgV-VP; Công văn số 12/SNgV-VP; "
        "02 văn bản khác tại Phụ lục III)"
    )


@pytest.mark.parametrize(
    ("done", "document", "told"),
    [
        (
            "ban hành Kế hoạch công tác năm 2026",
            "Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ về công tác đối ngoại",
            "ban hành Kế hoạch số 05/KH-SNgV ngày 10/01/2026 về công tác đối ngoại",
        ),
        (
            "ban hành kế hoạch công tác năm 2026",
            "Kế hoạch số 05/KH-SNgV",
            "ban hành Kế hoạch số 05/KH-SNgV công tác năm 2026",
        ),
        ("ban hành Quy chế phối hợp", "Kế hoạch số 05/KH-SNgV", ""),
        ("tổ chức hội nghị về Kế hoạch", "Kế hoạch số 05/KH-SNgV", ""),
    ],
)
def test_that_what_was_issued_is_told_by_its_number(done: str, document: str, told: str) -> None:
    assert issued(act("A1", "Kế hoạch", documents=(document,)), done, "Sở Ngoại vụ") == told


def test_that_the_result_goes_before_the_content() -> None:
    assert outcome(act("A1", "Họp", content="Bàn về biên giới", result="ký biên bản")) == (
        "ký biên bản"
    )
    assert outcome(act("A1", "Họp", content="Bàn về biên giới")) == "Bàn về biên giới"
    assert outcome(act("A1", "Họp", content="Bàn về biên giới", result="\n")) == "Bàn về biên giới"
    assert outcome(act("A1", "Họp")) == ""


def test_that_only_the_first_two_months_take_a_zero() -> None:
    assert month(date(2026, 2, 1)) == "tháng 02 năm 2026"
    assert month(date(2026, 3, 1)) == "tháng 3 năm 2026"
