"""What every use case works with: the store, the vault, the clock and who is at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import RANDOM_BYTES, recorded_id
from ttdn_desktop.domain.succession import apply_confirmed
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import plans, settings, successions, units

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.domain.units import Unit, UnitClass
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.vault import Vault

UNIT_SETTING = "unit"


@dataclass(frozen=True, slots=True)
class Office:
    """One data folder at work. `actor` is the name written into the history of changes."""

    store: Store
    vault: Vault
    clock: Clock
    actor: str

    def new_id(self) -> str:
        """Return a fresh identity for something a person records."""
        return recorded_id(self.clock.now_ms(), self.clock.random(RANDOM_BYTES))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The plan in force and the bodies around the unit, as confirmed reorganisations leave them."""

    version: PlanVersion
    units: tuple[Unit, ...]
    classes: tuple[UnitClass, ...]
    successions: tuple[Succession, ...]
    unit: Unit

    def unit_by_id(self, unit_id: str) -> Unit:
        """Return a body; an id that is nowhere is a bug."""
        return next(unit for unit in self.units if unit.id == unit_id)


def surroundings(connection: Connection) -> Surroundings:
    """Gather what a use case must know of plan and bodies; raises KnownError `folder_unfinished`."""
    version = plans.in_force(connection)
    unit_id = settings.get(connection, UNIT_SETTING)
    if version is None or unit_id is None:
        raise KnownError("folder_unfinished")
    reorganised = successions.all(connection)
    bodies = apply_confirmed(units.all(connection), reorganised)
    own = next(unit for unit in bodies if unit.id == unit_id)
    return Surroundings(version, bodies, units.classes(connection), reorganised, own)
