"""Writing that survives a power cut."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to disk; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move_aside(place: Path, aside: Path) -> None:
    """Move a file, if it is there, into a folder where it is kept under a name of its own."""
    if not place.exists():
        return
    aside.mkdir(parents=True, exist_ok=True)
    number = 1
    while (target := aside / f"{place.name}.{number}").exists():
        number += 1
    place.rename(target)
    sync_folder(aside)
