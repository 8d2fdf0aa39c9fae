"""Writing a file beside its place and moving it there: whole or not at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office

_KEY_LENGTH = 16


def require_outside(office: Office, target: Path) -> None:
    """Refuse a place within the data folder; raises KnownError `target_inside_data`."""
    if target.resolve().is_relative_to(office.store.folder.root.resolve()):
        raise KnownError("target_inside_data", place=target)


@contextmanager
def beside(target: Path, data: Path) -> Iterator[Path]:
    """Lend an empty file beside the target, gone at the end; OSError where none can be there.

    Whoever writes it moves it into place with `replace`. Its name is that of the data folder and
    the target: whoever holds the folder's lock knows that one found there is what a kill has left.
    """
    key = hashlib.sha256(os.fsencode(data.resolve() / target.name)).hexdigest()
    unfinished = target.with_name(f".{key[:_KEY_LENGTH]}.tmp")
    try:
        _require_replaceable(target)
        unfinished.unlink(missing_ok=True)
        unfinished.open("xb").close()
        yield unfinished
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _require_replaceable(target: Path) -> None:
    """Find out before anything is recorded: a folder, a write protection, a file open in Word."""
    if target.exists():
        target.open("r+b").close()
