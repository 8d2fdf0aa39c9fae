"""Restoring a backup into a folder of its own: verified whole beside it, then moved into place.

Never over data, and never half: what a kill leaves is a hidden folder beside the target, which
the next restore into the same place removes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import DBAPIError

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store import snapshot, upgrade
from ttdn_desktop.store.durable import make_folder, move, sync_folder
from ttdn_desktop.store.faults import key_of
from ttdn_desktop.store.manifest import DamagedError
from ttdn_desktop.store.places import require_local
from ttdn_desktop.store.repository import BLOCK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ttdn_desktop.store.manifest import Kept, Manifest
    from ttdn_desktop.store.snapshot import Facts, Step

DATABASE_PART, FILES_PART = "database", "files"
_PRIVATE = 0o700
_KEY_LENGTH = 16
_SPARE = 1024 * 1024
"""Bytes that must stay free beside what is restored."""


class Readable(Protocol):
    """What a part of a backup is read from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most `size`; b"" at the end."""


class Source(Protocol):
    """A backup to restore, wherever it lies."""

    @property
    def place(self) -> Path:
        """Where it is, for what is told of it."""

    @property
    def manifest(self) -> Manifest:
        """What it says of itself."""

    @property
    def files(self) -> tuple[Kept, ...]:
        """Its files."""

    def database(self) -> AbstractContextManager[Readable]:
        """Lend the database."""

    def copies(self, file: Kept) -> Iterator[AbstractContextManager[Readable]]:
        """Lend each copy there is of a file; the first sound one is taken."""


@immutable
class Restored:
    """What was restored: activities, evidence files, and files that were in no backup whole."""

    records: int
    evidence: int
    missing: tuple[str, ...]


def restore(source: Source, target: Path, step: Step, *, partly: bool = False) -> Restored:
    """Restore a backup into a new or an empty folder; every hash is verified before it appears.

    `partly` lets files be missing that no copy of is whole; otherwise they refuse the whole.
    `step` may stop the work by raising; nothing is left then.
    Raises KnownError `restore_taken`, `restore_inside_data`, `network_folder`, `restore_no_room`,
    `restore_unwritable`, `backup_damaged` or `folder_newer`.
    """
    with _told(source, target):
        require_free(target)
    return unpack(source, target, step, partly=partly)


def unpack(source: Source, target: Path, step: Step, *, partly: bool = False) -> Restored:
    """Restore as `restore` does, into a place that the caller knows to be free."""
    if source.manifest.schema > upgrade.SCHEMA_VERSION:
        upgrade.require_known(source.manifest.schema, source.place)
    with _told(source, target):
        make_folder(target.parent)
        unfinished = _unfinished(target)
        shutil.rmtree(unfinished, ignore_errors=True)
        _require_room(source, target)
        try:
            restored = _Restoring(source, DataFolder(unfinished), step, partly).run()
            _put(unfinished, target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return restored


def require_free(target: Path) -> None:
    """Refuse a place that holds anything, lies within a data folder, or on a network share."""
    require_local(target)
    if any((folder / "ttdn.sqlite").exists() for folder in target.absolute().parents):
        raise KnownError("restore_inside_data", place=str(target))
    with suppress(FileNotFoundError):
        if not target.is_dir() or any(target.iterdir()):
            if not target.exists() and not target.is_symlink():
                return
            raise KnownError("restore_taken", place=str(target))


@contextmanager
def _told(source: Source, target: Path) -> Iterator[None]:
    try:
        yield
    except DamagedError as damaged:
        raise KnownError("backup_damaged", place=str(source.place)) from damaged
    except (OSError, DBAPIError, sqlite3.Error) as fault:
        if key_of(fault) == "disk_full":
            raise KnownError("restore_no_room", place=str(target)) from fault
        raise KnownError("restore_unwritable", place=str(target)) from fault


def _unfinished(target: Path) -> Path:
    """Return where a restore into a place is prepared: the same place, the same name."""
    key = hashlib.sha256(os.fsencode(target.absolute())).hexdigest()[:_KEY_LENGTH]
    return target.absolute().with_name(f".{key}.tmp")


def _require_room(source: Source, target: Path) -> None:
    if shutil.disk_usage(target.parent).free < source.manifest.size + _SPARE:
        raise KnownError("restore_no_room", place=str(target))


def _put(unfinished: Path, target: Path) -> None:
    sync_folder(unfinished)
    if target.exists() and os.name == "nt":
        target.rmdir()
    move(unfinished, target)
    sync_folder(target.parent)


@dataclass(slots=True)
class _Restoring:
    source: Source
    data: DataFolder
    step: Step
    partly: bool
    _missing: list[str] = field(default_factory=list)
    _done: int = 0

    def run(self) -> Restored:
        """Write and check everything; raises DamagedError, OSError, or what `step` raises."""
        for part in (self.data.root, self.data.vault, self.data.editions, self.data.unfinished):
            part.mkdir(mode=_PRIVATE)
        facts = self._database()
        folders = {self.data.editions, self.data.vault}
        for file in self.source.files:
            folders.add(self._file(file).parent)
        for folder in folders:
            sync_folder(folder)
        self._require_complete(facts)
        missing = {*self._missing, *self.source.manifest.missing}
        carried = facts.vault - missing
        return Restored(facts.activities, len(carried), tuple(sorted(missing)))

    def _database(self) -> Facts:
        manifest = self.source.manifest
        with self.source.database() as stream:
            written = self._write(stream, self.data.database, manifest.database_size)
        if written != manifest.database:
            raise DamagedError(DATABASE_PART)
        facts = snapshot.facts_of(self.data.database)
        told = (manifest.schema, manifest.seq, manifest.head, manifest.writer)
        if told != (facts.schema, facts.head.seq, facts.head.hash, facts.writer):
            raise DamagedError(DATABASE_PART)
        return facts

    def _file(self, file: Kept) -> Path:
        place = self._place(file)
        place.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        if not any(self._is_written(copy, file, place) for copy in self.source.copies(file)):
            place.unlink(missing_ok=True)
            if not self.partly:
                raise DamagedError(FILES_PART)
            self._missing.append(file.sha256)
        return place

    def _place(self, file: Kept) -> Path:
        if file.edition:
            return self.data.editions / file.sha256
        return self.data.vault / file.sha256[:2] / file.sha256

    def _is_written(self, copy: AbstractContextManager[Readable], file: Kept, place: Path) -> bool:
        try:
            with copy as stream:
                return self._write(stream, place, file.size) == file.sha256
        except DamagedError:
            return False

    def _write(self, stream: Readable, place: Path, size: int) -> str:
        """Write at most one byte more than a size, durably; return the SHA-256."""
        digest, left = hashlib.sha256(), size + 1
        with place.open("wb", buffering=0) as target:
            while left and (block := _read(stream, min(left, BLOCK))):
                target.write(block)
                digest.update(block)
                left -= len(block)
                self._tick(len(block))
            os.fsync(target.fileno())
        return digest.hexdigest()

    def _tick(self, count: int) -> None:
        """Take a step after some bytes; a file that is tried twice counts once."""
        whole = self.source.manifest.size
        self._done = min(whole, self._done + count)
        self.step(self._done, whole)

    def _require_complete(self, facts: Facts) -> None:
        """Refuse a backup whose list leaves out what its records speak of, unless it said so."""
        there = {(file.edition, file.sha256) for file in self.source.files}
        spoken = _pairs(facts.vault, edition=False) | _pairs(facts.editions, edition=True)
        unsaid = {sha256 for _, sha256 in spoken - there} - set(self.source.manifest.missing)
        if unsaid:
            raise DamagedError(FILES_PART)


def _pairs(digests: Collection[str], *, edition: bool) -> set[tuple[bool, str]]:
    return {(edition, sha256) for sha256 in digests}


def _read(stream: Readable, size: int) -> bytes:
    try:
        return stream.read(size)
    except OSError as fault:
        raise DamagedError(FILES_PART) from fault
