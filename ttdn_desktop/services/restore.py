"""Phục hồi: the list of backups, what one would bring back, and a restore as a copy first."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.back_up import own, second_repository
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import (
    backup_sources,
    bundle,
    kept_backups,
    restoring,
    snapshot,
)
from ttdn_desktop.store.journal_head import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.kept_backups import Backup
    from ttdn_desktop.store.manifest import Manifest
    from ttdn_desktop.store.restoring import Source


class Where(StrEnum):
    """Which place a backup lies in: the data folder, or the second place."""

    HERE = "here"
    SECOND = "second"


@immutable
class Offered:
    """A backup to choose. `manifest` says when, why, of what; None where it cannot be read.

    `fault` is "" for a good one, else the part that is damaged: "manifest", "database", "list",
    "files", or "newer" for one that a newer program has written.
    """

    where: Where
    backup: Backup

    @property
    def manifest(self) -> Manifest | None:
        """What it says of itself."""
        return self.backup.manifest

    @property
    def fault(self) -> str:
        """What is wrong with it."""
        return self.backup.fault

    @property
    def good(self) -> bool:
        """Whether it looks whole."""
        return self.backup.good


@immutable
class Preview:
    """What a backup differs in from now.

    `activities` and `evidence` are those of the backup less those of now: below zero, so many
    would be gone. `later_changes` are journal entries made since; below zero where the backup
    knows more. `last_label`, `last_at` (UTC milliseconds): the last thing done in it.
    """

    activities: int
    evidence: int
    later_changes: int
    last_label: str
    last_at: int


@immutable
class Restored:
    """A restored folder; from which file or manifest, its SHA-256, and what it holds.

    `missing` are files by SHA-256 that no copy of is whole.
    """

    file: Path
    folder: Path
    sha256: str
    records: int
    evidence: int
    missing: tuple[str, ...]


def list_backups(office: Office) -> tuple[Offered, ...]:
    """Return the backups and restore points of both places, the newest first, damaged ones too."""
    places = [(Where.HERE, own(office)), (Where.SECOND, second_repository(office))]
    found = [
        Offered(where, backup)
        for where, repository in places
        if repository is not None
        for backup in kept_backups.listed(repository)
    ]
    return tuple(sorted(found, key=_newest_first, reverse=True))


def preview(office: Office, offered: Offered) -> Preview:
    """Tell what a backup differs in from now; raises KnownError `backup_damaged`."""
    then = backup_sources.in_repository(offered.backup).manifest
    with office.store.read() as connection:
        head = head_of(connection)
        now, proofs = snapshot.counts_of(connection)
    return Preview(
        then.activities - now,
        then.evidence - proofs,
        head.seq - then.seq,
        then.last_label,
        then.last_at,
    )


def restore_copy(
    office: Office,
    offered: Offered,
    target: Path | None = None,
    watch: Progress = SILENT,
    *,
    partly: bool = False,
) -> Restored:
    """Restore a backup into a new folder, by default beside the data folder; nothing else changes.

    Files that the backups lack are taken from the present vault where it has them whole. `partly`
    restores also where a file is nowhere whole, and names it. Raises KnownError `backup_damaged`,
    `restore_taken`, `restore_no_room`, `restore_unwritable`, `folder_newer`.
    """
    source = backup_sources.in_repository(offered.backup, office.store.folder)
    place = target or _place_beside(office.store.folder.root, source.manifest)
    return _restored(source, source.place, place, watch, partly=partly)


def restore_from(
    file: Path, target: Path, watch: Progress = SILENT, *, partly: bool = False
) -> Restored:
    """Restore a backup file, the newest good backup of a folder, or one by its manifest.

    Needs no data folder. Raises KnownError as `restore_copy` does, `backup_missing` or
    `backup_ambiguous`.
    """
    with _opened(file) as source:
        return _restored(source, source.place, target, watch, partly=partly)


@contextmanager
def _opened(file: Path) -> Iterator[Source]:
    try:
        file.stat()
    except OSError as gone:
        raise KnownError("backup_missing", place=str(file)) from gone
    if file.is_dir():
        yield backup_sources.in_repository(backup_sources.newest_in(file))
    elif file.suffix == ".json":
        yield backup_sources.in_repository(backup_sources.by_manifest(file))
    else:
        with bundle.opened(file) as opened:
            yield opened


def _restored(
    source: Source, file: Path, target: Path, watch: Progress, *, partly: bool
) -> Restored:
    made = restoring.restore(source, target, watch.step, partly=partly)
    return Restored(
        file, target, snapshot.digest_of(file), made.records, made.evidence, made.missing
    )


def _place_beside(root: Path, manifest: Manifest) -> Path:
    stem = f"{root.name}-ban-sao-{moment_of(manifest.made_at):%Y%m%d-%H%M}"
    place, number = root.with_name(stem), 2
    while place.exists():
        place, number = root.with_name(f"{stem}-{number}"), number + 1
    return place


def _newest_first(offered: Offered) -> tuple[int, str]:
    return (offered.manifest.made_at if offered.manifest else 0, offered.backup.name)
