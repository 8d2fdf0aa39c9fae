"""The bodies, classes and header profiles that ship with the program."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from ttdn_desktop.domain.header import profile_of
from ttdn_desktop.domain.unit_names import find_class, find_unit
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.paths import resource
from ttdn_desktop.services.shipped_units import (
    kind_named,
    kind_profile,
    shipped_classes,
    shipped_profiles,
    shipped_units,
)

UNITS = shipped_units()


@pytest.mark.parametrize("name", [unit.names[0].name for unit in UNITS])
def test_that_a_body_is_found_by_each_of_its_spellings(name: str) -> None:
    unit = next(each for each in UNITS if each.names[0].name == name)
    for written in (unit.names[0].name, *unit.aliases):
        for spelling in (written, written.upper(), unicodedata.normalize("NFD", written)):
            assert find_unit(spelling, UNITS) == unit


@pytest.mark.parametrize(
    "name",
    ["Sở Tư pháp", "Sở Xây dựng", "Sở Giao thông vận tải", "Thanh tra tỉnh", "Tỉnh Đoàn Kon Tum"],
)
def test_that_bodies_the_plan_does_not_name_are_not_known(name: str) -> None:
    assert find_unit(name, UNITS) is None


def test_that_the_districts_are_ten_with_their_own_places() -> None:
    districts = [unit for unit in UNITS if unit.kind is UnitKind.DISTRICT]
    assert [unit.place for unit in districts] == [
        *("Kon Tum", "Đăk Glei", "Ngọc Hồi", "Đăk Tô", "Tu Mơ Rông", "Đăk Hà", "Kon Rẫy"),
        *("Kon Plông", "Sa Thầy", "Ia H'Drai"),
    ]


def test_that_every_parent_is_a_body_and_only_top_bodies_have_none() -> None:
    known = {unit.id for unit in UNITS}
    tops = {UnitKind.MINISTRY, UnitKind.PROVINCE}
    assert len(known) == len(UNITS)
    for unit in UNITS:
        assert (unit.parent_id is None) == (unit.kind in tops)
        assert unit.parent_id is None or unit.parent_id in known


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [("Sở Ngoại vụ", "SNgV"), ("Sở TT&TT", "STTTT"), ("Sở KH&ĐT", "SKHĐT"), ("Ban Dân tộc", "BDT")],
)
def test_that_numbers_bear_the_abbreviation_a_body_uses(name: str, abbreviation: str) -> None:
    unit = find_unit(name, UNITS)
    assert unit is not None
    assert unit.names[0].abbreviation == abbreviation


def test_that_no_two_classes_are_spelt_alike() -> None:
    spellings = [
        spelling for each in shipped_classes() for spelling in (each.name, *each.spellings)
    ]
    assert [spelling for spelling, count in Counter(spellings).items() if count > 1] == []
    for each in shipped_classes():
        assert all(find_class(written, shipped_classes()) == each for written in each.spellings)


def test_that_classes_are_not_taken_for_bodies() -> None:
    for each in shipped_classes():
        assert all(find_unit(written, UNITS) is None for written in (each.name, *each.spellings))


@pytest.mark.parametrize("kind", list(UnitKind))
def test_that_every_kind_has_a_profile_and_is_named_by_its_own_word(kind: UnitKind) -> None:
    assert kind_profile(kind).prefix == ""
    assert kind_named(kind.upper()) is kind


def test_that_every_shipped_body_has_a_profile_that_fits() -> None:
    for unit in UNITS:
        assert profile_of(unit.kind, unit.names[0].name, shipped_profiles()).authority


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("state", UnitKind.DEPARTMENT),
        ("Sở", UnitKind.DEPARTMENT),
        ("army", UnitKind.ARMED_FORCES),
        ("armed-forces", UnitKind.ARMED_FORCES),
        ("mass", UnitKind.ASSOCIATION),
        ("huyện", UnitKind.DISTRICT),
        ("xã", UnitKind.COMMUNE),
        ("Công an", UnitKind.POLICE),
        (" sở, ban,  ngành", UnitKind.DEPARTMENT),
        ("UBND xã", UnitKind.COMMUNE),
    ],
)
def test_that_a_kind_is_known_by_the_words_in_use(word: str, kind: UnitKind) -> None:
    assert kind_named(word) is kind


def test_that_an_unknown_kind_is_none() -> None:
    assert kind_named("planet") is None


@pytest.mark.parametrize("folder", ["plans", "units", "successions", "indicators"])
def test_that_shipped_data_is_nfc(folder: str) -> None:
    for path in sorted(resource(folder).glob("*.json")):
        text = path.read_text("utf-8")
        assert text == unicodedata.normalize("NFC", text)
