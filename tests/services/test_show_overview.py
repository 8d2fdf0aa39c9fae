"""The page "Tổng quan": every number is the report's."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.counting import evidence_of
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.maker import SampleEvidence
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.keep_evidence import Shelf, add_link, count
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.sample import SampleClock, SampleWish, fill
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.show_items import items
from ttdn_desktop.services.show_overview import current_year, overview, years
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import activities, drafts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office

APART, GAP = "2.3", "3.6"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a year of activities; never written to."""
    root = tmp_path_factory.mktemp("sample") / "data"
    clock = SampleClock(2026, 1)
    start(root, clock, Start(unit=SO_NGOAI_VU, confirm=(ALL,)))
    with open_desk(root, writing=True, clock=clock) as desk:
        fill(desk.office, SampleEvidence(), SampleWish(2026, 146, 1))
        add_link(desk.office, "https://a.vn/chưa-xếp")
    return root


@pytest.fixture
def sample(told: Path, tmp_path: Path) -> Iterator[Office]:
    """Return the office at work in a copy of that folder."""
    root = shutil.copytree(told, tmp_path / "sample")
    with open_desk(root, writing=True, clock=TickingClock()) as desk:
        yield desk.office


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_that_page_and_report_tell_the_same(sample: Office, year: int, *, apart: bool) -> None:
    if apart:
        set_state(sample, year, [APART], TaskState.SEPARATE, "")
    seen = overview(sample, year)
    facts = gather(sample, seen.round)
    told = facts.activities
    assert (seen.activities, seen.withheld) == (len(told), len(facts.arranged.withheld))
    assert seen.with_evidence == sum(bool(each.evidence) for each in told)
    assert seen.without_result == sum(not each.result for each in told)
    assert seen.gaps == tuple(item.code for item in facts.gaps())
    assert seen.must == sum(item.must_answer for item in facts.items)
    assert seen.answered + len(seen.gaps) == seen.must
    assert sum(number for _year, _month, number in seen.months) == len(told)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("year", [2025, 2026])
def test_that_items_tell_what_the_report_tells(sample: Office, year: int, *, apart: bool) -> None:
    if apart:
        set_state(sample, year, [APART], TaskState.SEPARATE, "")
    seen = overview(sample, year)
    facts = gather(sample, seen.round)
    assert [row.id for row in seen.items] == [item.item.id for item in facts.items]
    pieces = {row.id: row.evidence for row in items(sample, year)}
    for row, item in zip(seen.items, facts.items, strict=True):
        assert (row.activities, row.withheld) == (len(item.activities), item.withheld)
        assert pieces[row.id] == evidence_of(item.activities)
        assert row.without_evidence == sum(not each.evidence for each in item.activities)
        assert (row.state, row.stated) == (item.state, item.state_set)
        assert row.must_answer == item.must_answer
    tasks = [row.id for row in seen.items if row.kind is ItemKind.TASK and row.stands]
    assert tasks == [item.item.id for item in facts.tasks()]


def test_that_a_direction_is_answered_by_its_tasks(office: Office) -> None:
    assert "II.3" in overview(office, 2026).gaps
    record(office, form("Đón đoàn", "1.10"))
    assert "II.3" not in overview(office, 2026).gaps


def test_that_the_days_left_count_to_the_sending_day(office: Office) -> None:
    now, past = overview(office, 2026), overview(office, 2025)
    assert (now.today, now.days_left, now.late_matters) == (date(2026, 12, 1), 13, True)
    assert past.days_left == -352
    assert not overview(office, 2027).late_matters


