"""Which items a body must answer (docs/decisions/0001)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ttdn_desktop.domain.involvement import Involvement, involvements, must_answer
from ttdn_desktop.domain.succession import Organisation
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.shipped_successions import shipped_successions
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_units

PLAN = shipped_plan()
CODES = {item.id: item.code for _kind, item in PLAN.items()}
PROPOSED = shipped_successions()
CONFIRMED = tuple(replace(proposal, confirmed=True) for proposal in PROPOSED)
LAST_DAY = date(2026, 12, 14)
EVERYBODYS = ["II.1", "II.2", "II.3", "II.4", "II.5", "3.4", "3.5", "IV.1"]


def named(name: str) -> Unit:
    found = find_unit(name, shipped_units())
    assert found is not None
    return found


def parts(
    unit: Unit, *, confirmed: bool = True, day: date = LAST_DAY, year: int = 2026
) -> dict[Involvement, list[str]]:
    organisation = Organisation(
        shipped_units(), shipped_classes(), CONFIRMED if confirmed else PROPOSED
    )
    found = involvements(unit, PLAN, organisation, day, year)
    return {
        kind: [CODES[item] for item, involvement in found.items() if involvement is kind]
        for kind in Involvement
    }


@pytest.mark.parametrize("confirmed", [True, False])
def test_that_so_ngoai_vu_answers_ten_tasks_the_directions_and_duty_1(*, confirmed: bool) -> None:
    found = parts(named("Sở Ngoại vụ"), confirmed=confirmed)
    assert found[Involvement.LEAD] == ["1.5", "1.6", "1.10", "1.11", "1.12"]
    assert found[Involvement.SUPPORT] == ["2.3", "2.4", "3.6"]
    assert found[Involvement.COMMON] == EVERYBODYS
    assert "1.1" in found[Involvement.OPTIONAL]


def test_that_what_is_only_khi_co_is_never_a_gap() -> None:
    assert [kind for kind in Involvement if must_answer(kind)] == [
        Involvement.LEAD,
        Involvement.SUPPORT,
        Involvement.COMMON,
    ]


def test_that_a_task_is_left_out_after_its_last_year() -> None:
    before = parts(named("Ban Dân tộc"), confirmed=False, year=2025)
    after = parts(named("Ban Dân tộc"), confirmed=False, year=2026)
    assert before[Involvement.LEAD] == ["2.6"]
    assert all("2.6" not in codes for codes in after.values())


def test_that_heirs_answer_only_once_a_proposal_is_confirmed() -> None:
    heir = named("Sở Tài chính")
    assert parts(heir)[Involvement.LEAD] == ["1.2", "1.14"]
    assert parts(heir, confirmed=False)[Involvement.LEAD] == []
    assert parts(heir, day=date(2025, 2, 28))[Involvement.LEAD] == []


def test_that_a_split_gives_each_heir_its_own_items() -> None:
    home, labour = named("Sở Nội vụ"), named("Sở Y tế")
    assert parts(home)[Involvement.LEAD] == ["1.8", "1.13", "3.4", "3.6", "3.7"]
    assert parts(labour)[Involvement.LEAD] == []
    culture = parts(named("Sở Văn hóa, Thể thao và Du lịch"))
    assert culture[Involvement.LEAD] == [
        *("1.1", "1.4", "1.8", "1.9", "1.14", "1.15", "1.16"),
        *("2.1", "2.2", "2.4", "2.5", "3.1", "3.2", "3.3", "IV.7"),
    ]
    assert culture[Involvement.SUPPORT] == ["1.11", "1.12", "2.3", "3.4", "3.7"]


def test_that_an_ended_body_keeps_its_items_in_its_own_folder() -> None:
    ended = named("Sở Kế hoạch và Đầu tư")
    assert parts(ended, day=date(2025, 2, 28), year=2025)[Involvement.LEAD] == ["1.2", "1.14"]
    assert parts(ended)[Involvement.LEAD] == ["1.2", "1.14"]


@pytest.mark.parametrize(
    ("name", "duty"),
    [
        ("Công an tỉnh", "IV.2"),
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "IV.3"),
        ("Ban Chỉ huy Bộ đội Biên phòng tỉnh", "IV.3"),
        ("Ban Tuyên giáo Tỉnh ủy", "IV.4"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "IV.4"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "IV.5"),
    ],
)
def test_that_a_body_answers_its_own_duty_and_what_is_everybodys(name: str, duty: str) -> None:
    found = parts(named(name))
    assert duty in found[Involvement.LEAD]
    assert found[Involvement.COMMON] == EVERYBODYS


def test_that_the_press_answers_its_duty_and_supports_only_when_it_does() -> None:
    found = parts(named("Báo Kon Tum"))
    assert found[Involvement.LEAD] == []
    assert found[Involvement.COMMON] == [*EVERYBODYS, "IV.6"]
    assert {"1.1", "2.5"} <= set(found[Involvement.OPTIONAL])


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (UnitKind.DEPARTMENT, []),
        (UnitKind.COMMUNE, []),
        (UnitKind.ASSOCIATION, ["IV.5"]),
        (UnitKind.PRESS, ["IV.6"]),
        (UnitKind.OTHER, []),
    ],
)
def test_that_a_body_given_by_its_kind_is_asked_what_its_kind_is_asked(
    kind: UnitKind, own: list[str]
) -> None:
    unit = Unit("mine", kind, (UnitName("Đơn vị của tôi", "ĐV"),))
    found = parts(unit)
    assert found[Involvement.COMMON] == [*EVERYBODYS, *own]
    assert (found[Involvement.LEAD], found[Involvement.SUPPORT]) == ([], [])


@pytest.mark.parametrize("name", ["Ủy ban nhân dân tỉnh Kon Tum", "Bộ Thông tin và Truyền thông"])
def test_that_who_receives_the_report_answers_nothing(name: str) -> None:
    assert not any(parts(named(name)).values())
