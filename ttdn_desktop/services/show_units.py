"""The tab "Đơn vị": every body with its dated names, who took over, what it took over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    apply_confirmed,
    bodies_in_force,
    heir_of,
)
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import choose_heirs, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.units import Unit, UnitName
    from ttdn_desktop.services.office import Office, Surroundings


@immutable
class UnitLine:
    """A body, by its name of today or of its last day.

    `names` are all it bore, in turn; `former` those before and those of the bodies it took over;
    `now` are who took over from a body that has ended; `since` and `until` bound its life.
    """

    id: str
    name: str
    abbreviation: str
    kind_label: str
    place: str
    aliases: tuple[str, ...]
    names: tuple[UnitName, ...]
    former: tuple[str, ...]
    now: tuple[str, ...]
    since: date | None
    until: date | None
    ended: bool
    is_own: bool
    certainty: str


@immutable
class UnitsSeen:
    """All bodies, those in force first, and what the folder says of them.

    `successor` is the body that took over from the folder's unit, "" where there is none;
    `undecided` counts what nobody has chosen an heir for.
    """

    lines: tuple[UnitLine, ...]
    successor: str
    follows: bool
    now_names: bool
    undecided: int


def seen(office: Office) -> UnitsSeen:
    """Return what the tab shows."""
    around, today = office.surroundings(), office.clock.today()
    return UnitsSeen(
        lines(around, today),
        _successor(around, today),
        around.follows,
        around.now_names,
        len(choose_heirs.undecided(office)),
    )


def lines(around: Surroundings, today: date) -> tuple[UnitLine, ...]:
    """Return the bodies in force, in plan order, then those that have ended."""
    organisation = around.organisation
    named = around.version.named_units() | set(around.unit_ids())
    present = bodies_in_force(organisation, named, today)
    applied = apply_confirmed(organisation.units, organisation.successions)
    ended = (unit for unit in applied if unit.until is not None and unit.until < today)
    own = around.unit_on(today).id
    return tuple(_line(unit, organisation, today, own) for unit in (*present, *ended))


def _line(unit: Unit, organisation: Organisation, today: date, own: str) -> UnitLine:
    ended = unit.until is not None and unit.until < today
    day = unit.until if ended and unit.until else today
    name = unit.name_on(day)
    return UnitLine(
        id=unit.id,
        name=name.name,
        abbreviation=name.abbreviation,
        kind_label=shipped.kind_label(unit.kind),
        place=unit.place,
        aliases=unit.aliases,
        names=unit.names,
        former=tuple(dict.fromkeys(_former(unit, organisation, day))),
        now=tuple(_now(unit, organisation, today)) if ended else (),
        since=unit.since or unit.names[0].since,
        until=unit.until,
        ended=ended,
        is_own=unit.id == own,
        certainty=unit.certainty,
    )


def _former(unit: Unit, organisation: Organisation, day: date) -> Iterator[str]:
    yield from (name.name for name in unit.names if name.until and name.until < day)
    for step in organisation.successions:
        heirs = {heir.unit_id for heir in step.heirs}
        if step.confirmed and step.on <= day and step.ends_bodies and unit.id in heirs:
            before = day_before(step.on)
            for each in step.from_ids:
                if each != unit.id:
                    yield organisation.unit(each).name_on(before).name


def _now(unit: Unit, organisation: Organisation, today: date) -> Iterator[str]:
    for step in organisation.successions:
        if step.confirmed and step.ends_bodies and unit.id in step.from_ids:
            whole = step.heirs_of_item(EVERYTHING) or tuple(h.unit_id for h in step.heirs)
            for each in whole:
                heir = heir_of(each, EVERYTHING, today, organisation.successions)
                yield organisation.unit(heir).name_on(today).name


def _successor(around: Surroundings, today: date) -> str:
    heir = heir_of(around.unit.id, EVERYTHING, today, around.organisation.successions)
    if heir == around.unit.id:
        return ""
    return around.organisation.unit(heir).name_on(today).name