@pytest.mark.parametrize(
    ("name", "kind", "days", "late"),
    [
        ("Hội Nhà báo tỉnh", UnitKind.ASSOCIATION, 13, False),
        ("Sở Tư pháp", UnitKind.DEPARTMENT, 13, True),
        ("Bộ Ngoại giao", UnitKind.MINISTRY, None, False),
    ],
)
def test_that_bodies_merely_asked_are_never_late(
    tmp_path: Path, name: str, kind: UnitKind, days: int | None, *, late: bool
) -> None:
    start(tmp_path / "data", TickingClock(), Start(unit=name, kind=kind))
    with open_desk(tmp_path / "data", writing=False, clock=TickingClock()) as desk:
        seen = overview(desk.office, 2026)
    assert (seen.days_left, seen.late_matters) == (days, late)


def test_that_the_months_are_those_of_the_round(office: Office) -> None:
    for day in ("20/12/2025", "5/3/2026", "6/3/2026", "14/12/2026"):
        record(office, form(f"Họp {day}", on=day))
    months = overview(office, 2026).months
    assert (months[0], months[3], months[-1]) == ((2025, 12, 1), (2026, 3, 2), (2026, 12, 1))
    assert len(months) == 13


def test_that_the_year_before_stands_beside(office: Office) -> None:
    set_state(office, 2025, [GAP], TaskState.NOT_STARTED, "")
    record(office, form("Đón đoàn", on="5/3/2025"))
    before = {row.code: row.prev_state for row in overview(office, 2026).items}
    assert (before[GAP], before["1.10"]) == (TaskState.NOT_STARTED, TaskState.IN_PROGRESS)
    assert before["1.5"] is None


def test_that_drafts_and_unfiled_evidence_are_counted(office: Office) -> None:
    drafts.save(office.store, "activity:new", {"title": "Đang viết"})
    drafts.save(office.store, "report:2026:ii.1.result", {"text": "Đang viết"})
    add_link(office, "https://a.vn")
    record(office, form("Đón đoàn", files=(paper("a.png", b"a"),)))
    seen = overview(office, 2026)
    assert (seen.drafts, seen.unfiled, seen.with_evidence) == (1, 1, 1)
    assert seen.unfiled == count(office, Shelf(unfiled=True))


def test_that_evidence_of_a_binned_activity_is_unfiled(office: Office) -> None:
    made = record(office, form("Đón đoàn", files=(paper("a.png", b"a"),)))
    with office.store.change("Hoa", "bỏ") as tx:
        activities.bin_one(tx, made.id)
    seen = overview(office, 2026)
    assert (seen.activities, seen.unfiled) == (0, 1)
    take_back(office)
    assert overview(office, 2026).unfiled == 0


def test_that_what_nobody_confirmed_is_named(tmp_path: Path) -> None:
    wish = Start(unit=SO_NGOAI_VU, confirm=("BO-TTTT",), plan_number="2512")
    start(tmp_path / "data", TickingClock(), wish)
    with open_desk(tmp_path / "data", writing=False, clock=TickingClock()) as desk:
        seen = overview(desk.office, 2026)
        early = overview(desk.office, 2024)
    assert "QN-2025-TINH" in seen.open_successions
    assert "BO-TTTT" not in seen.open_successions
    assert early.open_successions == ()
    assert seen.plan_number == "2512/KH-UBND"


def test_that_the_plan_s_number_stays_blank_until_it_is_given(office: Office) -> None:
    assert overview(office, 2026).plan_number is None


def test_that_the_current_year_turns_on_15_december(office: Office) -> None:
    assert current_year(office) == 2026


def test_that_the_years_to_choose_are_those_with_activities(office: Office) -> None:
    assert years(office) == (2026,)
    for day in ("14/12/2024", "15/12/2024", "5/3/2027"):
        record(office, form(f"Họp {day}", on=day))
    assert years(office) == (2024, 2025, 2026, 2027)
    take_back(office)
    assert years(office) == (2024, 2025, 2026)


def test_that_the_first_and_last_possible_years_are_shown(office: Office) -> None:
    assert overview(office, 2000).activities == 0
    assert overview(office, 2100).days_left is not None
    with pytest.raises(KnownError, match="year_impossible"):
        overview(office, 1999)
