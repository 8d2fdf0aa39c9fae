"""What every use case works with: the store, the clock and who is at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import RANDOM_BYTES, recorded_id
from ttdn_desktop.domain.officer import in_charge
from ttdn_desktop.domain.succession import Organisation
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import officers, plans, settings, successions, units

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.store.engine import Store

UNIT_SETTING = "unit"
NAMELESS = "Cán bộ phụ trách"
"""Who the history names while no officer has been entered."""


@dataclass(frozen=True, slots=True)
class Office:
    """One data folder at work."""

    store: Store
    clock: Clock

    def new_id(self) -> str:
        """Return a fresh identity for something a person records."""
        return recorded_id(self.clock.now_ms(), self.clock.random(RANDOM_BYTES))

    def actor(self) -> str:
        """Return the name that the history of changes is written with."""
        with self.store.read() as connection:
            unit_id = settings.get(connection, UNIT_SETTING)
            officer = in_charge(officers.of_unit(connection, unit_id), self.clock.today())
        return officer.name if officer else NAMELESS


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The plan in force, the bodies and their reorganisations, and the unit whose desk it is."""

    version: PlanVersion
    organisation: Organisation
    unit: Unit


def surroundings(connection: Connection) -> Surroundings:
    """Gather what a use case must know of plan and bodies.

    Raises KnownError `folder_unfinished` where the first start was never ended.
    """
    version = plans.in_force(connection)
    unit_id = settings.get(connection, UNIT_SETTING)
    if version is None or unit_id is None:
        raise KnownError("folder_unfinished")
    organisation = Organisation(
        units.all_units(connection),
        units.all_classes(connection),
        successions.all_successions(connection),
    )
    return Surroundings(version, organisation, organisation.unit(unit_id))
