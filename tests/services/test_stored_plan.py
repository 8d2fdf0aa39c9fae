"""The local copy of the plan is the shipped plan, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import SystemClock, open_desk
from ttdn_desktop.services import shipped
from ttdn_desktop.services.start_folder import Start, start

if TYPE_CHECKING:
    from pathlib import Path


def test_that_the_stored_plan_and_bodies_are_the_shipped_ones_in_every_field(
    tmp_path: Path,
) -> None:
    start(tmp_path, SystemClock(), Start(unit="Sở Ngoại vụ"))
    with open_desk(tmp_path, writing=False) as desk:
        around = desk.office.surroundings()
    assert around.version == shipped.plan()
    assert around.organisation.units == shipped.units()
    assert around.organisation.classes == shipped.classes()
    assert set(around.organisation.successions) == set(shipped.successions())
    assert tuple(around.catalogue.values()) == shipped.indicators()
