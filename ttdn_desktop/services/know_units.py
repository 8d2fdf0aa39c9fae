"""The bodies in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import bodies_in_force

if TYPE_CHECKING:
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.office import Office


def in_force(office: Office) -> tuple[Unit, ...]:
    """Return the bodies of today, with the names that confirmed reorganisations leave them."""
    around = office.surroundings()
    named = around.version.named_units() | set(around.unit_ids())
    return bodies_in_force(around.organisation, named, office.clock.today())
