"""The reorganisation of 2025 ships as proposals, with what is known of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ttdn_desktop.domain.succession import EVERYTHING, coordinator_on, heir_of, undecided
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.shipped_successions import shipped_successions
from ttdn_desktop.services.shipped_units import shipped_units

PROPOSALS = shipped_successions()
CONFIRMED = tuple(replace(proposal, confirmed=True) for proposal in PROPOSALS)
UNITS = {unit.id: unit for unit in shipped_units()}


def identity(name: str) -> str:
    unit = find_unit(name, tuple(UNITS.values()))
    assert unit is not None
    return unit.id


def test_that_nothing_of_2025_is_applied_by_itself() -> None:
    assert not any(proposal.confirmed for proposal in PROPOSALS)


def test_that_each_proposal_has_its_basis_its_certainty_and_known_bodies() -> None:
    assert len({proposal.code for proposal in PROPOSALS}) == len(PROPOSALS) == 13
    for proposal in PROPOSALS:
        assert proposal.basis
        assert proposal.certainty
        assert undecided(proposal) == ()
        assert {*proposal.from_ids, *(heir.unit_id for heir in proposal.heirs)} <= set(UNITS)


def test_that_codes_taken_are_codes_of_the_plan() -> None:
    codes = {item.code for _kind, item in shipped_plan().items()} | {EVERYTHING}
    for proposal in PROPOSALS:
        assert {code for heir in proposal.heirs for code in heir.takes} <= codes


@pytest.mark.parametrize(
    ("old", "item", "day", "heir"),
    [
        ("UBND tỉnh Kon Tum", EVERYTHING, date(2025, 7, 1), "UBND tỉnh Quảng Ngãi"),
        ("UBND tỉnh Kon Tum", EVERYTHING, date(2025, 6, 30), "UBND tỉnh Kon Tum"),
        ("Sở TT&TT", "3.2", date(2025, 3, 1), "Sở VHTTDL"),
        ("Sở LĐTBXH", "1.8", date(2025, 3, 1), "Sở Nội vụ"),
        ("Sở LĐTBXH", "1.13", date(2025, 3, 1), "Sở Nội vụ"),
        ("Sở KH&ĐT", "1.2", date(2025, 3, 1), "Sở Tài chính"),
        ("Sở NN&PTNT", "1.7", date(2025, 3, 1), "Sở NN&MT"),
        ("Ban Dân tộc", "2.6", date(2025, 3, 1), "Sở Dân tộc và Tôn giáo"),
        ("BCH BĐBP tỉnh", "IV.3", date(2025, 7, 1), "Ban Chỉ huy BĐBP tỉnh"),
        ("Báo Kon Tum", "IV.6", date(2025, 7, 1), "Báo Quảng Ngãi"),
        ("Báo Kon Tum", "IV.6", date(2025, 8, 1), "Báo và PTTH Quảng Ngãi"),
        ("UBND huyện Đăk Hà", "3.5", date(2025, 7, 1), "UBND huyện Đăk Hà"),
    ],
)
def test_that_confirmed_each_item_goes_to_its_heir(
    old: str, item: str, day: date, heir: str
) -> None:
    assert heir_of(identity(old), item, day, CONFIRMED) == identity(heir)


def test_that_the_coordinator_moves_with_external_information() -> None:
    plan, day = shipped_plan().plan, date(2026, 12, 14)
    assert coordinator_on(plan, day, PROPOSALS) == identity("Sở Thông tin và Truyền thông")
    assert coordinator_on(plan, day, CONFIRMED) == identity("Sở Văn hóa, Thể thao và Du lịch")
    assert coordinator_on(plan, date(2025, 2, 28), CONFIRMED) == plan.coordinator_id
