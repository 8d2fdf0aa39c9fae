"""A reorganisation as typed, understood among the bodies that are known."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.test_succession import MARCH, body
from ttdn_desktop.domain.reorganisation import Understood, Wish, understand
from ttdn_desktop.domain.succession import Organisation, SuccessionKind
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName
from ttdn_desktop.errors import KnownError

ONE, OTHER, THIRD = (body(name) for name in ("Nội vụ", "Ngoại vụ", "Tài chính"))
KNOWN = Organisation((ONE, OTHER, THIRD), (), ())
MERGER = Wish(
    kind=SuccessionKind.MERGE,
    origins=("Sở Nội vụ", "Sở Ngoại vụ"),
    heirs=("Sở Mới",),
    on=MARCH,
    basis="Nghị quyết số 1",
)


def new(name: str, kind: UnitKind, origin: Unit) -> Unit:
    return Unit(name, kind, (UnitName(name, "M"),), origin.parent_id)


def read(wish: Wish, among: Organisation = KNOWN) -> Understood:
    return understand(wish, among, ("1.1", "1.2"), new)


def test_that_a_new_body_is_of_the_kind_of_the_first_origin_and_begins_on_the_day() -> None:
    made = read(MERGER)
    (heir,) = made.new
    assert (heir.kind, heir.since) == (ONE.kind, MARCH)
    assert made.succession.from_ids == (ONE.id, OTHER.id)
    assert made.succession.confirmed
    assert read(replace(MERGER, heir_kind=UnitKind.PRESS)).new[0].kind is UnitKind.PRESS


def test_that_names_are_found_however_they_are_typed() -> None:
    typed = (unicodedata.normalize("NFD", "sở nội  vụ"), "SO NGOAI VU", "Sở Nội vụ", " ")
    assert read(replace(MERGER, origins=typed)).origins == (ONE, OTHER)


def test_that_what_was_understood_is_what_the_organisation_becomes() -> None:
    made = read(MERGER)
    after = made.applied_to(KNOWN)
    assert after.units == (*KNOWN.units, *made.new)
    assert after.successions == (made.succession,)


def test_that_codes_count_on_within_a_year() -> None:
    first = read(MERGER).applied_to(KNOWN)
    third = Wish(
        kind=SuccessionKind.DISSOLVE, origins=("Sở Tài chính",), heirs=(), on=MARCH, basis="1"
    )
    assert read(third, first).succession.code == "SX-2025-2"


def test_that_a_name_of_two_bodies_is_asked_for_in_full() -> None:
    twin = replace(body("Khác"), aliases=("Sở Nội vụ",))
    among = replace(KNOWN, units=(*KNOWN.units, twin))
    with pytest.raises(KnownError, match="unit_ambiguous"):
        read(MERGER, among)


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        (replace(MERGER, takes={"Sở Mới": ("9.9",)}), "item_unknown"),
        (replace(MERGER, takes={"Sở Lạ": ("1.1",)}), "heir_not_named"),
        (replace(MERGER, origins=()), "units_unknown"),
        (replace(MERGER, heirs=()), "merge_into_one"),
        (replace(MERGER, basis="–"), "basis_missing"),
    ],
)
def test_that_what_is_typed_wrongly_is_refused(wish: Wish, key: str) -> None:
    with pytest.raises(KnownError, match=key):
        read(wish)


def test_that_a_body_that_has_not_begun_is_not_reorganised() -> None:
    late = replace(THIRD, since=date(2026, 1, 1))
    wish = replace(MERGER, origins=("Sở Nội vụ", "Sở Tài chính"))
    with pytest.raises(KnownError, match="unit_not_begun"):
        read(wish, replace(KNOWN, units=(ONE, OTHER, late)))


def test_that_a_code_may_be_taken_by_two_and_is_then_undecided() -> None:
    split = Wish(
        kind=SuccessionKind.SPLIT,
        origins=("Sở Nội vụ",),
        heirs=("Sở Nội vụ", "Sở Mới"),
        on=MARCH,
        basis="Nghị quyết số 1",
        takes={"Sở Nội vụ": ("1.1", "*"), "Sở Mới": ("1.1", "1.2")},
    )
    step = read(split).succession
    assert step.heirs_of_item("1.1") == (ONE.id, "Sở Mới")
    assert step.heirs_of_item("1.2") == ("Sở Mới",)
