"""The head of a body's documents follows the day and the confirmed reorganisations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ttdn_desktop.domain.header import Header, header_on
from ttdn_desktop.domain.succession import Organisation
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.services.shipped_successions import shipped_successions
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_profiles, shipped_units

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)


def header(unit: Unit | str, day: date, *, confirmed: bool = True) -> Header:
    steps = tuple(replace(step, confirmed=confirmed) for step in shipped_successions())
    body = find_unit(unit, shipped_units()) if isinstance(unit, str) else unit
    assert body is not None
    return header_on(
        body, Organisation(shipped_units(), shipped_classes(), steps), shipped_profiles(), day
    )


@pytest.mark.parametrize(
    ("day", "confirmed", "parent", "place"),
    [
        (OLD, True, "UBND TỈNH KON TUM", "Kon Tum"),
        (NEW, True, "UBND TỈNH QUẢNG NGÃI", "Quảng Ngãi"),
        (NEW, False, "UBND TỈNH KON TUM", "Kon Tum"),
    ],
)
def test_that_the_merged_province_heads_a_department_once_confirmed(
    *, day: date, confirmed: bool, parent: str, place: str
) -> None:
    head = header("Sở Ngoại vụ", day, confirmed=confirmed)
    assert (head.parents, head.issuer, head.place) == ((parent,), ("SỞ NGOẠI VỤ",), place)
    assert (head.abbreviation, head.authority, head.self_name) == ("SNgV", ("GIÁM ĐỐC",), "Sở")
    assert head.motto[1] == "Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    ("name", "parents", "issuer", "authority"),
    [
        ("Ban Dân tộc", ("UBND TỈNH KON TUM",), ("BAN DÂN TỘC",), ("TRƯỞNG BAN",)),
        ("Văn phòng UBND tỉnh", ("UBND TỈNH KON TUM",), ("VĂN PHÒNG",), ("CHÁNH VĂN PHÒNG",)),
        (
            "UBND huyện Đăk Hà",
            (),
            ("ỦY BAN NHÂN DÂN", "HUYỆN ĐĂK HÀ"),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        ("Công an tỉnh", ("BỘ CÔNG AN",), ("CÔNG AN TỈNH KON TUM",), ("GIÁM ĐỐC",)),
        ("Ban Tuyên giáo Tỉnh ủy", ("TỈNH ỦY KON TUM",), ("BAN TUYÊN GIÁO",), ("TRƯỞNG BAN",)),
        ("Báo Kon Tum", ("TỈNH ỦY KON TUM",), ("BÁO KON TUM",), ("TỔNG BIÊN TẬP",)),
        (
            "Ủy ban MTTQ Việt Nam tỉnh",
            ("ỦY BAN MTTQ VIỆT NAM TỈNH KON TUM",),
            ("BAN THƯỜNG TRỰC",),
            ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),
        ),
    ],
)
def test_that_each_kind_heads_and_signs_in_its_own_way(
    name: str, parents: tuple[str, ...], issuer: tuple[str, ...], authority: tuple[str, ...]
) -> None:
    head = header(name, date(2024, 12, 14))
    assert (head.parents, head.issuer, head.authority) == (parents, issuer, authority)


def test_that_party_bodies_head_without_the_motto_of_the_state() -> None:
    assert header("Ban Tuyên giáo Tỉnh ủy", OLD).motto == ("ĐẢNG CỘNG SẢN VIỆT NAM",)


@pytest.mark.parametrize(
    ("name", "number", "star", "slashed"),
    [
        ("Sở Ngoại vụ", "Số:        /BC-SNgV", "", False),
        ("UBND huyện Đăk Hà", "Số:        /BC-UBND", "", False),
        ("Ban Tuyên giáo Tỉnh ủy", "Số        -BC/BTGTU", "*", True),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Số:        /BC-MTTQ-BTT", "", False),
    ],
)
def test_that_each_kind_numbers_in_its_own_way(
    *, name: str, number: str, star: str, slashed: bool
) -> None:
    head = header(name, date(2024, 12, 14))
    assert (head.number_line("BC"), head.star, head.slashed) == (number, star, slashed)


def test_that_the_youth_union_heads_its_papers_with_its_own_name() -> None:
    province = unit_id("Ủy ban nhân dân tỉnh Kon Tum")
    unit = Unit("mine", UnitKind.ASSOCIATION, (UnitName("Tỉnh Đoàn Kon Tum", "TĐKT"),), province)
    head = header(unit, OLD)
    assert (head.motto, head.star) == (("ĐOÀN TNCS HỒ CHÍ MINH",), "***")
    assert (head.issuer, head.number_line("BC")) == (("BCH TỈNH KON TUM",), "Số:        -BC/TĐTN")


def test_that_a_profile_may_say_where_its_papers_are_dated_from() -> None:
    steps = Organisation(shipped_units(), shipped_classes(), shipped_successions())
    profiles = [replace(each, dated_from="Đồn {place}") for each in shipped_profiles()]
    body = find_unit("Sở Ngoại vụ", shipped_units())
    assert body is not None
    assert header_on(body, steps, profiles, OLD).place == "Đồn Kon Tum"


def test_that_an_ended_body_keeps_the_head_of_its_last_day() -> None:
    head = header("Sở Kế hoạch và Đầu tư", date(2026, 12, 14))
    assert (head.parents, head.place) == (("UBND TỈNH KON TUM",), "Kon Tum")


def test_that_a_local_body_dates_from_its_own_place() -> None:
    assert header("UBND huyện Ngọc Hồi", OLD).place == "Ngọc Hồi"
    province = unit_id("Ủy ban nhân dân tỉnh Kon Tum")
    names = (UnitName("Ủy ban nhân dân xã Bờ Y", "UBND"),)
    commune = Unit("mine", UnitKind.COMMUNE, names, province)
    assert header(commune, NEW).place == "Bờ Y"
    assert header(commune, NEW).self_name == "Ủy ban nhân dân xã"


def test_that_a_body_given_by_its_kind_stands_under_the_province() -> None:
    province = unit_id("Ủy ban nhân dân tỉnh Kon Tum")
    unit = Unit("mine", UnitKind.DEPARTMENT, (UnitName("Sở Tư pháp", "STP"),), province)
    assert header(unit, NEW).parents == ("UBND TỈNH QUẢNG NGÃI",)
    assert header(replace(unit, kind=UnitKind.OTHER, parent_id=None), NEW).parents == ()
