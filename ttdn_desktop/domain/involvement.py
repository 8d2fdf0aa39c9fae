"""Which items of the plan a body must answer, and why: see docs/decisions/0001."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import has_ended, heir_of
from ttdn_desktop.domain.text import fold
from ttdn_desktop.domain.units import RECEIVING_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ttdn_desktop.domain.plan import Assignee, Duty, PlanVersion, Task
    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.units import Unit, UnitClass


class Involvement(StrEnum):
    """Chủ trì · phối hợp (nêu tên) · chung · khi có; the strongest first."""

    LEAD = "lead"
    SUPPORT = "support"
    COMMON = "common"
    OPTIONAL = "optional"


def must_answer(involvement: Involvement) -> bool:
    """Tell whether silence is a gap; what is only "khi có" is shown when there is an activity."""
    return involvement is not Involvement.OPTIONAL


def involvements(
    unit: Unit, version: PlanVersion, organisation: Organisation, day: date, year: int
) -> dict[str, Involvement]:
    """Return how a body is involved in each item of the plan that concerns it, in plan order.

    Keys are item ids; tasks that do not run in the plan year are left out, and so is whatever
    the body has no part in. `day` is the day whose reorganisations count: a body answers for
    itself and for those it has succeeded. A body that has ended keeps its own named items in
    its own folder, so that its last report can still be written; elsewhere its heir answers.
    Bodies that receive the report are involved in nothing.
    """
    if unit.kind in RECEIVING_KINDS:
        return {}
    place = _Place(unit, organisation, day)
    found = {direction.id: Involvement.COMMON for direction in version.directions}
    for task in version.tasks:
        if task.runs_in(year) and (part := place.in_task(task)):
            found[task.id] = part
    for duty in version.duties:
        if part := place.in_duty(duty):
            found[duty.id] = part
    return found


def leads_any(
    unit: Unit, version: PlanVersion, organisation: Organisation, day: date, items: Sequence[str]
) -> bool:
    """Tell whether a body leads one of the items (ids) on a day, itself or as heir."""
    place = _Place(unit, organisation, day)
    led = (place.in_task(task) for task in version.tasks if task.id in items)
    laid = (place.in_duty(duty) for duty in version.duties if duty.id in items)
    return Involvement.LEAD in {*led, *laid}


class _Place:
    """A body's place in the organisation on one day."""

    def __init__(self, unit: Unit, organisation: Organisation, day: date) -> None:
        self._unit = unit
        self._classes = {unit_class.id: unit_class for unit_class in organisation.classes}
        self._successions = organisation.successions
        self._day = day
        self._ended = has_ended(unit.id, day, organisation.successions)

    def in_task(self, task: Task) -> Involvement | None:
        if self._named(task.lead, task.code):
            return Involvement.LEAD
        if self._named(task.support, task.code):
            return Involvement.SUPPORT
        if self._laid_on(task.lead) or self._begins_with_class(task.title):
            return Involvement.COMMON
        classes = self._classes_of((*task.lead, *task.support))
        concerned = any(each.optional or self._unit.kind in each.kinds for each in classes)
        return Involvement.OPTIONAL if concerned else None

    def in_duty(self, duty: Duty) -> Involvement | None:
        if self._named(duty.bodies, duty.code):
            return Involvement.LEAD
        return Involvement.COMMON if self._laid_on(duty.bodies) else None

    def _named(self, cells: Iterable[Assignee], code: str) -> bool:
        return any(self._answers_for(cell.unit_id, code) for cell in cells if cell.unit_id)

    def _answers_for(self, unit_id: str, code: str) -> bool:
        if self._ended and unit_id == self._unit.id:
            return True
        return heir_of(unit_id, code, self._day, self._successions) == self._unit.id

    def _laid_on(self, cells: Sequence[Assignee]) -> bool:
        return any(self._unit.kind in each.kinds for each in self._classes_of(cells))

    def _begins_with_class(self, title: str) -> bool:
        """Tell whether a task's own words lay it on a class ("Mỗi sở, ban ngành, … bố trí")."""
        start = fold(title)
        return any(
            start.startswith(fold(spelling))
            for each in self._classes.values()
            if self._unit.kind in each.kinds
            for spelling in each.spellings
        )

    def _classes_of(self, cells: Sequence[Assignee]) -> Iterator[UnitClass]:
        yield from (self._classes[cell.class_id] for cell in cells if cell.class_id)
