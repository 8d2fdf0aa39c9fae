"""After a split: which body takes which item of the plan, and what nobody has chosen yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.heirs import chosen, inheritances, open_inheritances
from ttdn_desktop.domain.succession import EVERYTHING
from ttdn_desktop.domain.succession_rules import require_acyclic
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import successions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ttdn_desktop.domain.heirs import Inheritance
    from ttdn_desktop.domain.succession import Organisation, Succession
    from ttdn_desktop.services.office import Office


@immutable
class Candidate:
    """A body that may take an item, by its name on the day of the reorganisation."""

    id: str
    name: str


@immutable
class HeirRow:
    """One item and who takes it by a reorganisation; `heir` is None while nobody has chosen.

    `code` is EVERYTHING, and `title` "", for all that no row names. `origins` are the bodies
    that had it, by the names of their last day.
    """

    succession: str
    on: date
    origins: tuple[str, ...]
    code: str
    title: str
    candidates: tuple[Candidate, ...]
    heir: Candidate | None


def undecided(office: Office) -> tuple[HeirRow, ...]:
    """Return what is still to be chosen, in plan order for each reorganisation."""
    around = office.surroundings()
    steps = around.organisation.successions
    found = open_inheritances(around.version, steps)
    return tuple(_row(step, each, around.organisation) for step, each in found)


def rows(office: Office, code: str) -> tuple[HeirRow, ...]:
    """Return all that a reorganisation passes on and could pass on otherwise, chosen or not.

    Raises KnownError `proposal_unknown`.
    """
    around = office.surroundings()
    step = _named(around.organisation, code)
    found = inheritances(step, around.version, around.organisation.successions)
    return tuple(_row(step, each, around.organisation) for each in found)


def choose(office: Office, choices: Mapping[str, Mapping[str, str]]) -> None:
    """Let items (by code) go to one heir each (by id or name), as one change; also later anew.

    `choices` are by the code of a reorganisation. Raises KnownError `proposal_unknown`,
    `item_unknown`, `heir_not_named`, `succession_cycle`; nothing is changed then.
    """
    around = office.surroundings()
    organisation = around.organisation
    codes = {each.code for _kind, each in around.version.items()}
    changed: dict[str, Succession] = {}
    told: list[str] = []
    for code, written in choices.items():
        step = _named(organisation, code)
        wanted = {_item(i, codes): _heir(heir, step, organisation) for i, heir in written.items()}
        changed[step.id] = chosen(step, wanted)
        named = ("các nhiệm vụ còn lại" if each == EVERYTHING else each for each in wanted)
        told.append(f"{step.code}: {', '.join(named)}")
    steps = tuple(changed.get(each.id, each) for each in organisation.successions)
    require_acyclic(replace(organisation, successions=steps))
    label = f"Chọn đơn vị tiếp nhận theo {'; '.join(told)}"
    with office.store.change(office.actor(), label) as tx:
        for after in changed.values():
            successions.put_heirs(tx, after)


def _named(organisation: Organisation, code: str) -> Succession:
    wanted = code.strip().upper()
    for step in organisation.successions:
        if step.code.upper() == wanted:
            return step
    known = ", ".join(step.code for step in organisation.successions)
    raise KnownError("proposal_unknown", code=code, known=known)


def _item(written: str, known: set[str]) -> str:
    code = written.strip().upper()
    if code != EVERYTHING and code not in known:
        raise KnownError("item_unknown", code=written)
    return code


def _heir(written: str, step: Succession, organisation: Organisation) -> str:
    units = [organisation.unit(heir.unit_id) for heir in step.heirs]
    for unit in units:
        if unit.id == written:
            return unit.id
    found = find_unit(written, units)
    if found is None:
        raise KnownError("heir_not_named", names=written)
    return found.id


def _row(step: Succession, each: Inheritance, organisation: Organisation) -> HeirRow:
    named = {
        unit_id: Candidate(unit_id, organisation.unit(unit_id).name_on(step.on).name)
        for unit_id in each.candidates
    }
    return HeirRow(
        step.code,
        step.on,
        tuple(organisation.unit(unit_id).name_on(step.on).name for unit_id in step.from_ids),
        each.code,
        each.title,
        tuple(named.values()),
        named.get(each.heir_id or ""),
    )
