"""Making a backup: database, files, list, and last the manifest that makes it one."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import snapshot
from ttdn_desktop.store.durable import move, sync_folder
from ttdn_desktop.store.journal_head import head_of
from ttdn_desktop.store.kept_backups import let_go, newest_list
from ttdn_desktop.store.manifest import DamagedError, Kept, Manifest, list_text
from ttdn_desktop.store.repository import BLOCK, Repository, told_of_backups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.snapshot import Facts, Step

WHOLE = 100
COPIED, CHECKED, FILED = 40, 55, 97
"""How far a backup has come, in hundredths of the time a first one takes."""


@immutable
class Wish:
    """Why a backup is made, and for a restore point what comes next."""

    reason: Reason
    label: str = ""


@immutable
class Copied:
    """A copy of the database that is on the disk and has been checked."""

    place: Path
    facts: Facts
    sha256: str


def make(store: Store, repository: Repository, wish: Wish, step: Step) -> Manifest:
    """Back up an open folder; the backup is there when this returns, and checked.

    Files that the repository has are only looked at; a restore point copies none. `step` may stop
    the work by raising. Whatever stops it, the backups before stay and no half one appears.
    Raises KnownError `folder_gone`, `backup_no_room`, `backup_unwritable`, or `backup_unsound` for
    a damaged database.
    """
    store.require_in_place()
    with told_of_backups(repository.root):
        repository.make_parts()
        swept = repository.clear_unfinished()
        copy = repository.unfinished / "ttdn.sqlite"
        try:
            manifest = _made(store, repository, wish, step, copy)
        except BaseException:
            _leave_mark(copy)
            raise
    with suppress(OSError, KnownError):
        let_go(repository, manifest.made_at, sweep=swept)
    step(WHOLE, WHOLE)
    return manifest


def _made(store: Store, repository: Repository, wish: Wish, step: Step, copy: Path) -> Manifest:
    copied = copy_checked(store, copy, partial(_share, step, 0, COPIED))
    step(CHECKED, WHOLE)
    carrying = _Carrying(store, repository, copied.facts, partial(_share, step, CHECKED, FILED))
    files = carrying.listed() if wish.reason is Reason.BEFORE else carrying.copied()
    manifest = manifest_of(store, wish, _next_number(repository), copied, files)
    _put(repository, manifest, list_text(files), copy)
    return manifest


def manifest_of(
    store: Store, wish: Wish, number: int, copied: Copied, files: Collection[Kept]
) -> Manifest:
    """Return what a backup says of itself, of a checked copy and the files that go with it."""
    facts, there = copied.facts, {each.sha256 for each in files}
    return Manifest(
        number=number,
        made_at=store.clock.now_ms(),
        reason=wish.reason,
        label=wish.label,
        writer=facts.writer,
        schema=facts.schema,
        seq=facts.head.seq,
        head=facts.head.hash,
        last_label=facts.head.label,
        last_at=facts.head.at,
        activities=facts.activities,
        evidence=len(facts.vault & there),
        database=copied.sha256,
        database_size=copied.place.stat().st_size,
        files=hashlib.sha256(list_text(files)).hexdigest(),
        files_size=sum(each.size for each in files),
        missing=tuple(sorted((facts.vault | facts.editions) - there)),
    )


def sources(store: Store, facts: Facts) -> Iterator[tuple[bool, str, Path]]:
    """Yield each file there is or should be: of the editions or not, SHA-256, where it lies."""
    vault, editions = store.folder.vault, store.folder.editions
    for sha256 in sorted(facts.vault.union(store.vault.digests())):
        yield False, sha256, vault / sha256[:2] / sha256
    for sha256 in sorted(facts.editions):
        yield True, sha256, editions / sha256


def _put(repository: Repository, manifest: Manifest, text: bytes, copy: Path) -> None:
    listed = repository.lists / manifest.files
    if not listed.exists() or listed.stat().st_size != len(text):
        repository.put_text(text, listed)
    sync_folder(repository.lists)
    move(copy, repository.database_of(manifest.name))
    sync_folder(repository.databases)
    repository.put_manifest(manifest)


def copy_checked(store: Store, copy: Path, step: Step) -> Copied:
    """Copy the database and check the copy against the journal it was taken from."""
    with store.read() as connection:
        head = head_of(connection)
        with told_of_backups(copy.parent):
            snapshot.copy_database(connection, copy, step)
    try:
        # Writing out and hashing need the disk and one processor, the check another.
        with told_of_backups(copy.parent), ThreadPoolExecutor(1) as aside:
            settled = aside.submit(snapshot.settle, copy)
            facts = snapshot.facts_of(copy)
            sha256 = settled.result()
    except DamagedError as damaged:
        _require_sound(store)
        raise KnownError("backup_unwritable", place=str(copy.parent)) from damaged
    if facts.head != head:
        raise KnownError("backup_unwritable", place=str(copy.parent))
    return Copied(copy, facts, sha256)


def _require_sound(store: Store) -> None:
    """Tell whose fault a damaged copy is; KnownError `backup_unsound` where it is the data's."""
    with store.read() as connection:
        if not snapshot.is_sound(connection):
            raise KnownError("backup_unsound", folder=str(store.folder.root))


