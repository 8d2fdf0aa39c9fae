"""What a report is made from: gathered once, then only read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting
from ttdn_desktop.domain.involvement import Involvement, must_answer
from ttdn_desktop.domain.plan import Direction, Duty, ItemKind, PlanVersion, Task
from ttdn_desktop.domain.progress import Progress, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.document import Closing, Letterhead
    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.succession import Succession


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """A task, direction or duty with what the unit did for it in the round."""

    kind: ItemKind
    item: Task | Direction | Duty
    involvement: Involvement | None
    activities: tuple[Activity, ...] = ()
    progress: Progress | None = None

    @property
    def code(self) -> str:
        """The item's code in the plan."""
        return self.item.code

    @property
    def must_answer(self) -> bool:
        """Tell whether the unit must answer it."""
        return self.involvement is not None and must_answer(self.involvement)

    @property
    def state(self) -> TaskState | None:
        """What it stands at: báo cáo riêng before all, then the activities, then what was set."""
        if self.progress and self.progress.state is TaskState.SEPARATE:
            return TaskState.SEPARATE
        if self.activities:
            return TaskState.DONE if any(a.result for a in self.activities) else _SHOWN
        return self.progress.state if self.progress else None

    @property
    def reason(self) -> str:
        """The reason the officer gave for the state."""
        return self.progress.reason if self.progress else ""


_SHOWN = TaskState.IN_PROGRESS


@dataclass(frozen=True, slots=True)
class Body:
    """The unit as it names itself: in full, in running text ("Sở"), and its staff ("công chức")."""

    id: str
    name: str
    short: str
    staff: str


@dataclass(frozen=True, slots=True)
class Duties:
    """Who looks after the work (task 3.4): the decision and the mode, never more of the person."""

    decision: str
    full_time: bool


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that the wording needs. `day` is the report's day; `plan_name` cites the plan."""

    body: Body
    head: Letterhead
    closing: Closing
    version: PlanVersion
    plan_name: str
    issuer_name: str
    recipient: str
    round: Round
    day: date
    items: tuple[ItemFacts, ...]
    activities: tuple[Activity, ...]
    catalogue: tuple[Indicator, ...]
    told_at: Mapping[str, str]
    successions: tuple[Succession, ...] = ()
    officer: Duties | None = None
    codes_shown: bool = True

    def figures(self, activities: tuple[Activity, ...]) -> tuple[counting.Figure, ...]:
        """Return the figures of some of the round's activities."""
        return counting.figures(activities, self.catalogue)

    def tasks(self) -> tuple[ItemFacts, ...]:
        """Return the tasks that stand in annex I: to be answered, or with activities."""
        return tuple(
            facts
            for facts in self.items
            if facts.kind is ItemKind.TASK and (facts.must_answer or facts.activities)
        )

    def gaps(self) -> tuple[ItemFacts, ...]:
        """Return what must be answered and has neither activity nor state."""
        return tuple(facts for facts in self.items if facts.must_answer and facts.state is None)

    def first_told_at(self, activity: Activity) -> str:
        """Return the code of the one item where an activity is told; elsewhere it is cited."""
        return self.told_at.get(activity.id, "")


def told_at(items: Iterable[ItemFacts], activities: Iterable[Activity]) -> dict[str, str]:
    """Return for each activity the code of the item it is told at: its first task, if any."""
    places = {facts.item.id: facts for facts in items}
    told: dict[str, str] = {}
    for activity in activities:
        served = [places[item] for item in activity.item_ids if item in places]
        tasks = [facts for facts in served if facts.kind is ItemKind.TASK]
        told[activity.id] = (tasks or served)[0].code if served else ""
    return told
