"""What a report is made from: gathered once, then only read."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting
from ttdn_desktop.domain.answering import is_gap, state_of
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.involvement import Involvement, must_answer
from ttdn_desktop.domain.plan import Direction, Duty, ItemKind, PlanVersion, Task
from ttdn_desktop.domain.progress import Progress, TaskState
from ttdn_desktop.domain.report_codes import shown_codes
from ttdn_desktop.domain.report_titles import task_name
from ttdn_desktop.domain.round import Outline
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.document import Closing, Letterhead, Picture
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.domain.picture_header import Unprintable
    from ttdn_desktop.domain.report_follows import Followed
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.domain.validity import Key, Validity


@immutable
class ItemFacts:
    """A task, direction or duty with what the unit did for it in the round.

    `withheld` counts activities that go into a report of their own and are told nowhere here.
    """

    kind: ItemKind
    item: Task | Direction | Duty
    involvement: Involvement | None
    activities: tuple[Activity, ...] = ()
    progress: Progress | None = None
    withheld: int = 0

    @property
    def code(self) -> str:
        """The item's code in the plan."""
        return self.item.code

    @property
    def title(self) -> str:
        """The item's title in the plan, without a full stop."""
        return self.item.title.rstrip(" .;")

    @property
    def name(self) -> str:
        """The item by what it is: its title without wishes, cut where it may end."""
        return task_name(self.title)

    @property
    def must_answer(self) -> bool:
        """Tell whether the unit must answer it."""
        return self.involvement is not None and must_answer(self.involvement)

    @property
    def is_everyones(self) -> bool:
        """Tell whether it is laid on every body alike: a direction, a duty, a common task."""
        return self.kind is not ItemKind.TASK or self.involvement is Involvement.COMMON

    @property
    def state_set(self) -> TaskState | None:
        """What the officer set."""
        return self.progress.state if self.progress else None

    @property
    def state(self) -> TaskState | None:
        """What it stands at."""
        fruitful = any(each.result or each.readings for each in self.activities)
        return state_of(self.state_set, active=bool(self.activities), fruitful=fruitful)

    @property
    def reason(self) -> str:
        """The reason the officer gave for the state, without a full stop."""
        return self.progress.reason.rstrip(" .;") if self.progress else ""


@immutable
class Arranged:
    """A round's activities by what is told of them, and where.

    `told` are those that the report tells, `withheld` those that serve an item with a report of
    its own; `told_at` is the code of the one item where an activity is told, elsewhere it is cited;
    `codes` are the short codes of activities and evidence by id, told apart in this report;
    `money` is that of what is told, by source.
    """

    items: tuple[ItemFacts, ...]
    told: tuple[Activity, ...]
    withheld: tuple[Activity, ...]
    told_at: Mapping[str, str]
    codes: Mapping[str, str]
    money: tuple[counting.Money, ...]


def arranged(
    version: PlanVersion,
    roles: Mapping[str, Involvement],
    states: Mapping[str, Progress],
    done: Iterable[Activity],
    only: Collection[str] = (),
) -> Arranged:
    """Sort a round's activities by item; `roles` and `states` are keyed by the item's id.

    `only` are the items asked for, where not all are: what serves none of them is left out.

    What serves an item reported apart ("báo cáo riêng theo chế độ mật") is withheld whole, with
    its figures, money, evidence and obstacles, even where it serves another item as well.
    """
    apart = {item for item, progress in states.items() if progress.state is TaskState.SEPARATE}
    told: list[Activity] = []
    withheld: list[Activity] = []
    for activity in done:
        if only and not set(only) & set(activity.item_ids):
            continue
        (told if apart.isdisjoint(activity.item_ids) else withheld).append(activity)
    by_item, apart_by_item = _by_item(told), _by_item(withheld)
    items = tuple(
        ItemFacts(
            kind,
            item,
            roles.get(item.id),
            tuple(by_item.get(item.id, ())),
            states.get(item.id),
            len(apart_by_item.get(item.id, ())),
        )
        for kind, item in version.items()
        if (not only or item.id in only)
        and (item.id in roles or item.id in by_item or item.id in apart_by_item)
    )
    told_at, codes = _told_at(items, told), shown_codes([*told, *withheld])
    return Arranged(items, tuple(told), tuple(withheld), told_at, codes, counting.money(told))


def _by_item(activities: Iterable[Activity]) -> dict[str, list[Activity]]:
    found: dict[str, list[Activity]] = {}
    for activity in activities:
        for item_id in activity.item_ids:
            found.setdefault(item_id, []).append(activity)
    return found


def _told_at(items: Sequence[ItemFacts], activities: Sequence[Activity]) -> dict[str, str]:
    """Return the item each activity is told at: the first task it serves, else the first item."""
    tasks = {facts.item.id: facts.code for facts in items if facts.kind is ItemKind.TASK}
    places = {facts.item.id: facts.code for facts in items}
    first = {
        ids: next((at[item] for at in (tasks, places) for item in ids if item in at), "")
        for ids in {activity.item_ids for activity in activities}
    }
    return {activity.id: first[activity.item_ids] for activity in activities}


