"""Writing that survives a power cut, and moving that outlasts an antivirus.

On Windows a file that has just been written may be held for a moment by a program that looks
through it: moving or removing it is then refused, and works a little later.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HELD = os.name == "nt"
"""Whether files may be held by others here; elsewhere a refusal stays one."""

PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between two tries: within two seconds it is told."""


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
    move(place, target)
    sync_folder(aside)


def identity_of(file: Path) -> tuple[int, int] | None:
    """Return which file lies in a place: its disk and its number there; None where none does."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def move(source: Path, target: Path) -> None:
    """Put a file or a folder in a place, in one step, over a file that is there.

    Raises OSError as `os.replace` does, on Windows only after some tries.
    """
    _patiently(lambda: source.replace(target))


def put(source: Path, target: Path) -> None:
    """Put a file in a place as `move` does; it is there for good when this returns."""
    move(source, target)
    sync_folder(target.parent)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder, with a mode, and what lacks above it; none of them goes with the power."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def remove(file: Path) -> None:
    """Remove a file that may be gone; raises OSError, on Windows only after some tries."""
    _patiently(lambda: file.unlink(missing_ok=True))


def _patiently(work: Callable[[], object]) -> None:
    for pause in PAUSES if HELD else ():
        try:
            work()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    work()
