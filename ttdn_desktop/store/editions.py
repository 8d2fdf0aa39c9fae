"""Bản trình and bản phát hành as files by SHA-256: each whole or not there."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store.durable import move, move_aside, sync_folder
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder

_DIGEST = re.compile(r"[0-9a-f]{64}")


@contextmanager
def kept(folder: DataFolder, sha256: str, source: Path) -> Iterator[None]:
    """Keep a copy of a file while its record is written; a refused record takes it back.

    A content that is there already is not written twice. Raises KnownError `disk_full`,
    `folder_read_only`, `folder_denied`, `disk_error`; after the last all stays, for nobody knows
    whether the record is on the disk.
    """
    place = folder.editions / sha256
    known = place.exists()
    if not known:
        with told_of_files(folder.editions):
            _copy(source, folder.unfinished / sha256, place)
    try:
        yield
    except KnownError as refusal:
        if not known and refusal.key != "disk_error":
            place.unlink(missing_ok=True)
        raise


def unsound(folder: DataFolder, digests: Collection[str]) -> tuple[str, ...]:
    """Return those of the digests whose file is gone, unreadable or altered, in order."""
    return tuple(each for each in sorted(digests) if not _is_whole(folder.editions / each, each))


def put_back(folder: DataFolder, digest: str, copy: Path) -> bool:
    """Put an intact copy in the place of an edition that is gone or altered, which goes aside.

    False, and nothing changed, where the copy is not intact. Raises KnownError as `kept` does.
    """
    if not _is_whole(copy, digest):
        return False
    with told_of_files(folder.editions):
        move_aside(folder.editions / digest, folder.aside)
        _copy(copy, folder.unfinished / digest, folder.editions / digest)
    return True


def written_before(folder: DataFolder, instant: float) -> frozenset[str]:
    """Name the files of our own making that were written before an instant (seconds)."""
    own = (path for path in folder.editions.iterdir() if _DIGEST.fullmatch(path.name))
    return frozenset(path.name for path in own if path.stat().st_mtime < instant)


def renew(folder: DataFolder, digest: str, *, at: float) -> None:
    """Say that a file counts as written at an instant (seconds)."""
    with suppress(OSError):
        os.utime(folder.editions / digest, (at, at))


def collect(folder: DataFolder, digest: str) -> None:
    """Remove a file of which no record, present or past, speaks; it may refuse to go."""
    with suppress(OSError):
        (folder.editions / digest).unlink()


def _is_whole(place: Path, digest: str) -> bool:
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == digest
    except OSError:
        return False


def _copy(source: Path, unfinished: Path, place: Path) -> None:
    try:
        with source.open("rb") as stream, unfinished.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
            copy.flush()
            os.fsync(copy.fileno())
        move(unfinished, place)
        sync_folder(place.parent)
    finally:
        unfinished.unlink(missing_ok=True)
