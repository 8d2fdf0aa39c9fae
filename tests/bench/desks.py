"""Data folders to measure on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import SystemClock
from ttdn_desktop.services.office import Office
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store import engine

if TYPE_CHECKING:
    from pathlib import Path


def new_desk(root: Path) -> Office:
    """Return the open desk of a new data folder of Sở Ngoại vụ."""
    clock = SystemClock()
    start(root, clock, Start(unit="Sở Ngoại vụ", confirm=(ALL,)))
    return Office(engine.open(root, clock=clock), clock)
