"""What an item of the plan stands at and whether it is answered: one rule for page and report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ttdn_desktop.domain.plan import Direction
from ttdn_desktop.domain.progress import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.plan import Duty, Task, TaskGroup


class Answer(Protocol):
    """An item of the plan with how far the unit has answered it in a round."""

    @property
    def item(self) -> Task | Direction | Duty:
        """The item in the plan."""

    @property
    def must_answer(self) -> bool:
        """Tell whether the unit must answer it."""

    @property
    def state(self) -> TaskState | None:
        """What it stands at; None where nobody has said or done anything."""


def state_of(stated: TaskState | None, *, active: bool, fruitful: bool) -> TaskState | None:
    """Return what an item stands at: báo cáo riêng before all, then the activities, then as stated.

    `active` tells that activities serve it, `fruitful` that a result or a figure came of one.
    """
    if stated is TaskState.SEPARATE or not active:
        return stated
    done = fruitful or stated is TaskState.DONE
    return TaskState.DONE if done else TaskState.IN_PROGRESS


def is_gap(asked: Answer, groups: Sequence[TaskGroup], tasks: Iterable[Answer]) -> bool:
    """Tell whether an item must be answered and is not; its tasks answer for a direction.

    `tasks` are those that stand in annex I: to be answered, or with activities.
    """
    if not asked.must_answer or asked.state is not None:
        return False
    if not isinstance(asked.item, Direction):
        return True
    own = {group.code for group in groups if group.direction_code == asked.item.code}
    return all(task.state is None for task in tasks if group_code(task) in own)


def group_code(answer: Answer) -> str:
    """Return the code of a task's group, "" for directions and duties."""
    return getattr(answer.item, "group_code", "")
