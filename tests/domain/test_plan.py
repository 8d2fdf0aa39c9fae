"""The plan's shapes: items by code, years, deadlines, identities from content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ttdn_desktop.domain.plan import (
    Assignee,
    Deadline,
    Direction,
    Duty,
    ItemKind,
    Plan,
    PlanVersion,
    Task,
    TaskGroup,
)
from ttdn_desktop.domain.plan_identity import fingerprint, plan_id, task_id, version_id
from ttdn_desktop.errors import KnownError

PLAN = Plan(
    id="p",
    title="Triển khai",
    issuer_id="ubnd",
    coordinator_id="tt",
    number=None,
    number_suffix="/KH-UBND",
    issued_on=None,
    month=date(2024, 7, 1),
    replaces="",
    replaces_reference="",
    subject="",
    legal_basis=(),
    recipients=(),
)
TASK = Task(
    id="t",
    code="1.10",
    title="Hợp tác",
    group_code="1",
    lead=(Assignee("Sở Ngoại vụ", unit_id="nv"),),
    support=(Assignee("các cơ quan báo chí", class_id="bc"),),
    lead_text="Sở Ngoại vụ",
    support_text="các cơ quan báo chí",
    period_text="2024-2025",
    first_year=2024,
    last_year=2025,
)
VERSION = PlanVersion(
    id="v",
    plan=PLAN,
    directions=(Direction("d", "II.1", "Tuyên truyền", ""),),
    duties=(Duty("y", "IV.2", "Công an tỉnh", "", (Assignee("Công an tỉnh", unit_id="ca"),)),),
    groups=(TaskGroup("g", "1", "Đổi mới", "II.3"),),
    tasks=(TASK,),
)


@pytest.mark.parametrize(("code", "item"), [("1.10", "t"), (" ii.1 ", "d"), ("iv.2", "y")])
def test_that_an_item_is_found_by_its_code(code: str, item: str) -> None:
    assert VERSION.item_id(code) == item


@pytest.mark.parametrize("code", ["1.1", "1.100", "", "V.1"])
def test_that_a_code_the_plan_has_not_is_refused(code: str) -> None:
    with pytest.raises(KnownError) as refused:
        VERSION.item_id(code)
    assert refused.value.key == "item_unknown"


def test_that_items_come_as_directions_tasks_duties() -> None:
    kinds = [kind for kind, _item in VERSION.items()]
    assert kinds == [ItemKind.DIRECTION, ItemKind.TASK, ItemKind.DUTY]


def test_that_a_task_runs_from_its_first_to_its_last_year() -> None:
    assert [year for year in range(2022, 2028) if TASK.runs_in(year)] == [2024, 2025]


def test_that_a_task_without_years_always_runs() -> None:
    assert replace(TASK, first_year=None, last_year=None).runs_in(1999)


def test_that_the_bodies_a_plan_names_are_those_of_cells_duties_and_its_own() -> None:
    assert VERSION.named_units() == {"nv", "ca", "ubnd", "tt"}


def test_that_before_the_1st_means_the_last_of_the_month_before() -> None:
    assert Deadline(3, 1, "trước ngày 01 tháng 3").last_day(2028) == date(2028, 2, 29)


def test_that_line_breaks_spaces_and_composition_are_no_wording() -> None:
    assert fingerprint("Đại sứ\n quảng  bá") == fingerprint("Đa\u0323i sứ quảng bá")
    assert fingerprint("Nhật Bản") != fingerprint("Nhật bản")


def test_that_a_version_is_its_wording_and_not_its_spaces_or_recognised_names() -> None:
    loose = replace(TASK, title="Hợp \n tác", lead=(Assignee("Sở Ngoại vụ"),))
    assert version_id(replace(VERSION, id="", tasks=(loose,))) == version_id(VERSION)


def test_that_a_version_keeps_its_id_when_number_and_day_are_entered() -> None:
    numbered = replace(PLAN, number="2500", issued_on=date(2024, 7, 15))
    assert version_id(replace(VERSION, plan=numbered)) == version_id(VERSION)


@pytest.mark.parametrize(
    "changed",
    [
        replace(TASK, title="Hợp tác mới"),
        replace(TASK, lead_text="Sở Nội vụ"),
        replace(TASK, support_text=""),
        replace(TASK, period_text="2024-2030"),
        replace(TASK, notes=("Kế hoạch số 1",)),
        replace(TASK, code="1.11"),
    ],
)
def test_that_each_changed_cell_makes_another_version(changed: Task) -> None:
    assert version_id(replace(VERSION, tasks=(changed,))) != version_id(VERSION)


def test_that_a_task_is_its_lineage() -> None:
    assert task_id("p", "1.10", "Hợp tác") == task_id("p", "1.10", "Hợp  tác")
    assert task_id("p", "1.10", "Hợp tác") != task_id("p", "1.1", "Hợp tác")
    assert task_id("p", "1.10", "Hợp tác") != task_id("q", "1.10", "Hợp tác")


def test_that_a_plan_is_who_issued_it_in_which_month_on_what() -> None:
    july = plan_id("Ủy ban nhân dân tỉnh Kon Tum", date(2024, 7, 1), "Triển khai")
    assert july == plan_id("Ủy ban nhân dân tỉnh Kon Tum", date(2024, 7, 31), "Triển  khai")
    assert july != plan_id("Ủy ban nhân dân tỉnh Kon Tum", date(2024, 8, 1), "Triển khai")
