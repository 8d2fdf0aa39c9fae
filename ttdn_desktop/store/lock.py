"""One writing program a data folder: an operating-system lock, and a note of who holds it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder

PROGRAM = "ttdn"
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock; `since` is UTC milliseconds. Unknown parts are "" and 0."""

    program: str = ""
    pid: int = 0
    since: int = 0


class Lock:
    """A held lock; a crash releases it, for the operating system does."""

    def __init__(self, held: FileLock, note: Path) -> None:
        """Keep the held lock and where its holder is noted."""
        self._held = held
        self._note = note

    def release(self) -> None:
        """Let the next program in."""
        self._note.unlink(missing_ok=True)
        self._held.release()


def take(folder: DataFolder, *, now_ms: int) -> Lock:
    """Take the lock at once, or raise KnownError `folder_in_use` naming who holds it."""
    held = FileLock(folder.lock, thread_local=False, fallback_to_soft=False)
    with told_of_files(folder.root):
        try:
            held.acquire(blocking=False)
        except Timeout as busy:
            holder = holder_of(folder)
            raise KnownError(
                "folder_in_use",
                folder=str(folder.root),
                holder=f"{holder.program or UNKNOWN} (pid {holder.pid or UNKNOWN})",
                program=holder.program,
                pid=holder.pid,
                since=holder.since,
            ) from busy
        note = {"program": PROGRAM, "pid": os.getpid(), "since": now_ms}
        folder.holder.write_text(json.dumps(note), encoding="utf-8")
    return Lock(held, folder.holder)


def holder_of(folder: DataFolder) -> Holder:
    """Return who last noted that they hold the lock; a missing or torn note is nobody."""
    try:
        note = json.loads(folder.holder.read_text(encoding="utf-8"))
        return Holder(str(note["program"]), int(note["pid"]), int(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
