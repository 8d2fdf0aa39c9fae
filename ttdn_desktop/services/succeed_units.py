"""Sắp xếp tổ chức: recording by hand who was renamed, merged, split, ended or relieved of what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.header import profile_of
from ttdn_desktop.domain.heirs import Inheritance, inheritances
from ttdn_desktop.domain.reorganisation import Understood, understand
from ttdn_desktop.domain.succession import EVERYTHING, SuccessionKind
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import shipped
from ttdn_desktop.services.office import FOLLOWS_SETTING
from ttdn_desktop.store import settings, successions, units

if TYPE_CHECKING:
    from ttdn_desktop.domain.reorganisation import Wish
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.store.changes import Tx

_PROVINCE = re.compile(r"Ủy ban nhân dân (?P<short>(?:tỉnh|thành phố) (?P<place>.+))")
_TOLD = {
    SuccessionKind.RENAME: "Đổi tên {old} thành {new}",
    SuccessionKind.MERGE: "Hợp nhất, sáp nhập {old} thành {new}",
    SuccessionKind.SPLIT: "Chia, tách {old} thành {new}",
    SuccessionKind.DISSOLVE: "Kết thúc hoạt động {old}, chuyển nhiệm vụ cho {new}",
    SuccessionKind.TRANSFER: "Chuyển nhiệm vụ của {old} cho {new}",
}
"""How the history of changes tells a reorganisation."""
_NOBODY = "Kết thúc hoạt động {old}"


@immutable
class Prepared:
    """A reorganisation as it would be recorded, and what it would leave to be chosen.

    `ends_own` tells whether the unit of this folder ends by it; `follows` whether the folder then
    goes on as that of the one body that takes over all there is.
    """

    understood: Understood
    undecided: tuple[Inheritance, ...]
    ends_own: bool
    follows: bool


def prepare(office: Office, wish: Wish) -> Prepared:
    """Return what a wish means; writes nothing. Raises KnownError as `understand` does."""
    around = office.surroundings()
    codes = frozenset(item.code for _kind, item in around.version.items())
    made = understand(wish, around.organisation, codes, new_body)
    step = made.succession
    steps = (*around.organisation.successions, step)
    left = (each for each in inheritances(step, around.version, steps) if each.heir_id is None)
    ends_own = _ends_own(around, made)
    whole = step.heirs_of_item(EVERYTHING)
    return Prepared(made, tuple(left), ends_own, ends_own and len(whole) == 1)


def record(office: Office, prepared: Prepared) -> None:
    """Record what was prepared as one change.

    Where the unit of this folder ends and one body takes over, the folder goes on as that of the
    body from the day on: what was done before stays the old unit's.
    """
    with office.store.change(office.actor(), told(prepared.understood)) as tx:
        write(tx, prepared.understood)
        if prepared.follows:
            settings.put(tx, FOLLOWS_SETTING, value=True)


def write(tx: Tx, understood: Understood) -> None:
    """Write a reorganisation and the bodies that it brings."""
    units.add(tx, *understood.new)
    if understood.renamed is not None:
        units.put(tx, understood.renamed)
    write_step(tx, understood)


def write_step(tx: Tx, understood: Understood) -> None:
    """Write a reorganisation alone; its bodies are there already."""
    successions.add(tx, understood.succession)


def told(understood: Understood) -> str:
    """Return how the history of changes tells a reorganisation."""
    step = understood.succession
    sentence = _TOLD[step.kind] if understood.heirs else _NOBODY
    old = ", ".join(unit.name_on(step.on).name for unit in understood.origins)
    new = ", ".join(unit.name_on(step.on).name for unit in understood.heirs)
    return f"{sentence.format(old=old, new=new)} từ ngày {short(step.on)}"


def new_body(name: str, kind: UnitKind, origin: Unit) -> Unit:
    """Return a new body below the one that its origin stands below."""
    place, printed = origin.place if origin.kind is kind else "", ""
    if kind is UnitKind.PROVINCE and (found := _PROVINCE.fullmatch(name)):
        place, printed = found["place"], f"UBND {found['short']}"
    names = (UnitName(name, abbreviation(name, kind)),)
    return Unit(unit_id(name), kind, names, origin.parent_id, place=place, short=printed)


def abbreviation(name: str, kind: UnitKind) -> str:
    """Return the initials of a name, as a first proposal for the numbers of its documents."""
    return profile_of(kind, name, shipped.header_profiles()).abbreviation(name)


def follow(office: Office, *, follows: bool) -> None:
    """Let the folder go on as that of the body that took over its unit, or as the old unit's."""
    done = "Chuyển sổ sang đơn vị tiếp nhận" if follows else "Giữ sổ của đơn vị cũ"
    with office.store.change(office.actor(), done) as tx:
        settings.put(tx, FOLLOWS_SETTING, value=follows)


def _ends_own(around: Surroundings, made: Understood) -> bool:
    own = around.unit_on(made.succession.on).id
    lives_on = any(heir.id == own for heir in made.heirs)
    return made.succession.ends_bodies and own in made.succession.from_ids and not lives_on
