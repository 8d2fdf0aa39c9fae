"""Names that a list brings and nobody knows: a new body, another name of one, or a successor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.reorganisation import Understood, Wish, understand
from ttdn_desktop.domain.succession import EVERYTHING, SuccessionKind
from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.domain.unit_names import find_unit, nearest_names
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import succeed_units
from ttdn_desktop.store import units

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.store.changes import Tx


@immutable
class NewBody:
    """It is a body of its own, of a kind; `name` is its official name, "" the one in the list.

    `parent_id` is the body above it, by default none.
    """

    kind: UnitKind
    name: str = ""
    parent_id: str | None = None


@immutable
class OtherName:
    """It is another way to write a body that is known."""

    unit_id: str


@immutable
class SuccessorOf:
    """It took over from bodies that are known, from a day on, on a legal basis.

    One body: it bears the new name from the day on. Several: they were merged into a new body.
    """

    unit_ids: tuple[str, ...]
    on: date
    basis: str


Decision = NewBody | OtherName | SuccessorOf
Decisions = Mapping[str, Decision]
"""By the name as the list has it."""


@immutable
class Asked:
    """A name to be decided on, and the bodies that look most like it, the likeliest first."""

    name: str
    nearest: tuple[str, ...]


@immutable
class Decided:
    """What decisions come to; `ids` are the bodies by the names decided on."""

    organisation: Organisation
    ids: Mapping[str, str]
    new: tuple[Unit, ...] = ()
    changed: tuple[Unit, ...] = ()
    steps: tuple[Understood, ...] = ()


def asked(names: Iterable[str], organisation: Organisation) -> tuple[Asked, ...]:
    """Return what is to be asked of the names that nobody bears, each once."""
    distinct = {exact(tidy(name)): tidy(name) for name in names if tidy(name)}
    unknown = (name for name in distinct.values() if not find_unit(name, organisation.units))
    return tuple(Asked(name, nearest_names(name, organisation.units)) for name in unknown)


def recognised_with(decisions: Decisions, organisation: Organisation) -> Decided:
    """Return the organisation as it is once decisions (by name) are applied; writes nothing.

    Raises KnownError `unit_gone` for a body that is not known, `name_taken`, or as recording a
    reorganisation does.
    """
    found = Decided(organisation, {})
    for name, decision in decisions.items():
        found = _decided(found, tidy(name), decision)
    return found


def apply(tx: Tx, decisions: Decisions, organisation: Organisation) -> Mapping[str, str]:
    """Write what decisions come to within a change; return the bodies' ids by name.

    Raises KnownError as `recognised_with` does, and has then written nothing.
    """
    found = recognised_with(decisions, organisation)
    added = {unit.id for unit in found.new}
    latest = {unit.id: unit for unit in found.organisation.units}
    units.add(tx, *(latest[unit.id] for unit in found.new))
    for identity in dict.fromkeys(unit.id for unit in found.changed):
        if identity not in added:
            units.put(tx, latest[identity])
    for step in found.steps:
        succeed_units.write_step(tx, step)
    return found.ids


def _decided(found: Decided, name: str, decision: Decision) -> Decided:
    if isinstance(decision, NewBody):
        return _new(found, name, decision)
    if isinstance(decision, OtherName):
        return _alias(found, name, _unit(found.organisation, decision.unit_id))
    return _successor(found, name, decision)


def _new(found: Decided, name: str, decision: NewBody) -> Decided:
    official = tidy(decision.name) or name
    known = find_unit(official, found.organisation.units)
    if known is not None:
        raise KnownError("name_taken", name=known.names[-1].name)
    short = succeed_units.abbreviation(official, decision.kind)
    aliases = () if exact(official) == exact(name) else (name,)
    unit = Unit(
        unit_id(official),
        decision.kind,
        (UnitName(official, short),),
        decision.parent_id,
        aliases=aliases,
    )
    after = replace(found.organisation, units=(*found.organisation.units, unit))
    return replace(
        found,
        organisation=after,
        ids={**found.ids, name: unit.id},
        new=(*found.new, unit),
    )


def _alias(found: Decided, name: str, unit: Unit) -> Decided:
    named = replace(unit, aliases=tuple(dict.fromkeys((*unit.aliases, name))))
    after = replace(
        found.organisation,
        units=tuple(named if each.id == unit.id else each for each in found.organisation.units),
    )
    return replace(
        found,
        organisation=after,
        ids={**found.ids, name: unit.id},
        changed=(*found.changed, named),
    )


def _successor(found: Decided, name: str, decision: SuccessorOf) -> Decided:
    bodies = [_unit(found.organisation, each) for each in decision.unit_ids]
    kind = SuccessionKind.MERGE if len(bodies) > 1 else SuccessionKind.RENAME
    wish = Wish(
        kind=kind,
        origins=tuple(body.names[-1].name for body in bodies),
        heirs=(name,),
        on=decision.on,
        basis=decision.basis,
    )
    made = understand(wish, found.organisation, (EVERYTHING,), succeed_units.new_body)
    return replace(
        found,
        organisation=made.applied_to(found.organisation),
        ids={**found.ids, name: made.heirs[0].id},
        new=(*found.new, *made.new),
        changed=(*found.changed, *((made.renamed,) if made.renamed else ())),
        steps=(*found.steps, made),
    )


def _unit(organisation: Organisation, identity: str) -> Unit:
    try:
        return organisation.unit(identity)
    except KeyError as unknown:
        raise KnownError("unit_gone") from unknown
