"""What an item stands at, and when silence is a gap."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ttdn_desktop.domain.answering import is_gap, state_of
from ttdn_desktop.domain.plan import Direction, Duty, Task, TaskGroup
from ttdn_desktop.domain.progress import TaskState

GROUPS = (TaskGroup("g1", "1", "Nhóm 1", "II.3"), TaskGroup("g2", "2", "Nhóm 2", "II.4"))


@dataclass(frozen=True)
class Asked:
    """An item as the rule sees it."""

    item: Task | Direction | Duty
    state: TaskState | None = None
    must_answer: bool = True


def _task(group: str, state: TaskState | None = None) -> Asked:
    task = Task("t", f"{group}.1", "Việc", group, (), (), "", "", "", None, None)
    return Asked(task, state)


def _direction(state: TaskState | None = None, *, must: bool = True) -> Asked:
    return Asked(Direction("d", "II.3", "Đổi mới", ""), state, must)


@pytest.mark.parametrize("stated", [None, *TaskState])
def test_that_without_activities_it_stands_at_what_was_stated(stated: TaskState | None) -> None:
    assert state_of(stated, active=False, fruitful=False) is stated


@pytest.mark.parametrize("stated", [None, TaskState.NONE, TaskState.NOT_STARTED])
def test_that_activities_overrule_what_was_stated(stated: TaskState | None) -> None:
    assert state_of(stated, active=True, fruitful=False) is TaskState.IN_PROGRESS
    assert state_of(stated, active=True, fruitful=True) is TaskState.DONE


def test_that_done_as_stated_stays_done() -> None:
    assert state_of(TaskState.DONE, active=True, fruitful=False) is TaskState.DONE


def test_that_a_report_apart_goes_before_all() -> None:
    assert state_of(TaskState.SEPARATE, active=True, fruitful=True) is TaskState.SEPARATE


def test_that_only_what_must_be_answered_can_be_a_gap() -> None:
    assert is_gap(_task("1"), GROUPS, ())
    assert not is_gap(_task("1", TaskState.NONE), GROUPS, ())
    assert not is_gap(Asked(_task("1").item, must_answer=False), GROUPS, ())
    assert is_gap(Asked(Duty("v", "IV.1", "Báo cáo", "", ())), GROUPS, ())


def test_that_one_answered_task_answers_for_its_direction_alone() -> None:
    answered, silent = _task("1", TaskState.IN_PROGRESS), _task("1")
    other = _task("2", TaskState.DONE)
    assert not is_gap(_direction(), GROUPS, (silent, answered))
    assert is_gap(_direction(), GROUPS, (silent, other))
    assert is_gap(_direction(), GROUPS, ())
    assert not is_gap(_direction(must=False), GROUPS, ())
    assert not is_gap(_direction(TaskState.NONE), GROUPS, (silent,))
