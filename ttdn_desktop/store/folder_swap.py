"""One data folder in the place of another: both whole before, between and after.

A note beside the place says what is under way. Whoever opens the place next, after a kill, finds
it and brings the swap to its end.
"""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store import lock
from ttdn_desktop.store.durable import move, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

_BACKUPS = "backups"


def swap(root: Path, copy: Path, kept: Path, *, now_ms: int) -> None:
    """Move the data folder `root` to `kept`, which must not exist, and a copy to `root`.

    The backups stay with the place. Neither folder may be open. Raises KnownError
    `folder_empty`, `folder_in_use`, or `swap_refused`; all is then as it was.
    """
    finish(root)
    if not DataFolder(copy).database.is_file():
        raise KnownError("folder_empty", folder=str(copy))
    _require_closed(root, copy, now_ms)
    try:
        _note(root, copy, kept)
        move(root, kept)
        sync_folder(root.parent)
        _put(root, copy, kept)
        finish(root)
    except OSError as fault:
        with suppress(OSError):
            _note_of(root).unlink(missing_ok=True)
        raise KnownError("swap_refused", folder=str(root)) from fault


def finish(root: Path) -> None:
    """Bring a swap that a kill has cut off to its end; nothing where none is under way."""
    with suppress(OSError):
        _unfinished(root).unlink(missing_ok=True)
    noted = _noted(root)
    if noted is None:
        return
    copy, kept = noted
    if kept.exists():
        if not root.exists():
            move(copy, root)
        if (kept / _BACKUPS).is_dir() and not (root / _BACKUPS).exists():
            move(kept / _BACKUPS, root / _BACKUPS)
        for folder in (root.parent, kept, root):
            sync_folder(folder)
    _note_of(root).unlink(missing_ok=True)


def _put(root: Path, copy: Path, kept: Path) -> None:
    """Move the copy into the place, or the folder back; another program may have been faster."""
    try:
        move(copy, root)
    except OSError:
        if copy.exists() or not root.exists():
            move(kept, root)
            raise


def _require_closed(root: Path, copy: Path, now_ms: int) -> None:
    """See that nobody has either folder open; what is open cannot be moved on Windows."""
    with ExitStack() as stack:
        for folder in (root, copy):
            stack.callback(lock.take(DataFolder(folder), now_ms=now_ms).release)


def _note_of(root: Path) -> Path:
    return root.with_name(f".{root.name}.swap")


def _unfinished(root: Path) -> Path:
    return root.with_name(f".{root.name}.swap.tmp")


def _note(root: Path, copy: Path, kept: Path) -> None:
    place, unfinished = _note_of(root), _unfinished(root)
    with unfinished.open("w", encoding="utf-8") as stream:
        json.dump({"copy": os.fspath(copy.absolute()), "kept": kept.name}, stream)
        stream.flush()
        os.fsync(stream.fileno())
    move(unfinished, place)
    sync_folder(root.parent)


def _noted(root: Path) -> tuple[Path, Path] | None:
    try:
        note = json.loads(_note_of(root).read_text(encoding="utf-8"))
        return root.parent / note["copy"], root.with_name(note["kept"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
