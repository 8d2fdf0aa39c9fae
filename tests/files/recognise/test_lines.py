"""Lines within a cell."""

from __future__ import annotations

import pytest

from ttdn_desktop.files.recognise.lines import flowing, names_apart


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Thời\ngian\nthực\nhiện", "Thời gian thực hiện"),
        ("Kết luận số 57-\nKL/TW", "Kết luận số 57-KL/TW"),
        ("số 47/NQ-\nCP ngày 15/4/\n2024", "số 47/NQ-CP ngày 15/4/2024"),
        ("chính trị - xã hội -\nnghề nghiệp", "chính trị - xã hội - nghề nghiệp"),
        ("phát triển kinh tế\n- xã hội vùng", "phát triển kinh tế - xã hội vùng"),
        ("2024-\n2030", "2024-2030"),
        ("2024 -\n2030", "2024 - 2030"),
        ("Cổng/\nTrang  thông tin\xa0điện tử ", "Cổng/Trang thông tin điện tử"),
        ("Tổ chức:\n- Hội nghị\n- Hội thảo", "Tổ chức:\n- Hội nghị\n- Hội thảo"),
        ("gồm;\n- tổ chức hội nghị", "gồm;\n- tổ chức hội nghị"),
        ("Nội dung:\na) Một;\nb) Hai", "Nội dung:\na) Một;\nb) Hai"),
        ("về tỉnh;\nQuảng bá hình ảnh", "về tỉnh; Quảng bá hình ảnh"),
        ("thông\xad tin\u200b", "thông tin"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_that_lines_broken_by_the_width_are_joined_and_items_are_not(
    written: str, understood: str
) -> None:
    assert flowing(written) == understood


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("Sở Thông\ntin và\nTruyền\nthông", "Sở Thông tin và Truyền thông"),
        ("Sở Ngoại vụ\nSở Nội vụ", "Sở Ngoại vụ\nSở Nội vụ"),
        ("- Sở Tài\nchính\n- Công an tỉnh", "- Sở Tài chính\n- Công an tỉnh"),
        ("Sở Lao động\n- Thương binh và\nXã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Ngoại vụ;\nCông an tỉnh", "Sở Ngoại vụ; Công an tỉnh"),
        ("Văn phòng\nỦy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Bộ Chỉ huy\nBộ đội Biên phòng tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        ("Sở Tài nguyên và Môi trường\nSở Nội vụ", "Sở Tài nguyên và Môi trường\nSở Nội vụ"),
        ("Chủ trì: Sở Ngoại vụ\nPhối hợp: Công\nan", "Chủ trì: Sở Ngoại vụ\nPhối hợp: Công an"),
    ],
)
def test_that_a_line_that_begins_a_name_is_kept_apart(written: str, understood: str) -> None:
    assert names_apart(written) == understood


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Trước 30/6/202\n5", "Trước 30/6/2025"),
        ("2024-20\n30", "2024-2030"),
        ("Tháng 6/20\n26", "Tháng 6/2026"),
        ("lớp 3\n25 học viên", "lớp 3 25 học viên"),
        ("ngày 20\n12/2025", "ngày 20 12/2025"),
    ],
)
def test_that_a_year_broken_by_a_narrow_column_is_closed_up(broken: str, whole: str) -> None:
    assert flowing(broken) == whole
