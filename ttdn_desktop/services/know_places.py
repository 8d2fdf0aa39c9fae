"""Where a data folder lies: what is dangerous there, told before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import places
from ttdn_desktop.store.places import Danger, Place

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["REFUSED", "Danger", "Place", "know", "require_workable"]

REFUSED = frozenset({Danger.NETWORK, Danger.BIN})
"""Where no data folder is ever made."""


def know(folder: Path) -> Place:
    """Return what a folder, there or not yet, is on."""
    return places.know(folder)


def require_workable(folder: Path) -> None:
    """Refuse to work where a database breaks sooner or later.

    Raises KnownError `network_folder`, `bin_folder`, `cloud_folder`, `removable_folder`; the last
    two name the cloud or the drive, and can be worked on as a copy (`work_locally`).
    """
    found = places.know(folder)
    if found.danger in REFUSED:
        places.require_local(folder)
    elif found.danger is Danger.CLOUD:
        raise KnownError("cloud_folder", folder=str(folder), name=found.name)
    elif found.danger is Danger.REMOVABLE:
        raise KnownError("removable_folder", folder=str(folder), name=found.name)