@immutable
class Body:
    """The unit as it names itself: in full, within a sentence ("Sở"), and its staff ("công chức").

    `advised` is the body that it advises ("Ủy ban nhân dân tỉnh"), or ""; `now` is the name of
    today where the report is to say it ("nay là …").
    """

    id: str
    name: str
    short: str
    staff: str
    advised: str = ""
    now: str = ""


@immutable
class Duties:
    """Who looks after the work (task 3.4): the decision and the mode, never more of the person."""

    decision: str
    full_time: bool


@immutable
class ReportFacts:
    """All that the wording needs. `day` is the report's day; `plan_name` cites the plan.

    `earlier` are activities before the round whose stocks may still stand: read for figures alone;
    `before` those of the same round a year earlier: for comparison and for what they asked in vain.
    `targets` are what the year is to reach, by indicator code. `issuer_now` is as `Body.now`, of
    the plan's issuer, `names_now` are those of partners by the name they had; `validities` is
    known of documents cited; `pictures` are chosen for annex IV, captions numbered ("Hình 1. …"),
    `left_out` those that cannot be printed; `extras` are the ids of activities missed before and
    told here; `addressees_now` gives whom a proposal reaches on the report's day, by the name of a
    body taken over since; `follows` is the report that this one says it replaces or supplements.
    """

    body: Body
    head: Letterhead
    closing: Closing
    version: PlanVersion
    plan_name: str
    issuer_name: str
    recipient: str
    round: Round
    day: date
    arranged: Arranged
    catalogue: tuple[Indicator, ...]
    earlier: tuple[Activity, ...] = ()
    successions: tuple[Succession, ...] = ()
    officer: Duties | None = None
    codes_shown: bool = True
    issuer_now: str = ""
    validities: Mapping[Key, Validity] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    left_out: Mapping[Unprintable, tuple[Evidence, ...]] = field(default_factory=dict)
    before: tuple[Activity, ...] = ()
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    outline: Outline = Outline.FULL
    names_now: Mapping[str, str] = field(default_factory=dict)
    extras: frozenset[str] = frozenset()
    addressees_now: Mapping[str, str] = field(default_factory=dict)
    follows: Followed | None = None

    @property
    def items(self) -> tuple[ItemFacts, ...]:
        """The items the unit is asked for or has activities for, in plan order."""
        return self.arranged.items

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The round's activities that the report tells."""
        return self.arranged.told

    @property
    def money(self) -> tuple[counting.Money, ...]:
        """What was planned and spent in the round, by source."""
        return self.arranged.money

    def figures(self, activities: Sequence[Activity]) -> tuple[counting.Figure, ...]:
        """Return the figures of some of the round's activities; no day is after the cut-off."""
        return counting.figures(activities, self.catalogue, period=self._days)

    def alone(self) -> Callable[[Activity], tuple[counting.Figure, ...]]:
        """Return what gives the figures of one activity after the other, as `figures` does."""
        return counting.alone(self.catalogue, self._days)

    def totals(self) -> tuple[counting.Figure, ...]:
        """Return the figures of the whole round, with the stocks that stand from earlier ones."""
        return counting.figures(
            self.activities, self.catalogue, earlier=self.earlier, period=self._days
        )

    @property
    def _days(self) -> Span:
        return Span(self.round.period.first, self.round.cutoff)

    def tasks(self) -> tuple[ItemFacts, ...]:
        """Return the tasks that stand in annex I: to be answered, or with activities."""
        return tuple(
            facts
            for facts in self.items
            if facts.kind is ItemKind.TASK
            and (facts.must_answer or facts.activities or facts.withheld)
        )

    def tasks_of(self, direction: Direction) -> tuple[ItemFacts, ...]:
        """Return those tasks whose group belongs to a direction."""
        groups = {
            group.code for group in self.version.groups if group.direction_code == direction.code
        }
        return tuple(each for each in self.tasks() if group_of(each) in groups)

    def gaps(self) -> tuple[ItemFacts, ...]:
        """Return what must be answered and is not, in plan order."""
        return tuple(facts for facts in self.items if self.is_gap(facts))

    def is_gap(self, facts: ItemFacts) -> bool:
        """Tell whether an item has neither activity nor state; its tasks answer for a direction."""
        return facts.state is None and is_gap(facts, self.version.groups, self.tasks())

    def code_of(self, record: Activity | Evidence) -> str:
        """Return the short code that a record bears in this report."""
        return self.arranged.codes[record.id]

    def first_told_at(self, activity: Activity) -> str:
        """Return the code of the one item where an activity is told; elsewhere it is cited."""
        return self.arranged.told_at.get(activity.id, "")


def group_of(facts: ItemFacts) -> str:
    """Return the code of a task's group, "" for directions and duties."""
    return facts.item.group_code if isinstance(facts.item, Task) else ""
