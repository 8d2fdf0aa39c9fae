"""The first start: whose folder it is, and what was confirmed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TODAY, TickingClock
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.officer import Mode
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.start_folder import (
    ALL,
    Start,
    proposals_for,
    start,
    units_offered,
)
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.start_folder import Started


def _started(folder: Path, wish: Start) -> Started:
    return start(folder / "data", TickingClock(), wish)


def test_that_the_department_must_answer_what_the_plan_lays_on_it(tmp_path: Path) -> None:
    made = _started(tmp_path, Start(unit="sở ngoại vụ tỉnh Kon Tum"))
    assert made.unit.names[0].name == SO_NGOAI_VU
    assert made.must_answer(TODAY) == (
        *("II.1", "II.2", "II.3", "II.4", "II.5", "1.5", "1.6", "1.10", "1.11", "1.12"),
        *("2.3", "2.4", "3.4", "3.5", "3.6", "IV.1"),
    )


def test_that_nothing_is_confirmed_unasked(tmp_path: Path) -> None:
    made = _started(tmp_path, Start(unit="Ban Dân tộc"))
    assert not any(each.confirmed for each in made.organisation.successions)
    assert not made.ended(TODAY)


def test_that_proposals_are_confirmed_by_code_or_all_at_once(tmp_path: Path) -> None:
    one = _started(tmp_path / "one", Start(unit="Ban Dân tộc", confirm=("BAN-DT",)))
    assert [each.code for each in one.organisation.successions if each.confirmed] == ["BAN-DT"]
    assert one.ended(TODAY)
    everything = _started(tmp_path / "all", Start(unit="Ban Dân tộc", confirm=(ALL,)))
    assert all(each.confirmed for each in everything.organisation.successions)


def test_that_a_unit_outside_the_plan_needs_its_kind(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="unit_unknown") as refused:
        _started(tmp_path, Start(unit="Sở Ngoại giao"))
    assert SO_NGOAI_VU in str(refused.value.facts["nearest"])
    made = _started(tmp_path, Start(unit="Sở Tư pháp", kind=UnitKind.DEPARTMENT))
    assert made.unit.names[0].abbreviation == "STP"
    assert made.must_answer(TODAY)[-3:] == ("3.4", "3.5", "IV.1")


def test_that_a_folder_is_started_once(tmp_path: Path) -> None:
    _started(tmp_path, Start(unit=SO_NGOAI_VU))
    with pytest.raises(KnownError, match="folder_taken"):
        _started(tmp_path, Start(unit="Sở Nội vụ"))
    with open_desk(tmp_path / "data", writing=False) as desk:
        assert desk.office.surroundings().unit.names[0].name == SO_NGOAI_VU


def test_that_an_unknown_proposal_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="proposal_unknown"):
        _started(tmp_path, Start(unit=SO_NGOAI_VU, confirm=("XYZ",)))
    assert not (tmp_path / "data").exists()


def test_that_the_start_itself_is_not_taken_back(tmp_path: Path) -> None:
    _started(tmp_path, Start(unit=SO_NGOAI_VU))
    with (
        open_desk(tmp_path / "data", writing=True) as desk,
        pytest.raises(KnownError, match="nothing_to_undo"),
    ):
        take_back(desk.office)


def test_that_the_officer_s_name_stands_in_the_history(tmp_path: Path) -> None:
    _started(tmp_path, Start(unit=SO_NGOAI_VU, officer=" Lê Thị  Hoa "))
    with open_desk(tmp_path / "data", writing=False, clock=TickingClock()) as desk:
        assert desk.office.actor() == "Lê Thị Hoa"


def test_that_without_an_officer_the_history_names_the_office(tmp_path: Path) -> None:
    _started(tmp_path, Start(unit=SO_NGOAI_VU))
    with open_desk(tmp_path / "data", writing=False, clock=TickingClock()) as desk:
        assert desk.office.actor() == "Cán bộ phụ trách"


def test_that_what_is_known_of_the_officer_is_written(tmp_path: Path) -> None:
    wish = Start(
        unit=SO_NGOAI_VU,
        officer="Lê Thị Hoa",
        title="Chuyên viên",
        phone="0260 3",
        email="hoa@example.vn",
        decision="Quyết định số 12/QĐ-SNgV",
        mode=Mode.FULL_TIME,
    )
    _started(tmp_path, wish)
    with open_desk(tmp_path / "data", writing=False) as desk:
        (officer,) = desk.office.surroundings().officers
    assert (officer.title, officer.phone, officer.email) == (
        "Chuyên viên",
        "0260 3",
        "hoa@example.vn",
    )
    assert (officer.decision, officer.mode) == ("Quyết định số 12/QĐ-SNgV", Mode.FULL_TIME)


def test_that_the_plan_s_number_and_day_may_be_given_at_once(tmp_path: Path) -> None:
    wish = Start(unit=SO_NGOAI_VU, plan_number=" 2512 ", plan_issued_on=date(2024, 7, 5))
    _started(tmp_path, wish)
    with open_desk(tmp_path / "data", writing=False) as desk:
        plan = desk.office.surroundings().version.plan
    assert (plan.number, plan.issued_on) == ("2512", date(2024, 7, 5))


def test_that_a_number_without_a_figure_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="number_missing"):
        _started(tmp_path, Start(unit=SO_NGOAI_VU, plan_number="KH-UBND"))
    assert not (tmp_path / "data").exists()


def test_that_every_body_offered_can_start(tmp_path: Path) -> None:
    offered = units_offered()
    for number, each in enumerate(offered):
        assert _started(tmp_path / str(number), Start(unit=each.name)).unit.kind is each.kind


def test_that_the_offer_tells_who_has_ended_and_who_only_receives() -> None:
    offered = {each.name: each for each in units_offered()}
    ended = offered["Sở Thông tin và Truyền thông"]
    assert (ended.ended, ended.ended_on) == (True, date(2025, 2, 28))
    assert "Sở Văn hóa, Thể thao và Du lịch" in ended.heirs
    assert not offered[SO_NGOAI_VU].ended
    assert offered[SO_NGOAI_VU].abbreviation == "SNgV"
    assert not offered["Văn phòng Chính phủ"].reports
    assert offered["Sở Văn hóa, Thể thao và Du lịch"].reports


def test_that_proposals_are_told_before_a_folder_exists() -> None:
    own = {each.code: each for each in proposals_for("Ban Dân tộc")}
    other = {each.code: each for each in proposals_for("Sở Tư pháp", UnitKind.DEPARTMENT)}
    assert own["BAN-DT"].concerns_unit
    assert not other["BAN-DT"].concerns_unit
    assert other["QN-2025-TINH"].concerns_unit
    assert not any(each.confirmed for each in own.values())
    with pytest.raises(KnownError, match="unit_unknown"):
        proposals_for("Sở Tư pháp")
