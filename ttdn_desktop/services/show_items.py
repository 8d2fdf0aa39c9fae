"""The page "Nhiệm vụ": what the plan asks of the unit, and how far each item has come in a year."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.answering import state_of
from ttdn_desktop.domain.involvement import involvements, must_answer
from ttdn_desktop.domain.plan import Direction, Duty, ItemKind, Task, TaskGroup
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.text import shortened
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.known_rounds import as_told, yearly
from ttdn_desktop.services.plan_of_round import around_year, require_year
from ttdn_desktop.store import round_counts
from ttdn_desktop.store.round_counts import ItemCount, RoundState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.domain.involvement import Involvement
    from ttdn_desktop.domain.progress import TaskState
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.validity import Key, Validity
    from ttdn_desktop.services.office import Office, Surroundings

SHORT = 90
"""How long a title in a list may be."""


@immutable
class ItemRow:
    """One item of the plan with its place, its words, and what the unit did for it in a year.

    `involvement` is None where the item does not concern the unit; `group` is a task's own.
    `activities` are those the report tells here, `withheld` those that go into a report apart;
    `evidence` counts each piece once. `state` is what it stands at, `stated` what the officer
    set and `reason` why; `prev_state` what it stood at the year before. `evidence` and
    `prev_state` are None where they were not asked; `validities` is what is known of documents.
    """

    item: Task | Direction | Duty
    kind: ItemKind
    involvement: Involvement | None
    group: TaskGroup | None
    short_title: str
    activities: int = 0
    evidence: int | None = None
    without_evidence: int = 0
    withheld: int = 0
    state: TaskState | None = None
    stated: TaskState | None = None
    reason: str = ""
    prev_state: TaskState | None = None
    validities: Mapping[Key, Validity] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The item's identity, the same in every version of the plan."""
        return self.item.id

    @property
    def code(self) -> str:
        """The item's code in the plan: "1.10", "II.1", "IV.3"."""
        return self.item.code

    @property
    def title(self) -> str:
        """The title as the plan writes it."""
        return self.item.title

    @property
    def body(self) -> str:
        """The text below the title of a direction or duty, paragraphs by newline."""
        return "" if isinstance(self.item, Task) else self.item.body

    @property
    def group_code(self) -> str:
        """The code of a task's group ("1"), "" for directions and duties."""
        return self.group.code if self.group else ""

    @property
    def group_title(self) -> str:
        """The title of a task's group, "" for directions and duties."""
        return self.group.title if self.group else ""

    @property
    def lead_text(self) -> str:
        """Who leads, as the plan writes it; for a duty the bodies it is laid on."""
        if isinstance(self.item, Duty):
            return "; ".join(body.written for body in self.item.bodies)
        return self.item.lead_text if isinstance(self.item, Task) else ""

    @property
    def support_text(self) -> str:
        """Who supports a task, as the plan writes it."""
        return self.item.support_text if isinstance(self.item, Task) else ""

    @property
    def period_text(self) -> str:
        """When a task is to be done, as the plan writes it."""
        return self.item.period_text if isinstance(self.item, Task) else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """The texts of the item's footnotes."""
        return self.item.notes

    @property
    def cited(self) -> tuple[DocumentReference, ...]:
        """The documents that title and footnotes name."""
        return () if isinstance(self.item, Duty) else self.item.cited

    @property
    def must_answer(self) -> bool:
        """Tell whether silence is a gap."""
        return self.involvement is not None and must_answer(self.involvement)

    @property
    def stands(self) -> bool:
        """Tell whether it has a heading in the report: to be answered, or with activities."""
        return bool(self.must_answer or self.activities or self.withheld)


def items(office: Office, year: int) -> tuple[ItemRow, ...]:
    """Return what concerns the unit in a plan year, or was done all the same, in plan order.

    Raises KnownError `year_impossible`.
    """
    around = around_year(office, year)
    asked = told_year(office, year)
    with office.store.read() as connection:
        state = round_counts.state(connection, around.unit.id, asked, evidence=True)
    return rows_of(around, asked, state)


def other_items(office: Office, year: int) -> tuple[ItemRow, ...]:
    """Return the rest of the plan, in its order; raises KnownError `year_impossible`."""
    around = around_year(office, year)
    own = {row.id for row in items(office, year)}
    rest = _Rows(around, {}, RoundState({}, {}))
    return tuple(
        rest.row(kind, item) for kind, item in around.version.items() if item.id not in own
    )


def round_of(around: Surroundings, year: int) -> Round:
    """Return the yearly round of a plan year; raises KnownError `year_impossible`."""
    require_year(year)
    return annual_round(year, around.version.plan.coordinator_id)


def told_year(office: Office, year: int) -> Round:
    """Return the yearly round with the days that its report tells as its period.

    Raises KnownError `year_impossible`.
    """
    return as_told(office, yearly(office, year))


def rows_of(around: Surroundings, asked: Round, state: RoundState) -> tuple[ItemRow, ...]:
    """Return the rows of `items` from what was counted in a round."""
    unit, day = around.unit_on(asked.sending_day), asked.sending_day
    roles = involvements(unit, around.version, around.organisation, day, asked.year)
    return tuple(_Rows(around, roles, state).all())


def state_in(state: RoundState, item_id: str) -> TaskState | None:
    """Return what an item stands at in a round; None where nothing was said or done."""
    count, said = state.counts.get(item_id, ItemCount()), state.stated.get(item_id)
    stated = said.state if said else None
    return state_of(stated, active=count.activities > 0, fruitful=count.fruitful)


@immutable
class _Rows:
    """The plan beside what is known of its items, each by the item's id."""

    around: Surroundings
    roles: Mapping[str, Involvement]
    state: RoundState

    def all(self) -> Iterator[ItemRow]:
        for kind, item in self.around.version.items():
            if item.id in self.roles or item.id in self.state.counts:
                yield self.row(kind, item)

    def row(self, kind: ItemKind, item: Task | Direction | Duty) -> ItemRow:
        count, said = self.state.counts.get(item.id, ItemCount()), self.state.stated.get(item.id)
        return ItemRow(
            item,
            kind,
            self.roles.get(item.id),
            self._group(item),
            shortened(item.title.rstrip(" .;"), SHORT),
            activities=count.activities,
            evidence=self._evidence(item),
            without_evidence=count.without_evidence,
            withheld=count.withheld,
            state=state_in(self.state, item.id),
            stated=said.state if said else None,
            reason=said.reason if said else "",
            validities=self.around.validities,
        )

    def _evidence(self, item: Task | Direction | Duty) -> int | None:
        pieces = self.state.evidence
        return None if pieces is None else pieces.get(item.id, 0)

    def _group(self, item: Task | Direction | Duty) -> TaskGroup | None:
        code = item.group_code if isinstance(item, Task) else ""
        return next((each for each in self.around.version.groups if each.code == code), None)
