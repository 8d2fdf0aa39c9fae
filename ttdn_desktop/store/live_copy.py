"""A whole data folder copied elsewhere as it stands, by the way of a restore: verified, or nothing.

The folder is only read. What a file is not any more is taken from its own backups, where they have
it whole.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import backups, restoring
from ttdn_desktop.store.bundle_making import share
from ttdn_desktop.store.manifest import DamagedError, Kept
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder
    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.manifest import Manifest
    from ttdn_desktop.store.restoring import Readable, Restored
    from ttdn_desktop.store.snapshot import Step

_COPIED, _WHOLE = 20, 100


def copy_to(store: Store, target: Path, step: Step) -> Restored:
    """Copy an open folder into a new or an empty one; `missing` names files that are whole nowhere.

    Raises KnownError as `restoring.restore` does, or `backup_unsound` for a damaged database.
    """
    restoring.require_free(target)
    with _aside(target) as copy:
        copied = backups.copy_checked(store, copy, partial(share, step, 0, _COPIED))
        sources = backups.sources(store, copied.facts)
        files = tuple(
            Kept(edition, sha256, place.stat().st_size)
            for edition, sha256, place in sources
            if place.is_file()
        )
        manifest = backups.manifest_of(store, backups.Wish(Reason.HAND), 0, copied, files)
        source = _Live(store.folder, copy, manifest, files)
        return restoring.restore(source, target, partial(share, step, _COPIED, _WHOLE), partly=True)


@immutable
class _Live:
    """The open folder as a backup to restore; its database is a copy."""

    folder: DataFolder
    copy: Path
    manifest: Manifest
    files: tuple[Kept, ...]

    @property
    def place(self) -> Path:
        return self.folder.root

    @contextmanager
    def database(self) -> Iterator[Readable]:
        with self.copy.open("rb") as stream:
            yield stream

    def copies(self, file: Kept) -> Iterator[AbstractContextManager[Readable]]:
        own = self.folder.editions if file.edition else self.folder.vault / file.sha256[:2]
        yield _opened(own / file.sha256)
        yield _opened(Repository(self.folder.root / "backups").file(file.sha256))


@contextmanager
def _opened(place: Path) -> Iterator[Readable]:
    try:
        stream = place.open("rb")
    except OSError as fault:
        raise DamagedError(restoring.FILES_PART) from fault
    with stream:
        yield stream


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """Lend a place beside the target for the copy of the database, gone at the end."""
    copy = target.absolute().with_name(f".{target.name}.sqlite.tmp")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.unlink(missing_ok=True)
        yield copy
    except OSError as fault:
        raise KnownError("restore_unwritable", place=str(target)) from fault
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
