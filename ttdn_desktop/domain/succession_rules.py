"""What reorganisations may not do together, and which of them still wait to be confirmed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before, short
from ttdn_desktop.domain.succession import EVERYTHING, apply_confirmed, has_ended, heir_of
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.succession import Organisation, Succession
    from ttdn_desktop.domain.units import Unit


def require_acyclic(organisation: Organisation) -> None:
    """Refuse bodies that take over each other, as a whole or in an item; `succession_cycle`."""
    steps = organisation.successions
    codes = {EVERYTHING, *(code for step in steps for heir in step.heirs for code in heir.takes)}
    origins = {unit_id for step in steps for unit_id in step.from_ids}
    for code in sorted(codes):
        for unit_id in sorted(origins):
            heir_of(unit_id, code, date.max, steps)


def is_moot(step: Succession, steps: Sequence[Succession]) -> bool:
    """Tell whether a proposal is past: what it would end has been ended by another step."""
    return (
        not step.confirmed
        and step.ends_bodies
        and all(has_ended(unit_id, date.max, steps) for unit_id in step.from_ids)
    )


def is_open(step: Succession, day: date, steps: Sequence[Succession]) -> bool:
    """Tell whether a proposal up to a day still waits to be confirmed."""
    return not step.confirmed and step.on <= day and not is_moot(step, steps)


def require_standing(step: Succession, organisation: Organisation) -> None:
    """Refuse to confirm what would end a body that another step has ended already."""
    others = tuple(each for each in organisation.successions if each.id != step.id)
    applied = apply_confirmed(organisation.units, others)
    for unit in applied:
        ends = step.ends_bodies and unit.id in step.from_ids
        if ends and has_ended(unit.id, date.max, others):
            refuse_lifeless(unit, day_before(step.on))


def refuse_lifeless(unit: Unit, day: date) -> None:
    """Refuse a body for not being there on a day: `unit_ended_already`, `unit_not_begun`."""
    name = unit.name_on(day).name
    if unit.until is not None:
        raise KnownError("unit_ended_already", name=name, until=short(unit.until))
    since = short(unit.since) if unit.since else ""
    raise KnownError("unit_not_begun", name=name, since=since)
