"""Sentences of an officer's text."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.report_split import lines, paragraphs, sentences, together


@pytest.mark.parametrize(
    "whole",
    [
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05.3.2026 của UBND tỉnh, Sở đã triển khai.",
        "Tài liệu do KT. Giám đốc và TM. Ủy ban nhân dân tỉnh ký.",
        "Hội nghị tổ chức tại TP. Kon Tum và P. Quyết Thắng với 1.234 lượt người.",
        "Kế hoạch số ……/KH-UBND ngày …/7/2024 của Ủy ban nhân dân tỉnh.",
        "1. Tiếp tục thực hiện nhiệm vụ.",
        "1.2. Tiếp tục thực hiện nhiệm vụ.",
        "II. Kết quả thực hiện",
        "a. Nhiệm vụ chủ trì",
        "Sở đã dự (có báo cáo. Có ảnh) hội nghị.",
        "Chủ đề “Biển đảo. Quê hương. Chúng ta” được chọn.",
        'Chủ đề "Biển đảo. Quê hương" được chọn.',
        "Ngày … Tháng … năm 2026 chưa định.",
        "Đồng chí Q. Giám đốc chủ trì.",
        "Kính gửi Sở Văn hóa, Thể thao và Du lịch tổng hợp./.",
        "Chuyên gia TS. A Biu và ThS. Y Lan dự.",
        "Xem tr. 12 của tài liệu.",
    ],
)
def test_that_one_sentence_is_not_torn(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ("Ban hành Công văn số 12/SNgV-VP.", "Sở đã gửi các xã."),
        ("Có 51 lượt người dự.", "18 lượt người phát biểu."),
        ("Hoàn thành ngày 05/3/2026.", "Kết quả tốt."),
        ("Gồm Lào, Campuchia…", "Các đoàn đã về."),
        ("Sở nói: “Đã xong.”", "Công việc tiếp tục."),
        ("(Số liệu tính đến 14/12/2026.)", "Sở báo cáo."),
        ("Đã xong chưa?", "“Chưa” là câu trả lời!", "- Còn 02 việc."),
        ("1. Tiếp tục thực hiện.", "2. Hoàn thành hồ sơ."),
        ("Kinh phí là 1.234.567 đồng.", "Đạt 90,4%."),
        ("Kính gửi Sở tổng hợp./.", "Trân trọng."),
        ("Gồm hội nghị, tập huấn, v.v.", "Sở đã báo cáo."),
    ],
)
def test_that_sentences_are_parted(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


def test_that_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert sentences("Hội nghị tại Đăk Glei. và Ngọc Hồi.") == [
        "Hội nghị tại Đăk Glei. và Ngọc Hồi."
    ]


def test_that_newlines_part_paragraphs_and_blank_ones_say_nothing() -> None:
    assert paragraphs("Một. Hai.\n\n  \nBa.") == [["Một.", "Hai."], ["Ba."]]


def test_that_what_is_known_is_found_whole_however_it_ends() -> None:
    known = "Sở báo cáo như sau: Kết quả. Còn nữa"

    assert paragraphs(f"Trước hết. {known} Sau cùng.", [known]) == [
        ["Trước hết.", known, "Sau cùng."]
    ]


def test_that_text_comes_together_again_as_it_was() -> None:
    text = "Một. Hai.\nBa. Bốn."

    assert together(paragraphs(text)) == text


def test_that_lines_are_not_parted() -> None:
    assert lines("Sở Ngoại vụ. Phòng A\n Như trên ") == [["Sở Ngoại vụ. Phòng A"], ["Như trên"]]


def test_that_text_comes_in_nfc() -> None:
    assert sentences("Hội nghị.") == ["Hội nghị."]
