"""Verb and object by the unit's part (rule 1 of the wording)."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.report_deeds import deed

UBND = "Ủy ban nhân dân tỉnh"
PARTNERS = ("Công an tỉnh", "Sở Nội vụ")


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("Hội nghị quán triệt", "chủ trì tổ chức hội nghị quán triệt"),
        ("Chủ trì hội nghị quán triệt", "chủ trì tổ chức hội nghị quán triệt"),
        ("Tổ chức giao lưu", "chủ trì tổ chức giao lưu"),
        ("Cung cấp thông tin", "cung cấp thông tin"),
        ("Ban hành Kế hoạch năm 2026.", "ban hành Kế hoạch năm 2026"),
        ("Kế hoạch công tác năm 2026", "ban hành kế hoạch công tác năm 2026"),
        ("Văn bản đôn đốc", "ban hành văn bản đôn đốc"),
        ("Chuyên mục về biên giới", "thực hiện chuyên mục về biên giới"),
        ("Dự án hợp tác", "thực hiện dự án hợp tác"),
        ("Cửa khẩu mở lại", "chủ trì tổ chức cửa khẩu mở lại"),
        ("Đóng cửa triển lãm", "chủ trì tổ chức đóng cửa triển lãm"),
        ("Phối hợp doanh nghiệp tổ chức hội chợ", "phối hợp doanh nghiệp tổ chức hội chợ"),
    ],
)
def test_that_who_leads_holds_issues_or_does(title: str, done: str) -> None:
    assert deed(act("A1", title)) == done


@pytest.mark.parametrize(
    ("part", "title", "done"),
    [
        (Part.LEAD, "Hội nghị", "chủ trì, phối hợp với Công an tỉnh và Sở Nội vụ tổ chức hội nghị"),
        (Part.LEAD, "Chủ trì kiểm tra", "chủ trì, phối hợp với Công an tỉnh và Sở Nội vụ kiểm tra"),
        (Part.SUPPORT, "Hội nghị", "phối hợp với Công an tỉnh và Sở Nội vụ tổ chức hội nghị"),
        (Part.JOIN, "Hội nghị", "cùng Công an tỉnh và Sở Nội vụ tham gia hội nghị"),
        (
            Part.SUPPORT,
            "Phối hợp với Sở Nội vụ kiểm tra",
            "cùng Công an tỉnh phối hợp với Sở Nội vụ kiểm tra",
        ),
    ],
)
def test_that_partners_are_named_once(part: Part, title: str, done: str) -> None:
    assert deed(act("A1", title, part=part, partners=PARTNERS)) == done


@pytest.mark.parametrize(
    ("part", "title", "done"),
    [
        (Part.SUPPORT, "Biên dịch tờ rơi", "phối hợp biên dịch tờ rơi"),
        (Part.SUPPORT, "Góp ý dự thảo", "góp ý dự thảo"),
        (Part.JOIN, "Cử công chức dự tập huấn", "cử công chức dự tập huấn"),
        (Part.JOIN, "Dự án hợp tác", "tham gia dự án hợp tác"),
        (Part.JOIN, "Tham gia hội thảo", "tham gia hội thảo"),
    ],
)
def test_that_no_part_is_told_twice(part: Part, title: str, done: str) -> None:
    assert deed(act("A1", title, part=part)) == done


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("Ban hành Kế hoạch", "tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch"),
        ("Kế hoạch năm 2026", "tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch năm 2026"),
        (
            "Tham mưu kế hoạch năm 2026",
            "tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch năm 2026",
        ),
        ("Tham mưu phương án vận hành", "tham mưu phương án vận hành"),
        ("Trình UBND tỉnh danh mục", "tham mưu trình UBND tỉnh danh mục"),
    ],
)
def test_that_advice_names_who_is_advised_once(title: str, done: str) -> None:
    assert deed(act("A1", title, part=Part.ADVISE), UBND) == done


def test_that_support_without_partners_in_one_s_own_duty_is_just_doing() -> None:
    own_plan = act("A1", "Ban hành Kế hoạch của Sở", "IV.1", part=Part.SUPPORT)
    assert deed(own_plan, own=True) == "ban hành Kế hoạch của Sở"
    assert deed(own_plan) == "phối hợp ban hành Kế hoạch của Sở"
