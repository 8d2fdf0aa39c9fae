"""The plan: directions of section II, duties of section IV, groups and tasks of the annex."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.evidence import DocumentReference


class ItemKind(StrEnum):
    """What an activity may serve and a unit may have to answer."""

    TASK = "task"
    DIRECTION = "direction"
    DUTY = "duty"


@immutable
class Assignee:
    """One name or class in a lead or support cell: as written, and what it was recognised as.

    Exactly one of `unit_id` and `class_id` is given where it was recognised.
    """

    written: str
    unit_id: str | None = None
    class_id: str | None = None


@immutable
class Direction:
    """A direction of section II ("II.3"): its heading and its text, paragraphs by newline.

    `notes` are its footnotes' texts, `cited` the documents that text and footnotes name.
    """

    id: str
    code: str
    title: str
    body: str
    notes: tuple[str, ...] = ()
    cited: tuple[DocumentReference, ...] = ()


@immutable
class Duty:
    """A duty of section IV ("IV.3") and the bodies it is laid on."""

    id: str
    code: str
    title: str
    body: str
    bodies: tuple[Assignee, ...]
    notes: tuple[str, ...] = ()


@immutable
class TaskGroup:
    """A group of the annex ("1"); it belongs to one direction ("II.3")."""

    id: str
    code: str
    title: str
    direction_code: str


@immutable
class Task:
    """A task of the annex in the wording of one plan version.

    `lead_text`, `support_text` and `period_text` are the cells' own words, remarks in brackets
    included; `title` has no footnote marks; `notes` are the footnotes' texts; `first_year` and
    `last_year` are None where the period names no year. `cited` are the documents that title
    and footnotes name. `bygone` tells that it has left the plan and stands for its records alone:
    nobody is asked for it.
    """

    id: str
    code: str
    title: str
    group_code: str
    lead: tuple[Assignee, ...]
    support: tuple[Assignee, ...]
    lead_text: str
    support_text: str
    period_text: str
    first_year: int | None
    last_year: int | None
    product: str = ""
    notes: tuple[str, ...] = ()
    cited: tuple[DocumentReference, ...] = ()
    bygone: bool = False

    def runs_in(self, year: int) -> bool:
        """Tell whether the task is in force in a plan year."""
        return not self.bygone and (self.first_year or year) <= year <= (self.last_year or year)


@immutable
class Deadline:
    """A yearly "trước ngày …": the day before which to send, and the words that say so."""

    month: int
    day: int
    written: str

    def last_day(self, year: int) -> date:
        """Return the last valid day of a year."""
        return day_before(date(year, self.month, self.day))


@immutable
class Plan:
    """One issued plan. `number` and `issued_on` are blank in the copy and asked for.

    `number_suffix` is the rest of the number that the copy does print ("/KH-UBND");
    `month` is the month it was issued in where the day is blank (first of that month);
    `title` is its whole trích yếu, `subject` the part of it that a sentence can bear;
    `replaces` is the number of the plan it replaces, `replaces_reference` the words that say
    so and `replaces_note` their footnote; `purpose` and `funding` are sections I and III,
    paragraphs by newline; `unit_deadline` is that of IV.1, `coordinator_deadline` that of IV.7;
    ids name units.
    """

    id: str
    title: str
    issuer_id: str
    coordinator_id: str
    number: str | None
    number_suffix: str
    issued_on: date | None
    month: date
    replaces: str
    replaces_reference: str
    subject: str
    legal_basis: tuple[str, ...]
    recipients: tuple[str, ...]
    replaces_note: str = ""
    purpose: str = ""
    funding: str = ""
    unit_deadline: Deadline | None = None
    coordinator_deadline: Deadline | None = None


@immutable
class PlanVersion:
    """One adopted content of a plan; its id is its normalised content, not its file."""

    id: str
    plan: Plan
    directions: tuple[Direction, ...]
    duties: tuple[Duty, ...]
    groups: tuple[TaskGroup, ...]
    tasks: tuple[Task, ...]

    def items(self) -> Iterator[tuple[ItemKind, Task | Direction | Duty]]:
        """All that can be recorded against, in plan order: directions, tasks, duties."""
        yield from ((ItemKind.DIRECTION, direction) for direction in self.directions)
        yield from ((ItemKind.TASK, task) for task in self.tasks)
        yield from ((ItemKind.DUTY, duty) for duty in self.duties)

    def named_units(self) -> frozenset[str]:
        """Return the ids of the bodies that the plan names in a cell, a duty or as its own."""
        cells = [cell for task in self.tasks for cell in (*task.lead, *task.support)]
        cells += [body for duty in self.duties for body in duty.bodies]
        named = {cell.unit_id for cell in cells if cell.unit_id is not None}
        return frozenset(named | {self.plan.issuer_id, self.plan.coordinator_id})

    def item_id(self, code: str) -> str:
        """Return the id of "1.10", "II.1" or "IV.3"; raises KnownError `item_unknown`."""
        wanted = code.strip().upper()
        for _kind, item in self.items():
            if item.code == wanted:
                return item.id
        raise KnownError("item_unknown", code=code)
