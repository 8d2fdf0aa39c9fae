"""A body's own details, as the officer knows them, and how reports write names of the past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact, tidy
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.office import NOW_NAMES_SETTING
from ttdn_desktop.store import settings, units

if TYPE_CHECKING:
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """What may be put right of a body without its being reorganised.

    `abbreviation` is that of the name it bears today; `place` is the place name of its documents
    where it is not that of the body above; `aliases` are other ways it is written.
    """

    abbreviation: str
    place: str = ""
    aliases: tuple[str, ...] = ()


def save(office: Office, unit_id: str, form: UnitForm) -> Unit:
    """Write a body's details as one change.

    Raises KnownError `abbreviation_missing`, `unit_gone`, or `name_taken` where another body is
    written so.
    """
    organisation = office.surroundings().organisation
    known = {unit.id: unit for unit in organisation.units}
    if unit_id not in known:
        raise KnownError("unit_gone")
    unit, short = known[unit_id], tidy(form.abbreviation)
    if not any(map(str.isalnum, short)):
        raise KnownError("abbreviation_missing")
    aliases = _distinct(form.aliases)
    others = [each for each in organisation.units if each.id != unit_id]
    for name in aliases:
        if name not in unit.aliases and (taken := find_unit(name, others)):
            raise KnownError("name_taken", name=taken.names[-1].name)
    present = unit.name_on(office.clock.today())
    names = tuple(
        replace(name, abbreviation=short) if name == present else name for name in unit.names
    )
    after = replace(unit, names=names, place=tidy(form.place), aliases=aliases)
    with office.store.change(office.actor(), f"Sửa thông tin đơn vị {present.name}") as tx:
        units.put(tx, after)
    return after


def write_now_names(office: Office, *, wanted: bool) -> None:
    """Let reports of earlier rounds add "(nay là …)" to the bodies' old names, or not."""
    done = "Ghi" if wanted else "Không ghi"
    with office.store.change(office.actor(), f"{done} tên mới trong ngoặc (nay là …)") as tx:
        settings.put(tx, NOW_NAMES_SETTING, value=wanted)


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    given = {exact(tidy(name)): tidy(name) for name in names if tidy(name)}
    return tuple(given.values())
