"""Where a backup to restore lies: in a repository, or in one self-contained file."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import kept_backups
from ttdn_desktop.store.manifest import DamagedError
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder
    from ttdn_desktop.store.kept_backups import Backup
    from ttdn_desktop.store.manifest import Kept, Manifest
    from ttdn_desktop.store.restoring import Readable

PREFIX = "TTDN-"
"""How folders of backups begin in a second place, and files of one backup."""


@immutable
class InRepository:
    """A backup in a repository; files that it lacks are looked for in the data folder `spare`."""

    repository: Repository
    manifest: Manifest
    files: tuple[Kept, ...]
    spare: DataFolder | None = None

    @property
    def place(self) -> Path:
        """Its manifest."""
        return self.repository.manifest_of(self.manifest.name)

    @contextmanager
    def database(self) -> Iterator[Readable]:
        """Lend the database; raises DamagedError where it cannot be read."""
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(self.repository.database(self.manifest))
            except OSError as fault:
                raise DamagedError(kept_backups.DATABASE) from fault
            yield stream

    def copies(self, file: Kept) -> Iterator[AbstractContextManager[Readable]]:
        """Lend the repository's own copy, then that of the data folder."""
        yield _opened(self.repository.file(file.sha256))
        if self.spare is not None and file.edition:
            yield _opened(self.spare.editions / file.sha256)
        elif self.spare is not None:
            yield _opened(self.spare.vault / file.sha256[:2] / file.sha256)


@contextmanager
def _opened(place: Path) -> Iterator[Readable]:
    try:
        stream = place.open("rb")
    except OSError as fault:
        raise DamagedError(kept_backups.FILES) from fault
    with stream:
        yield stream


def in_repository(backup: Backup, spare: DataFolder | None = None) -> InRepository:
    """Return a backup ready to be restored; raises KnownError `backup_damaged`, `backup_newer`."""
    place = str(backup.repository.manifest_of(backup.name))
    if backup.fault == kept_backups.NEWER:
        raise KnownError("backup_newer", place=place)
    if backup.manifest is None:
        raise KnownError("backup_damaged", place=place)
    try:
        files = backup.repository.list_of(backup.manifest)
    except (DamagedError, OSError) as damaged:
        raise KnownError("backup_damaged", place=place) from damaged
    return InRepository(backup.repository, backup.manifest, files, spare)


def newest_in(place: Path) -> Backup:
    """Return the newest good backup of a folder: a repository, or one that holds one.

    Raises KnownError `backup_missing`, or `backup_damaged` where none of several is good.
    """
    held = sorted(path for path in place.glob(f"{PREFIX}*") if path.is_dir())
    choices = [Repository(folder) for folder in (place, place / "backups", *held)]
    there = [each for each in choices if each.names()]
    if not there:
        raise KnownError("backup_missing", place=str(place))
    if len(there) > 1:
        raise KnownError("backup_ambiguous", place=str(place))
    found = kept_backups.latest(there[0])
    if found is None:
        raise KnownError("backup_damaged", place=str(place))
    return found


def by_manifest(place: Path) -> Backup:
    """Return the backup whose manifest is a file `manifests/NAME.json`."""
    return kept_backups.named(Repository(place.absolute().parent.parent), place.stem)
