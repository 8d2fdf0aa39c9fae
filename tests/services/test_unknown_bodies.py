"""Names of a list that nobody knows: decided, applied within one change, taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.services.unknown_bodies import (
    Decision,
    NewBody,
    OtherName,
    SuccessorOf,
    apply,
    asked,
    recognised_with,
)

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

MARCH, BASIS = date(2026, 3, 1), "Quyết định số 5/QĐ-UBND ngày 20/02/2026"


def _id(office: Office, name: str) -> str:
    found = find_unit(name, office.surroundings().organisation.units)
    assert found is not None
    return found.id


def test_that_only_names_nobody_bears_are_asked_for_and_each_once(office: Office) -> None:
    organisation = office.surroundings().organisation
    names = ("Sở Ngoại vụ", "Sở Đối ngoai vụ", "Sở  Đối ngoai vụ")

    (question,) = asked(names, organisation)

    assert question.name == "Sở Đối ngoai vụ"
    assert "Sở Ngoại vụ" in question.nearest


def test_that_decisions_are_applied_in_one_change_and_taken_back(office: Office) -> None:
    before = office.surroundings().organisation
    affairs, labour = _id(office, "Sở Ngoại vụ"), _id(office, "Sở Nội vụ")
    decisions: dict[str, Decision] = {
        "Trung tâm Báo chí": NewBody(UnitKind.PRESS, "Trung tâm Báo chí tỉnh"),
        "Phòng đối ngoại": OtherName(affairs),
        "Sở Nội vụ và Lao động": SuccessorOf((labour,), MARCH, BASIS),
        "Sở Hợp nhất": SuccessorOf(
            (_id(office, "Sở Y tế"), _id(office, "Sở Công Thương")), MARCH, BASIS
        ),
    }
    planned = recognised_with(decisions, before)
    with office.store.change("Hoa", "Nhập kế hoạch") as tx:
        ids = apply(tx, decisions, before)

    after = office.surroundings().organisation
    assert ids == planned.ids
    assert ids["Phòng đối ngoại"] == affairs
    assert ids["Sở Nội vụ và Lao động"] == labour
    assert after == planned.organisation
    for name, identity in ids.items():
        found = find_unit(name, after.units)
        assert found is not None
        assert found.id == identity
    assert after.unit(labour).name_on(date(2026, 2, 28)).name == "Sở Nội vụ"
    assert after.unit(labour).name_on(MARCH).name == "Sở Nội vụ và Lao động"

    assert take_back(office) == "Nhập kế hoạch"
    assert office.surroundings().organisation == before


def test_that_a_name_may_be_decided_on_twice_for_one_body(office: Office) -> None:
    before, affairs = office.surroundings().organisation, _id(office, "Sở Ngoại vụ")
    decisions: dict[str, Decision] = {"SNV cũ": OtherName(affairs), "Phòng NV": OtherName(affairs)}
    with office.store.change("Hoa", "Nhập kế hoạch") as tx:
        apply(tx, decisions, before)

    aliases = office.surroundings().organisation.unit(affairs).aliases
    assert {"SNV cũ", "Phòng NV"} <= set(aliases)


@pytest.mark.parametrize(
    ("decision", "key"),
    [
        (NewBody(UnitKind.DEPARTMENT, "Sở Ngoại vụ"), "name_taken"),
        (OtherName("nobody"), "unit_gone"),
        (SuccessorOf(("nobody",), MARCH, BASIS), "unit_gone"),
    ],
)
def test_that_a_decision_that_cannot_be_is_refused(
    office: Office, decision: Decision, key: str
) -> None:
    with pytest.raises(KnownError, match=key):
        recognised_with({"Sở Lạ": decision}, office.surroundings().organisation)
