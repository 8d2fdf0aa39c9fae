"""Kho tài liệu: evidence files by SHA-256, reached through `add` and `open` only."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.durable import move, move_aside, remove, sync_folder
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from io import BufferedReader
    from typing import BinaryIO

    from ttdn_desktop.paths import DataFolder

_BLOCK = 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHARD = 2
"""Letters of a digest that name its folder."""


@immutable
class Stored:
    """A file in the vault: SHA-256 in hex and size in bytes."""

    sha256: str
    size: int


class Blocks(Protocol):
    """What is copied into the vault: read block by block, b"" at its end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most `size`."""


class Vault:
    """The files of one data folder. What a crash leaves in `tmp/` is no one's."""

    def __init__(self, folder: DataFolder) -> None:
        """Keep where the vault and its unfinished files are."""
        self._files = folder.vault
        self._unfinished = folder.unfinished
        self._added: list[Path] = []

    def add(self, stream: Blocks) -> Stored:
        """Copy a stream to its end; the file is safe on disk when this returns.

        A content that is there already is not written twice. Raises KnownError `disk_full`,
        `folder_read_only`, `folder_denied`, `disk_error`.
        """
        with told_of_files(self._files):
            handle, name = tempfile.mkstemp(dir=self._unfinished)
            try:
                with os.fdopen(handle, "wb", buffering=0) as target:
                    stored = _copy(stream, target)
                self._put(Path(name), stored.sha256)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        return stored

    @contextmanager
    def provisional(self) -> Iterator[None]:
        """Take back what was added within where a KnownError leaves it.

        After `disk_error` nobody knows whether the records are on the disk: then all stays.
        """
        self._added.clear()
        try:
            yield
        except KnownError as refusal:
            for path in self._added if refusal.key != "disk_error" else ():
                path.unlink(missing_ok=True)
            raise

    def open(self, digest: str) -> BufferedReader:
        """Open a file for reading. Raises KnownError `evidence_missing`."""
        try:
            return self._place(digest).open("rb")
        except FileNotFoundError as gone:
            raise KnownError("evidence_missing", sha256=digest) from gone

    def read(self, digest: str) -> bytes:
        """Return the whole of a file, a picture say. Raises KnownError `evidence_missing`."""
        with self.open(digest) as stream:
            return stream.read()

    def digests(self) -> Iterator[str]:
        """Name all files of the vault, in order; other files in its folders are passed over."""
        for shard in _names(self._files):
            for name in _names(self._files / shard) if len(shard) == _SHARD else ():
                if name.startswith(shard) and _DIGEST.fullmatch(name):
                    yield name

    def orphans(self, known: Collection[str]) -> tuple[str, ...]:
        """Name the files that no evidence speaks of: harmless, and collected after a week.

        Those of the vault's own making by their SHA-256, strays by their path within the vault.
        """
        own = set(self.digests())
        unknown = [digest for digest in sorted(own) if digest not in known]
        files = (path for path in sorted(self._files.rglob("*")) if path.is_file())
        strays = (path.relative_to(self._files).as_posix() for path in files if not _is_own(path))
        return (*unknown, *strays)

    def written_before(self, instant: float, digests: Iterable[str]) -> frozenset[str]:
        """Name those of some files that were written before an instant (seconds)."""
        return frozenset(each for each in digests if self._place(each).stat().st_mtime < instant)

    def collect(self, digest: str) -> None:
        """Remove a file of which no record, present or past, speaks; it may refuse to go."""
        with suppress(OSError):
            self._place(digest).unlink()

    def renew(self, digest: str, *, at: float) -> None:
        """Say that a file counts as written at an instant (seconds)."""
        with suppress(OSError):
            os.utime(self._place(digest), (at, at))

    def put_back(self, digest: str, copy: Path, aside: Path) -> bool:
        """Put an intact copy in the place of a file that is gone or altered.

        The altered one is moved into the folder `aside`. False, and nothing changed, where the
        copy is not intact itself. Raises KnownError as `add` does.
        """
        place = self._place(digest)
        with told_of_files(self._files):
            handle, name = tempfile.mkstemp(dir=self._unfinished)
            unfinished = Path(name)
            try:
                with os.fdopen(handle, "wb", buffering=0) as target, copy.open("rb") as source:
                    intact = _copy(source, target).sha256 == digest
                if intact:
                    move_aside(place, aside)
                    self._put(unfinished, digest)
            finally:
                unfinished.unlink(missing_ok=True)
        return intact

    def _place(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise KnownError("evidence_missing", sha256=digest)
        return self._files / digest[:_SHARD] / digest

    def _put(self, unfinished: Path, digest: str) -> None:
        place = self._place(digest)
        if place.exists():
            remove(unfinished)
            return
        if not place.parent.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self._files)
        move(unfinished, place)
        self._added.append(place)
        sync_folder(place.parent)


def _names(folder: Path) -> list[str]:
    """Return what a folder holds, in order; nothing where it is none."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 (ten times as fast as paths, by thousands)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_own(path: Path) -> bool:
    return bool(_DIGEST.fullmatch(path.name)) and path.parent.name == path.name[:_SHARD]


def _copy(stream: Blocks, target: BinaryIO) -> Stored:
    digest, size = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        target.write(block)
        digest.update(block)
        size += len(block)
    os.fsync(target.fileno())
    return Stored(digest.hexdigest(), size)
