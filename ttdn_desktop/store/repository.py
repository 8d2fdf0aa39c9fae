"""A folder of backups: manifests, databases, and files by SHA-256 that many backups share.

Everything is written in `tmp/` and moved into place, a manifest last: what has no manifest is no
backup, only room to be got back. Files are copies, never links: damage to an original must not
reach them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.durable import make_folder, move, sync_folder
from ttdn_desktop.store.faults import key_of
from ttdn_desktop.store.manifest import DamagedError, NewerError, read_from, read_list, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.store.manifest import Kept, Manifest

BLOCK = 1024 * 1024
_PRIVATE = 0o700
_PLAIN, _PACKED = ".sqlite", ".sqlite.z"
_MANIFEST = ".json"
_SHARD = 2
_LEVEL = 1


@immutable
class Repository:
    """The parts of a folder of backups."""

    root: Path

    @property
    def manifests(self) -> Path:
        """One file a backup."""
        return self.root / "manifests"

    @property
    def databases(self) -> Path:
        """One copy of the database a backup."""
        return self.root / "databases"

    @property
    def lists(self) -> Path:
        """Lists of files by their SHA-256."""
        return self.root / "lists"

    @property
    def files(self) -> Path:
        """Files of vault and editions by SHA-256, in folders by their first two letters."""
        return self.root / "files"

    @property
    def unfinished(self) -> Path:
        """What is being written; what a kill leaves here is no one's."""
        return self.root / "tmp"

    def file(self, sha256: str) -> Path:
        """Return where a file is."""
        return self.files / sha256[:_SHARD] / sha256

    def manifest_of(self, name: str) -> Path:
        """Return where the manifest of a backup is."""
        return self.manifests / f"{name}{_MANIFEST}"

    def database_of(self, name: str, *, packed: bool = False) -> Path:
        """Return where the database of a backup is, as it is or packed."""
        return self.databases / f"{name}{_PACKED if packed else _PLAIN}"

    def names(self) -> tuple[str, ...]:
        """Return the names of all backups, the oldest first; none where there is no repository."""
        found = (path for path in _entries(self.manifests) if path.suffix == _MANIFEST)
        return tuple(sorted(path.stem for path in found))

    def list_of(self, manifest: Manifest) -> tuple[Kept, ...]:
        """Return the files of a backup; raises DamagedError or OSError."""
        return read_list((self.lists / manifest.files).read_bytes(), manifest)

    def manifest(self, name: str) -> Manifest:
        """Return a manifest; raises DamagedError, NewerError or OSError."""
        found = read_from(self.manifest_of(name))
        if found.name != name:
            raise DamagedError("manifest")
        return found

    def make_parts(self) -> None:
        """Make the folders that are not there; where its own place is gone, none are."""
        if not self.root.is_dir():
            self.root.mkdir(mode=_PRIVATE)
            sync_folder(self.root.parent)
        parts = (self.manifests, self.databases, self.lists, self.files, self.unfinished)
        for part in parts:
            make_folder(part, _PRIVATE)

    def put_text(self, content: bytes, place: Path) -> None:
        """Write a small file, durably, in one piece."""
        unfinished = self.unfinished / place.name
        with unfinished.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        move(unfinished, place)
        sync_folder(place.parent)

    def put_manifest(self, manifest: Manifest) -> None:
        """Make a backup one; where it is not known to be on the disk it is none."""
        place = self.manifest_of(manifest.name)
        try:
            self.put_text(written(manifest), place)
        except OSError:
            with suppress(OSError):
                place.unlink(missing_ok=True)
            raise

    @contextmanager
    def database(self, manifest: Manifest) -> Iterator[BinaryIO]:
        """Lend the database of a backup for reading; raises OSError, in reading DamagedError."""
        packed = self.database_of(manifest.name, packed=True)
        place = packed if packed.exists() else self.database_of(manifest.name)
        with place.open("rb") as stream:
            yield _Unpacked(stream) if place == packed else stream  # type: ignore[misc]  # reads

    def pack(self, manifest: Manifest) -> None:
        """Compress the database of a backup; one that is packed, gone or altered stays so."""
        plain, packed = (self.database_of(manifest.name, packed=each) for each in (False, True))
        if packed.exists() or not plain.exists():
            return
        unfinished, digest = self.unfinished / packed.name, hashlib.sha256()
        packer = zlib.compressobj(_LEVEL)
        with plain.open("rb") as source, unfinished.open("wb") as target:
            while block := source.read(BLOCK):
                digest.update(block)
                target.write(packer.compress(block))
            target.write(packer.flush())
            target.flush()
            os.fsync(target.fileno())
        if digest.hexdigest() == manifest.database:
            move(unfinished, packed)
            sync_folder(packed.parent)
            plain.unlink()
        unfinished.unlink(missing_ok=True)

    def clear_unfinished(self) -> bool:
        """Remove what a kill or a fault left half written; tell whether there was anything."""
        left = list(_entries(self.unfinished))
        for path in left:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        return bool(left)

    def remove(self, name: str) -> None:
        """Forget a backup: first its manifest, then its database."""
        self.manifest_of(name).unlink(missing_ok=True)
        for packed in (False, True):
            self.database_of(name, packed=packed).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what no backup speaks of; nothing where any backup cannot be read."""
        names = self.names()
        try:
            manifests = [self.manifest(name) for name in names]
            lists = {each.files: each for each in manifests}
            spoken = {kept.sha256 for each in lists.values() for kept in self.list_of(each)}
        except (DamagedError, NewerError, OSError):
            return
        for path in _entries(self.lists):
            _forget(path, path.name not in lists)
        for path in _entries(self.databases):
            _forget(path, path.name.partition(".")[0] not in names)
        for shard in _entries(self.files):
            for path in _entries(shard):
                _forget(path, path.name not in spoken)


class _Unpacked:
    """A packed database, read as it was; raises DamagedError where it cannot be."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._inflate = zlib.decompressobj()

    def read(self, size: int) -> bytes:
        try:
            while not self._inflate.eof:
                packed = self._inflate.unconsumed_tail or self._stream.read(BLOCK)
                if not packed:
                    raise DamagedError("database")
                if block := self._inflate.decompress(packed, size):
                    return block
        except zlib.error as broken:
            raise DamagedError("database") from broken
        return b""


def _entries(folder: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        yield from sorted(folder.iterdir())


def _forget(path: Path, unknown: bool) -> None:  # noqa: FBT001 (reads as a sentence)
    if unknown:
        with suppress(OSError):
            path.unlink()


@contextmanager
def told_of_backups(place: Path) -> Iterator[None]:
    """Raise what the place of backups refused as `backup_no_room` or `backup_unwritable`.

    A damaged database is no fault of the place and passes unchanged.
    """
    try:
        yield
    except (OSError, DBAPIError, sqlite3.Error) as fault:
        found = key_of(fault)
        if found == "database_damaged":
            raise
        if found == "disk_full":
            raise KnownError("backup_no_room", place=str(place)) from fault
        raise KnownError("backup_unwritable", place=str(place)) from fault
