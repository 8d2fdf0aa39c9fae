"""Starting a data folder: the shipped plan, the bodies, the unit whose desk it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.header import profile_of
from ttdn_desktop.domain.involvement import involvements, must_answer
from ttdn_desktop.domain.officer import Officer
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.succession import Organisation, has_ended
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.unit_names import find_unit, nearest_names
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services import shipped
from ttdn_desktop.services.office import UNIT_SETTING
from ttdn_desktop.store import engine, indicators, officers, plans, settings, successions, units
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.tx import Tx

ALL = "all"
COORDINATOR_SETTING = "coordinator"
LABEL = "Khởi tạo dữ liệu"
LOCAL_KINDS = frozenset({UnitKind.COMMUNE, UnitKind.DISTRICT})
_SHORT = re.compile(r"^UBND\s+", re.IGNORECASE)
_LOCAL = re.compile(
    r"Ủy ban nhân dân (?:xã|phường|thị trấn|đặc khu|huyện|thành phố|thị xã) (?P<place>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is asked at the first start. `confirm` are codes of proposals, or ALL."""

    unit: str
    kind: UnitKind | None = None
    coordinator: bool = False
    officer: str = ""
    confirm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Started:
    """A new data folder: whose it is, its plan, and the reorganisations as confirmed or left."""

    unit: Unit
    version: PlanVersion
    organisation: Organisation

    def must_answer(self, today: date) -> tuple[str, ...]:
        """Return the codes of what the unit must answer, in plan order."""
        year = plan_year(today)
        roles = involvements(self.unit, self.version, self.organisation, today, year)
        needed = {item for item, involvement in roles.items() if must_answer(involvement)}
        return tuple(item.code for _kind, item in self.version.items() if item.id in needed)

    def ended(self, today: date) -> bool:
        """Tell whether a confirmed reorganisation has ended the unit."""
        return has_ended(self.unit.id, today, self.organisation.successions)


def start(root: Path, clock: Clock, wish: Start) -> Started:
    """Make a data folder at `root`; a start that was cut off is begun anew.

    Raises KnownError `folder_taken`, `unit_unknown`, `proposal_unknown`, or as the store does.
    """
    bodies = shipped.units()
    unit = _own_unit(wish, bodies)
    known = bodies if unit in bodies else (*bodies, unit)
    reorganised = tuple(_confirmed(wish.confirm, shipped.successions()))
    started = Started(unit, shipped.plan(), Organisation(known, shipped.classes(), reorganised))
    actor = tidy(wish.officer) or unit.names[0].name
    with _empty_folder(root, clock) as store, store.change(actor, LABEL, undoable=False) as tx:
        _fill(tx, started, wish)
    return started


def _empty_folder(root: Path, clock: Clock) -> Store:
    with told_of_files(root):
        begun = DataFolder(root).database.exists()
    if not begun:
        return engine.create(root, clock=clock)
    store = engine.open(root, clock=clock)
    with store.read() as connection:
        taken = settings.get(connection, UNIT_SETTING) is not None
    if taken:
        store.close()
        raise KnownError("folder_taken", folder=root)
    return store


def _own_unit(wish: Start, bodies: tuple[Unit, ...]) -> Unit:
    found = find_unit(wish.unit, bodies)
    if found is not None:
        return found
    name = _SHORT.sub("Ủy ban nhân dân ", tidy(wish.unit))
    if wish.kind is None or not name:
        nearest = "; ".join(nearest_names(wish.unit, bodies))
        raise KnownError("unit_unknown", name=wish.unit, nearest=nearest or "–")
    issuer = shipped.plan().plan.issuer_id
    profile = profile_of(wish.kind, name, shipped.header_profiles())
    names = (UnitName(name, profile.abbreviation(name)),)
    return Unit(unit_id(name), wish.kind, names, issuer, place=_place(wish.kind, name))


def _place(kind: UnitKind, name: str) -> str:
    """Return the place name of a local committee's documents: that of its commune or district."""
    found = _LOCAL.fullmatch(name)
    return found["place"] if found and kind in LOCAL_KINDS else ""


def _confirmed(codes: Collection[str], proposals: Collection[Succession]) -> Iterator[Succession]:
    known = [proposal.code for proposal in proposals]
    for code in codes:
        if _proposal_code(code) not in {*known, ALL}:
            raise KnownError("proposal_unknown", code=code, known=", ".join(known))
    agreed = set(map(_proposal_code, codes))
    for proposal in proposals:
        yield replace(proposal, confirmed=not agreed.isdisjoint({ALL, proposal.code}))


def _proposal_code(typed: str) -> str:
    word = typed.strip()
    return ALL if word.lower() == ALL else word.upper()


def _fill(tx: Tx, started: Started, wish: Start) -> None:
    units.add(tx, *started.organisation.units)
    units.add_classes(tx, *started.organisation.classes)
    successions.add(tx, *started.organisation.successions)
    plans.adopt(tx, started.version)
    indicators.add(tx, *shipped.indicators())
    settings.put(tx, UNIT_SETTING, started.unit.id)
    settings.put(tx, COORDINATOR_SETTING, wish.coordinator)
    if name := tidy(wish.officer):
        officers.add(tx, Officer(tx.new_id(), started.unit.id, name))
