"""Recognising bodies by what is typed or printed."""

from __future__ import annotations

import unicodedata

import pytest

from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.unit_names import find_class, find_unit, nearest_names, recognised
from ttdn_desktop.domain.units import Unit, UnitClass, UnitKind, UnitName


def unit(name: str, *aliases: str, kind: UnitKind = UnitKind.DEPARTMENT, place: str = "") -> Unit:
    return Unit(name, kind, (UnitName(name, ""),), place=place, aliases=aliases)


UNITS = (
    unit("Ủy ban nhân dân tỉnh Kon Tum", "UBND tỉnh", kind=UnitKind.PROVINCE, place="Kon Tum"),
    unit("Sở Ngoại vụ"),
    unit("Sở Nội vụ"),
    unit("Sở Thông tin và Truyền thông", "Sở TT&TT"),
    unit("Sở Văn hóa, Thể thao và Du lịch"),
    unit("Công an tỉnh"),
    unit("Ủy ban nhân dân huyện Ia H'Drai"),
)
CLASSES = (
    UnitClass(
        "c", "Các địa phương, đơn vị có liên quan", (), ("Các địa phương, đơn vị liên quan",)
    ),
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sở Ngoại vụ", "Sở Ngoại vụ"),
        ("SỞ NGOẠI VỤ", "Sở Ngoại vụ"),
        ("so ngoai vu", "Sở Ngoại vụ"),
        (" Sở  Ngoại vụ ", "Sở Ngoại vụ"),
        (unicodedata.normalize("NFD", "Sở Ngoại vụ"), "Sở Ngoại vụ"),
        ("Sở Ngoại vụ tỉnh Kon Tum", "Sở Ngoại vụ"),
        ("Sở Văn hoá, Thể thao & Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("sở tt&tt", "Sở Thông tin và Truyền thông"),
        ("Công an tỉnh Kon Tum", "Công an tỉnh"),
        ("UBND huyện Ia H’Drai", "Ủy ban nhân dân huyện Ia H'Drai"),
        ("UBND tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Kon Tum"),
    ],
)
def test_that_a_body_is_found_however_it_is_written(written: str, name: str) -> None:
    found = find_unit(written, UNITS)
    assert found is not None
    assert found.id == name


@pytest.mark.parametrize("written", ["Sở Tư pháp", "Sở", "", "Sở Ngoại vụ tỉnh Gia Lai", "Kon Tum"])
def test_that_another_body_is_not_taken_for_one_we_know(written: str) -> None:
    assert find_unit(written, UNITS) is None


def test_that_accents_typed_decide_between_bodies_that_fold_alike() -> None:
    alike = (unit("Sở Má"), unit("Sở Mã"))
    found = find_unit("sở mã", alike)
    assert found is not None
    assert found.id == "Sở Mã"
    assert find_unit("so ma", alike) is None


def test_that_an_unknown_name_is_answered_with_the_nearest() -> None:
    assert nearest_names("Sở Ngoai vu tinh", UNITS)[0] == "Sở Ngoại vụ"
    assert nearest_names("Sở Nội vị", UNITS)[0] == "Sở Nội vụ"
    assert len(nearest_names("Sở", UNITS)) <= 3
    assert nearest_names("zzzz", UNITS) == ()


def test_that_a_class_is_found_by_its_spellings() -> None:
    assert find_class("các địa phương, đơn vị liên quan", CLASSES) == CLASSES[0]
    assert find_class("các cơ quan báo chí", CLASSES) is None


def test_that_a_cell_is_recognised_as_a_body_a_class_or_nothing() -> None:
    assert recognised("Sở  Nội vụ", UNITS, CLASSES) == Assignee("Sở Nội vụ", unit_id="Sở Nội vụ")
    related = "các địa phương, đơn vị có liên quan"
    assert recognised(related, UNITS, CLASSES) == Assignee(related, class_id="c")
    assert recognised("Sở Tư pháp", UNITS, CLASSES) == Assignee("Sở Tư pháp")
