"""Who takes which item of the plan after a reorganisation: what is chosen, and what is not yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.plan import Direction, Duty, Task
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    Heir,
    Succession,
    SuccessionKind,
    bodies_answered_for,
    undecided,
)
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.plan import Assignee, PlanVersion


@immutable
class Inheritance:
    """An item that a body had, and who takes it by one reorganisation.

    `code` is the item's, or EVERYTHING for all that is not named; `title` is the plan's, ""
    for EVERYTHING. `heir_id` is None while nobody, or more than one, takes it.
    """

    code: str
    title: str
    candidates: tuple[str, ...]
    heir_id: str | None


def inheritances(
    step: Succession, version: PlanVersion, steps: Sequence[Succession]
) -> Iterator[Inheritance]:
    """Yield what there is to choose after a reorganisation, in plan order; the rest comes last.

    Nothing where one body takes all there is: nobody has to choose. A function moved leaves
    what is not named with the body that had it.
    """
    if len(step.heirs) < _TO_CHOOSE:
        return
    candidates = tuple(heir.unit_id for heir in step.heirs)
    for code, title in _held(step, version, steps):
        heirs = step.heirs_of_item(code)
        if heirs or step.kind is not SuccessionKind.TRANSFER:
            yield Inheritance(code, title, candidates, heirs[0] if len(heirs) == 1 else None)
    rest = step.heirs_of_item(EVERYTHING)
    if rest:
        yield Inheritance(EVERYTHING, "", candidates, rest[0] if len(rest) == 1 else None)


def open_inheritances(
    version: PlanVersion, steps: Sequence[Succession], day: date = date.max
) -> Iterator[tuple[Succession, Inheritance]]:
    """Yield what nobody has chosen of the reorganisations in force; the old body keeps it."""
    for step in steps:
        if step.confirmed and step.on <= day and not _is_settled(step):
            for each in inheritances(step, version, steps):
                if each.heir_id is None:
                    yield step, each


def chosen(step: Succession, choices: Mapping[str, str]) -> Succession:
    """Return a reorganisation in which items (by code, or EVERYTHING) go to one heir each (by id).

    Raises KnownError `heir_not_named` for a body that is no heir of it.
    """
    heirs = {heir.unit_id: heir.takes for heir in step.heirs}
    for code, unit_id in choices.items():
        if unit_id not in heirs:
            raise KnownError("heir_not_named", names=unit_id)
        heirs = {
            each: tuple(taken for taken in takes if taken != code) for each, takes in heirs.items()
        }
        heirs[unit_id] = (*heirs[unit_id], code)
    return replace(step, heirs=tuple(Heir(unit_id, takes) for unit_id, takes in heirs.items()))


_TO_CHOOSE = 2
"""From so many heirs on there is a choice."""


def _is_settled(step: Succession) -> bool:
    """Tell whether one heir takes all that is not named, and nothing is named twice."""
    return len(step.heirs_of_item(EVERYTHING)) == 1 and not undecided(step)


def _held(
    step: Succession, version: PlanVersion, steps: Sequence[Succession]
) -> Iterator[tuple[str, str]]:
    """Yield code and title of the items that the bodies had on their last day, by name."""
    before = [each for each in steps if each.id != step.id]
    for _kind, item in version.items():
        named = {cell.unit_id for cell in _cells(item) if cell.unit_id}
        for origin in step.from_ids:
            held = bodies_answered_for(origin, item.code, day_before(step.on), before)
            if not held.isdisjoint(named):
                yield item.code, item.title
                break


def _cells(item: Task | Direction | Duty) -> tuple[Assignee, ...]:
    if isinstance(item, Task):
        return (*item.lead, *item.support)
    return item.bodies if isinstance(item, Duty) else ()
