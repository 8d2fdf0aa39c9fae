"""One writing program a data folder: an operating-system lock, and a note of who holds it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.holder import PROGRAM, Holder, holder_of, this_program, written
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder

__all__ = ["PROGRAM", "Holder", "Lock", "holder_of", "take"]

UNKNOWN = "?"


class Lock:
    """A held lock; a crash releases it, for the operating system does."""

    def __init__(self, held: FileLock, note: Path) -> None:
        """Keep the held lock and where its holder is noted."""
        self._held = held
        self._note = note

    def release(self) -> None:
        """Let the next program in."""
        with suppress(OSError):  # the folder may be gone, or read-only by now
            self._note.unlink(missing_ok=True)
        self._held.release()


def take(folder: DataFolder, *, now_ms: int) -> Lock:
    """Take the lock at once.

    Raises KnownError `folder_in_use` naming who holds it, `folder_held` where the process that
    noted itself is gone and another holds the lock all the same.
    """
    held = FileLock(folder.lock, thread_local=False, fallback_to_soft=False)
    with told_of_files(folder.root):
        try:
            held.acquire(blocking=False)
        except Timeout as busy:
            raise _refusal(folder) from busy
        try:
            folder.holder.write_text(written(this_program(now_ms)), encoding="utf-8")
        except BaseException:
            held.release()
            raise
    return Lock(held, folder.holder)


def _refusal(folder: DataFolder) -> KnownError:
    holder = holder_of(folder)
    place, told = str(folder.root), _described(holder)
    if holder.alive is False:
        return KnownError("folder_held", folder=place, holder=told, **asdict(holder))
    return KnownError("folder_in_use", folder=place, holder=told, **asdict(holder))


def _described(holder: Holder) -> str:
    """Return who it is in words of no language: "hoa, PC-01, 08:15 12/03/2026, ttdn (pid 7)"."""
    since = ""
    with suppress(OverflowError):
        since = f"{moment_of(holder.since):%H:%M %d/%m/%Y}" if holder.since else ""
    process = f"{holder.program or UNKNOWN} (pid {holder.pid or UNKNOWN})"
    return ", ".join(filter(None, (holder.who, holder.computer, since, process)))
