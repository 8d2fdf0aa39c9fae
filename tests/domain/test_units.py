"""Bodies with dated names, and the initials proposed for them."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.units import (
    HeaderProfile,
    Unit,
    UnitClass,
    UnitKind,
    UnitName,
    class_id,
    unit_id,
)

OLD = UnitName("Ban Dân tộc", "BDT", None, date(2025, 2, 28))
NEW = UnitName("Sở Dân tộc và Tôn giáo", "SDTTG", date(2025, 3, 1), date(2027, 12, 31))
UNIT = Unit("u", UnitKind.DEPARTMENT, (OLD, NEW), until=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 2, 28), OLD),
        (date(2025, 3, 1), NEW),
        (date(2030, 1, 1), NEW),
    ],
)
def test_that_a_body_bears_the_name_of_the_day(day: date, name: UnitName) -> None:
    assert UNIT.name_on(day) == name


def test_that_before_its_first_name_a_body_is_called_by_it() -> None:
    unit = Unit("u", UnitKind.DEPARTMENT, (NEW,), since=NEW.since)
    assert unit.name_on(date(2024, 1, 1)) == NEW
    assert not unit.exists_on(date(2024, 1, 1))


def test_that_a_body_exists_to_the_end_of_its_last_day() -> None:
    assert UNIT.exists_on(date(2027, 12, 31))
    assert not UNIT.exists_on(date(2028, 1, 1))


def test_that_a_class_without_kinds_binds_nobody() -> None:
    assert UnitClass("c", "Các đơn vị có liên quan", ()).optional
    assert not UnitClass("c", "Các cơ quan báo chí", (UnitKind.PRESS,)).optional


def test_that_a_body_is_the_same_in_any_case_spacing_and_tone_placement() -> None:
    assert unit_id("Sở Văn hóa,  Thể thao và Du lịch") == unit_id("sở văn hoá, thể thao và du lịch")
    assert unit_id("Sở Nội vụ") != unit_id("Sở Ngoại vụ")
    assert unit_id("Các cơ quan báo chí") != class_id("Các cơ quan báo chí")


@pytest.mark.parametrize(
    ("name", "strip", "initials"),
    [
        ("Sở Tư pháp", "", "STP"),
        ("Sở Văn hóa, Thể thao và Du lịch", "", "SVHTTDL"),
        ("Sở Giáo dục và Đào tạo", "", "SGDĐT"),
        ("Ủy ban nhân dân xã Đăk Hà", "Ủy ban nhân dân ", "UBND"),
    ],
)
def test_that_initials_are_proposed_for_a_number(name: str, strip: str, initials: str) -> None:
    profile = HeaderProfile(UnitKind.OTHER, "", (), (), (), (), "", "", strip=strip)
    assert profile.abbreviation(name) == initials
