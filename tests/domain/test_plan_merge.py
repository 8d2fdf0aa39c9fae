"""The version a list makes: what is taken is written, what is not stays to the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.domain.listed_plan import added, altered, listed, new_task, retyped, without
from ttdn_desktop.domain.plan_changes import ChangeKind, compare
from ttdn_desktop.domain.plan_identity import group_id, task_id, version_id
from ttdn_desktop.domain.plan_merge import UNPLACED, Decision, merged
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.domain.task_list import TaskList

PLAN = shipped_plan()
LIST = listed(PLAN)
COMING = new_task("3.8", "Mở lớp tiếng Lào cho cán bộ biên giới", "3")


def _merged(tasks: TaskList, decisions: Decisions | None = None) -> PlanVersion:
    return merged(PLAN, compare(PLAN, tasks), PLAN.plan, decisions or {})


def test_that_the_same_list_however_typed_makes_the_very_version() -> None:
    typed = retyped(
        LIST, lambda task: replace(task, title=task.title.upper(), lead_text="", lead=())
    )

    assert _merged(typed) == PLAN


def test_that_each_change_is_written_and_the_task_stays_the_same_one() -> None:
    title = PLAN.tasks[0].title + " hằng quý"
    made = _merged(altered(LIST, "1.1", title=title, period_text="2025", last_year=2025))

    assert made.tasks[0] == replace(
        PLAN.tasks[0],
        title=title,
        period_text="2025",
        last_year=2025,
        cited=made.tasks[0].cited,
    )
    assert made.tasks[1:] == PLAN.tasks[1:]
    assert made.id == version_id(made) != PLAN.id


def test_that_a_change_that_is_not_taken_leaves_what_the_plan_says() -> None:
    first, gone = PLAN.tasks[0], PLAN.tasks[4]
    tasks = added(
        without(altered(LIST, first.code, title="Việc khác", product="Báo cáo"), gone.code), COMING
    )
    tasks = altered(tasks, first.code, title=first.title + " thêm", product="Báo cáo")
    keep = {
        (first.id, ChangeKind.REWORDED): Decision.KEEP,
        (gone.id, ChangeKind.REMOVED): Decision.KEEP,
        ("new:28", ChangeKind.ADDED): Decision.KEEP,
    }

    made = _merged(tasks, keep)

    assert made.tasks == (replace(first, product="Báo cáo"), *PLAN.tasks[1:])


def test_that_a_task_that_comes_has_an_id_of_the_plan_and_one_of_its_own() -> None:
    made = _merged(added(LIST, COMING))

    assert made.tasks[-1].id == task_id(PLAN.plan.id, "3.8", COMING.title)
    assert (made.tasks[-1].group_code, made.tasks[-1].lead) == ("3", ())


def test_that_a_lineage_is_never_taken_up_by_another_task_beside_it() -> None:
    first = PLAN.tasks[0]
    reworded = _merged(altered(LIST, "1.1", title=first.title + " trong giai đoạn mới"))
    back = added(listed(reworded), new_task("1.1", first.title))

    made = merged(reworded, compare(reworded, back), PLAN.plan, {})

    assert len({task.id for task in made.tasks}) == 30


def test_that_a_task_without_code_or_group_gets_the_next_number() -> None:
    made = _merged(added(LIST, new_task("", "Mở lớp tiếng Lào", "3"), new_task("", "Việc lẻ", "")))

    assert [(task.code, task.group_code) for task in made.tasks[-2:]] == [
        ("3.8", "3"),
        ("4.1", "4"),
    ]
    assert [(group.code, group.title) for group in made.groups[3:]] == [("4", UNPLACED)]
    assert made.groups[3].direction_code == PLAN.groups[-1].direction_code


def test_that_groups_are_renamed_renumbered_and_added_as_the_list_has_them() -> None:
    groups = [replace(LIST.groups[0], title="Nhóm khác hẳn về mọi việc đã nêu"), *LIST.groups[1:]]
    groups = [*groups, replace(LIST.groups[0], code="4", title="Công tác số")]
    tasks = added(replace(LIST, groups=tuple(groups)), new_task("4.1", "Mở trang mới", "4"))

    made = _merged(tasks)

    assert [group.code for group in made.groups] == ["1", "2", "3", "4"]
    assert made.groups[3].id == group_id(PLAN.plan.id, "4")
    assert made.tasks[-1].group_code == "4"


def test_that_groups_that_changed_numbers_take_their_tasks_along() -> None:
    number = {"1": "2", "2": "1", "3": "3"}
    groups = tuple(replace(group, code=number[group.code]) for group in LIST.groups)
    tasks = retyped(LIST, lambda task: replace(task, group_code=number[task.group_code]))

    made = _merged(replace(tasks, groups=groups))

    titles = {group.code: group.title for group in made.groups}
    before = {group.code: group.title for group in PLAN.groups}
    assert [titles[task.group_code] for task in made.tasks] == [
        before[task.group_code] for task in PLAN.tasks
    ]
    assert len({group.id for group in made.groups}) == 3


def test_that_a_group_stays_as_long_as_a_task_stands_in_it() -> None:
    codes = [task.code for task in PLAN.tasks if task.group_code == "2"]
    tasks = replace(without(LIST, *codes), groups=(LIST.groups[0], LIST.groups[2]))
    kept = next(task for task in PLAN.tasks if task.code == codes[0])

    alone = _merged(tasks, {(kept.id, ChangeKind.REMOVED): Decision.KEEP})

    assert [group.code for group in _merged(tasks).groups] == ["1", "3"]
    assert sorted(group.code for group in alone.groups) == ["1", "2", "3"]
    assert kept in alone.tasks
