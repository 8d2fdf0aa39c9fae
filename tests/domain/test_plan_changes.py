"""The difference between a list and the plan in force, told task by task."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.domain.listed_plan import added, altered, listed, new_task, retyped, without
from ttdn_desktop.domain.plan import Assignee, PlanVersion
from ttdn_desktop.domain.plan_changes import ChangeKind, PlanChanges, compare
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from ttdn_desktop.domain.task_list import ReadTask, TaskList

PLAN = shipped_plan()
LIST = listed(PLAN)


def _codes(changes: PlanChanges) -> dict[ChangeKind, list[str]]:
    found = {kind: [row.code for row in changes.of(kind)] for kind in ChangeKind}
    return {kind: codes for kind, codes in found.items() if codes}


def _compared(tasks: TaskList, plan: PlanVersion = PLAN) -> dict[ChangeKind, list[str]]:
    return _codes(compare(plan, tasks))


def _typed_anew(task: ReadTask) -> ReadTask:
    return replace(
        task,
        title=unicodedata.normalize("NFD", task.title.replace(" ", "\n").replace("-", "–")),
        lead=tuple(reversed(task.lead)),
        lead_text="; ".join(each.written.upper() for each in reversed(task.lead)),
        period_text=task.period_text.replace(" ", "").replace("-", " – "),
    )


def test_that_the_same_list_is_no_change() -> None:
    changes = compare(PLAN, LIST)

    assert (changes.any, changes.unchanged, changes.kept) == (False, 29, ())


def test_that_the_same_list_typed_otherwise_is_no_change() -> None:
    assert _compared(retyped(LIST, _typed_anew)) == {}


def test_that_a_list_without_groups_or_codes_says_nothing_of_them() -> None:
    assert _compared(replace(LIST, groups=())) == {}
    assert _compared(retyped(LIST, lambda task: replace(task, code="", group_code=""))) == {}


def test_that_one_word_makes_one_task_reworded() -> None:
    task = PLAN.tasks[4]
    title = task.title.replace(task.title.split()[-1], "khác")
    changes = compare(PLAN, altered(LIST, task.code, title=title))

    assert _codes(changes) == {ChangeKind.REWORDED: [task.code]}
    assert changes.unchanged == 28
    assert [each.text for each in changes.of(ChangeKind.REWORDED)[0].wording()][-1] == " khác"


def test_that_what_goes_and_what_comes_is_told() -> None:
    tasks = added(
        without(LIST, "1.5"), new_task("3.8", "Mở lớp tiếng Lào cho cán bộ biên giới", "3")
    )
    changes = compare(PLAN, tasks)

    assert _codes(changes) == {ChangeKind.ADDED: ["3.8"], ChangeKind.REMOVED: ["1.5"]}
    assert [row.code for row in changes.rows][3:6] == ["1.4", "1.5", "1.6"]
    assert changes.rows[-1].key == "new:28"


def test_that_a_number_alone_makes_a_task_renumbered() -> None:
    assert _compared(altered(without(LIST, "3.7"), "3.6", code="3.7")) == {
        ChangeKind.RENUMBERED: ["3.6"],
        ChangeKind.REMOVED: ["3.7"],
    }


def test_that_a_task_that_changes_its_group_says_so() -> None:
    assert _compared(altered(LIST, "1.16", group_code="2")) == {ChangeKind.REGROUPED: ["1.16"]}


def test_that_a_group_with_quite_another_title_keeps_its_tasks() -> None:
    groups = (replace(LIST.groups[0], title="Việc khác hẳn"), *LIST.groups[1:])
    changes = compare(PLAN, replace(LIST, groups=groups))

    assert _codes(changes) == {}
    assert sorted(changes.groups[0].kinds) == ["reworded"]


def test_that_a_group_that_only_got_another_number_moves_no_task() -> None:
    groups = tuple(replace(group, code=f"{int(group.code) + 3}") for group in LIST.groups)
    tasks = retyped(LIST, lambda task: replace(task, group_code=f"{int(task.group_code) + 3}"))
    changes = compare(PLAN, replace(tasks, groups=groups))

    assert _codes(changes) == {}
    assert [sorted(row.kinds) for row in changes.groups] == [["renumbered"]] * 3


@pytest.mark.parametrize(
    ("field", "kind"), [("lead", ChangeKind.LEAD), ("support", ChangeKind.SUPPORT)]
)
def test_that_another_body_is_a_change_and_its_remark_is_none(field: str, kind: ChangeKind) -> None:
    task = PLAN.tasks[0]
    bodies = getattr(task, field)
    other = (*bodies, Assignee("Sở Nội vụ khác"))
    text = getattr(task, f"{field}_text")

    assert _compared(altered(LIST, task.code, **{field: other, f"{field}_text": "x"})) == {
        kind: [task.code]
    }
    assert (
        _compared(altered(LIST, task.code, **{f"{field}_text": f"{text} (theo chức năng)"})) == {}
    )


def test_that_other_years_are_a_change_and_other_words_for_the_same_years_are_none() -> None:
    same = altered(LIST, "1.1", period_text="Từ năm 2024 đến năm 2030")
    other = altered(LIST, "1.1", period_text="2024 - 2026", last_year=2026)
    quarter = altered(LIST, "1.1", period_text="Quý IV/2030")

    assert _compared(same) == {}
    assert _compared(other) == _compared(quarter) == {ChangeKind.PERIOD: ["1.1"]}


def test_that_a_product_and_a_footnote_are_told() -> None:
    tasks = altered(LIST, "1.1", product="Báo cáo", notes=("Quyết định số 1/QĐ-UBND",))

    assert _compared(tasks) == {ChangeKind.PRODUCT: ["1.1"], ChangeKind.NOTES: ["1.1"]}


def test_that_a_blank_cell_takes_nothing_away_and_is_told() -> None:
    blank = {"lead": (), "lead_text": "", "support": (), "support_text": " ", "period_text": ""}
    changes = compare(PLAN, altered(LIST, "1.1", **blank))

    assert not changes.any
    assert [(row.code, sorted(row.kept)) for row in changes.kept] == [
        ("1.1", ["lead", "period", "support"])
    ]
