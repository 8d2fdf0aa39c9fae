"""Capitals and marks of sentences."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.report_case import flowing, joined, lower_first, sentence, spelled


@pytest.mark.parametrize(
    ("typed", "within"),
    [
        ("Hội nghị quán triệt", "hội nghị quán triệt"),
        ("Ký Bản ghi nhớ với tỉnh Attapư", "ký Bản ghi nhớ với tỉnh Attapư"),
        ("Đón UBND tỉnh Attapư", "đón UBND tỉnh Attapư"),
        ("Kế hoạch triển khai Đề án", "kế hoạch triển khai Đề án"),
        ("Video giới thiệu", "video giới thiệu"),
        ("Khuyến khích", "khuyến khích"),
    ],
)
def test_that_common_words_lose_their_capital_within_a_sentence(typed: str, within: str) -> None:
    assert lower_first(typed) == within


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân tỉnh ban hành",
        "Công an tỉnh",
        "Nhân dân hai bên biên giới",
        "Tết cổ truyền Bunpimay",
        "Lào và Campuchia",
        "Sở chưa có biên dịch viên",
        "Sở Ngoại vụ",
        "Kon Tum",
        "Attapư gửi thư",
        "ASEAN và Việt Nam",
        "Kế hoạch số 603/KH-UBND",
    ],
)
def test_that_names_keep_their_capital_within_a_sentence(name: str) -> None:
    assert lower_first(name) == name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("trao 20 suất quà", "Trao 20 suất quà."),
        ("Trao 20 suất quà. ", "Trao 20 suất quà."),
        ("Trao  20   suất quà;", "Trao 20 suất quà."),
        ("và các hoạt động khác…", "Và các hoạt động khác…"),
    ],
)
def test_that_a_sentence_has_one_capital_and_one_mark(typed: str, told: str) -> None:
    assert sentence(typed) == told


def test_that_lines_with_dashes_become_running_text() -> None:
    assert flowing("- Trao 20 suất quà\n- Ký 01 biên bản.\n\n+ hẹn gặp lại") == (
        "Trao 20 suất quà; ký 01 biên bản. Hẹn gặp lại."
    )


def test_that_the_last_of_several_is_joined_by_va() -> None:
    assert joined(["1.5"]) == "1.5"
    assert joined(["1.5", "1.6"]) == "1.5 và 1.6"
    assert joined(["1.5", "1.6", "1.10"]) == "1.5, 1.6 và 1.10"


def test_that_the_field_s_short_form_is_written_out() -> None:
    assert spelled("tin, bài về TTĐN") == "tin, bài về thông tin đối ngoại"
