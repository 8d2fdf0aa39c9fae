"""The bodies in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import bodies_in_force
from ttdn_desktop.services.office import surroundings

if TYPE_CHECKING:
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.office import Office


def in_force(office: Office) -> tuple[Unit, ...]:
    """Return the bodies of today, with the names that confirmed reorganisations leave them."""
    with office.store.read() as connection:
        around = surroundings(connection)
    named = around.version.named_units() | {around.unit.id}
    return bodies_in_force(around.organisation, named, office.clock.today())