def _share(step: Step, first: int, last: int, done: int, total: int) -> None:
    step(first + (last - first) * done // max(total, 1), WHOLE)


def _leave_mark(copy: Path) -> None:
    """Give back the room, and let the next backup know that there is something to sweep."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)
        (copy.parent / "stopped").touch()


def _next_number(repository: Repository) -> int:
    """Return a number above all, whatever the clock says."""
    numbers = (name.partition("-")[0] for name in repository.names())
    return max((int(each) for each in numbers if each.isdecimal()), default=0) + 1


@immutable
class _Carrying:
    """The files of vault and editions on their way into a repository."""

    store: Store
    repository: Repository
    facts: Facts
    step: Step

    def listed(self) -> tuple[Kept, ...]:
        """Return the files as they lie, for a restore point."""
        sizes = {
            (edition, sha256): _size(place)
            for edition, sha256, place in sources(self.store, self.facts)
        }
        return tuple(Kept(*key, size) for key, size in sizes.items() if size is not None)

    def copied(self) -> tuple[Kept, ...]:
        """Copy what the repository lacks; return all that it then has."""
        known = {each.sha256: each.size for each in newest_list(self.repository)}
        there = list(sources(self.store, self.facts))
        found: list[Kept] = []
        touched: set[Path] = set()
        for number, (edition, sha256, place) in enumerate(there):
            tick = partial(self.step, number, len(there))
            tick()
            size = self._have(sha256, known.get(sha256), place)
            # One that is there and in no list may be of a backup that broke off before this.
            if size is None or sha256 not in known:
                touched.add(self.repository.file(sha256).parent)
            if size is None:
                size = self._copied(sha256, place, tick)
            if size is not None:
                found.append(Kept(edition, sha256, size))
        for folder in touched:
            sync_folder(folder)
        if touched:
            sync_folder(self.repository.files)
        return tuple(found)

    def _have(self, sha256: str, known: int | None, source: Path) -> int | None:
        """Return the size of a file that the repository has; None where it must be copied."""
        size = _size(self.repository.file(sha256))
        if size is None:
            return None
        expected = _size(source) if known is None else known
        return size if size == expected else None

    def _copied(self, sha256: str, source: Path, tick: Callable[[], None]) -> int | None:
        place = self.repository.file(sha256)
        place.parent.mkdir(exist_ok=True)
        return _copy(source, self.repository.unfinished / sha256, place, tick)


def _copy(source: Path, unfinished: Path, place: Path, tick: Callable[[], None]) -> int | None:
    """Copy a file durably under its SHA-256; None where it cannot be read or is another."""
    digest, size = hashlib.sha256(), 0
    try:
        stream = source.open("rb")
    except OSError:
        return None
    try:
        with stream, unfinished.open("wb", buffering=0) as target:
            while block := _read(stream):
                target.write(block)
                digest.update(block)
                size += len(block)
                tick()
            os.fsync(target.fileno())
        if digest.hexdigest() != place.name:
            return None
        move(unfinished, place)
    finally:
        unfinished.unlink(missing_ok=True)
    return size


def _read(stream: BinaryIO) -> bytes:
    """Read a block; what cannot be read ends the file, whose hash then tells."""
    try:
        return stream.read(BLOCK)
    except OSError:
        return b""


def _size(place: Path) -> int | None:
    try:
        return place.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None
