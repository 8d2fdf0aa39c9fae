"""Writing a file beside its place and moving it there: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.services.office import Office


def require_outside(office: Office, target: Path) -> None:
    """Refuse a place within the data folder; raises KnownError `target_inside_data`."""
    if target.resolve().is_relative_to(office.store.folder.root.resolve()):
        raise KnownError("target_inside_data", place=target)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Lend an empty file beside the target, gone at the end; OSError where none can be there.

    Whoever writes it moves it into place with `replace`.
    """
    _require_replaceable(target)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        unfinished.chmod(_usual_mode())
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def _require_replaceable(target: Path) -> None:
    """Find out before anything is recorded: a folder, a write protection, a file open in Word."""
    if target.exists():
        target.open("r+b").close()


def _usual_mode() -> int:
    """Return the mode a new file of this user gets; a temporary one is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
