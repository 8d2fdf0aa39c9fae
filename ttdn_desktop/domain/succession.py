"""Reorganisations: who took over whom, when, on what legal basis, and for which tasks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.units import UnitName
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.units import Unit, UnitClass

EVERYTHING = "*"
"""In `Heir.takes`: all that the ended bodies had."""

COORDINATING_DUTY = "IV.7"
"""The duty that makes a body the coordinating department."""


class SuccessionKind(StrEnum):
    """Rename, merge, split, dissolve, transfer of a function."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLVE = "dissolve"
    TRANSFER = "transfer"


ENDING_KINDS = frozenset({SuccessionKind.MERGE, SuccessionKind.SPLIT, SuccessionKind.DISSOLVE})
"""The kinds that end the bodies they come from."""


@immutable
class Heir:
    """A body that takes over, and the codes of the plan items it takes (or EVERYTHING).

    An item named by its code goes before EVERYTHING. No codes: it takes functions of which the
    plan says nothing.
    """

    unit_id: str
    takes: tuple[str, ...] = (EVERYTHING,)


@immutable
class Succession:
    """One reorganisation. A proposal until `confirmed`: then names and tasks follow it.

    `from_ids` end the day before `on`, but for a rename or transfer, where they live on;
    a rename has no heirs: the body itself bears the new name from `on` (see `renamed`);
    `certainty` is shown beside a proposal and never hidden.
    """

    id: str
    code: str
    kind: SuccessionKind
    on: date
    basis: str
    from_ids: tuple[str, ...]
    heirs: tuple[Heir, ...]
    certainty: str = ""
    note: str = ""
    confirmed: bool = False

    @property
    def ends_bodies(self) -> bool:
        """Tell whether the bodies it comes from end."""
        return self.kind in ENDING_KINDS

    def heirs_of_item(self, item_code: str) -> tuple[str, ...]:
        """Return the bodies that take an item: those that name it, else those that take all."""
        naming = tuple(heir.unit_id for heir in self.heirs if item_code in heir.takes)
        return naming or tuple(heir.unit_id for heir in self.heirs if EVERYTHING in heir.takes)


@immutable
class Organisation:
    """What is known of bodies at once: the bodies, their classes, their reorganisations."""

    units: tuple[Unit, ...]
    classes: tuple[UnitClass, ...]
    successions: tuple[Succession, ...]

    def unit(self, unit_id: str) -> Unit:
        """Return the body of an id; raises KeyError for an id that is not known."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)


def succession_id(
    kind: SuccessionKind, on: date, from_ids: Iterable[str], heir_ids: Iterable[str]
) -> str:
    """Return the id of a reorganisation: its kind, its day, who ended and who took over."""
    return shared_id(
        "succession", kind, on.isoformat(), *sorted(from_ids), EVERYTHING, *sorted(heir_ids)
    )


def heir_of(unit_id: str, item_code: str, day: date, successions: Sequence[Succession]) -> str:
    """Return the body answering on a day for what a body had in an item ("1.8", "IV.7").

    Follows confirmed reorganisations in force by that day, one after the other; the body itself
    where there is none, or where two bodies could take the item and nobody has chosen (see
    `undecided`). `item_code` EVERYTHING asks for the body as a whole.
    Raises KnownError `succession_cycle` where bodies that ended take over each other.
    """
    holder, since, ended = unit_id, date.min, set[str]()
    steps = _in_force(day, successions)
    while step := _next_step(holder, item_code, since, steps):
        steps.remove(step)
        holder, since = step.heirs_of_item(item_code)[0], step.on
        ended.update(body for body in step.from_ids if _ends(step, body))
        if holder in ended:
            raise KnownError("succession_cycle", code=step.code)
    return holder


def _next_step(
    holder: str, item_code: str, since: date, steps: Sequence[Succession]
) -> Succession | None:
    for step in steps:
        in_turn = step.ends_bodies or step.on >= since
        heirs = step.heirs_of_item(item_code)
        if holder in step.from_ids and in_turn and len(heirs) == 1 and heirs[0] != holder:
            return step
    return None


def _in_force(day: date, successions: Sequence[Succession]) -> list[Succession]:
    confirmed = (step for step in successions if step.confirmed and step.on <= day)
    return sorted(confirmed, key=lambda step: (step.on, step.code))


def bodies_answered_for(
    unit_id: str, item_code: str, day: date, successions: Sequence[Succession]
) -> frozenset[str]:
    """Return a body and those whose share of an item it answers for on a day."""
    ended = {body for step in successions for body in step.from_ids}
    inherited = {body for body in ended if heir_of(body, item_code, day, successions) == unit_id}
    return frozenset(inherited | {unit_id})


def coordinator_on(plan: Plan, day: date, successions: Sequence[Succession]) -> str:
    """Return the id of the body that coordinates the plan on a day (IV.7 or its heir)."""
    return heir_of(plan.coordinator_id, COORDINATING_DUTY, day, successions)


def undecided(succession: Succession) -> tuple[str, ...]:
    """Return the codes (or EVERYTHING) that more than one heir takes: someone has to choose."""
    takes = Counter(code for heir in succession.heirs for code in set(heir.takes))
    return tuple(sorted(code for code, heirs in takes.items() if heirs > 1))


def has_ended(unit_id: str, day: date, successions: Sequence[Succession]) -> bool:
    """Tell whether a confirmed reorganisation has ended a body before or on a day."""
    return any(_ends(step, unit_id) for step in _in_force(day, successions))


def _ends(step: Succession, unit_id: str) -> bool:
    lives_on = any(heir.unit_id == unit_id for heir in step.heirs)
    return step.ends_bodies and unit_id in step.from_ids and not lives_on


def apply_confirmed(units: Sequence[Unit], successions: Sequence[Succession]) -> tuple[Unit, ...]:
    """Return the bodies with the ends that confirmed reorganisations give them.

    Proposals change nothing: the bodies go on. Where a body ends twice, the first end counts.
    """
    steps = _in_force(date.max, successions)
    return tuple(_applied(unit, steps) for unit in units)


def _applied(unit: Unit, steps: Sequence[Succession]) -> Unit:
    ends = [day_before(step.on) for step in steps if _ends(step, unit.id)]
    return replace(unit, until=min(ends)) if ends else unit


def renamed(unit: Unit, name: str, abbreviation: str, on: date) -> Unit:
    """Return a body that bears a new name from a day on; the old one ends the day before.

    A blank abbreviation keeps the old one.
    """
    old = unit.names[-1]
    new = UnitName(name, abbreviation or old.abbreviation, on, old.until)
    return replace(unit, names=(*unit.names[:-1], replace(old, until=day_before(on)), new))


def bodies_in_force(
    organisation: Organisation, named: frozenset[str], day: date
) -> tuple[Unit, ...]:
    """Return the bodies that stand on a day, with their names and ends as confirmed.

    A body that only a proposal brings is left out until it is confirmed; `named` are those
    that stand without one: the bodies that the plan names, and the officer's own.
    """
    successions = organisation.successions
    arriving = {heir.unit_id for step in successions for heir in step.heirs} - named
    arrived = {heir.unit_id for step in _in_force(day, successions) for heir in step.heirs}
    applied = apply_confirmed(organisation.units, successions)
    return tuple(
        unit
        for unit in applied
        if unit.exists_on(day) and (unit.id not in arriving or unit.id in arrived)
    )
