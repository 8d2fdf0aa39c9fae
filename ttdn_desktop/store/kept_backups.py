"""The backups of a repository: listed, the latest good one, checked whole, and let go."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.backup import Made, kept
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.manifest import DamagedError, Manifest, NewerError
from ttdn_desktop.store.repository import BLOCK, Repository

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.store.manifest import Kept

    Step = Callable[[int, int], None]

MANIFEST, DATABASE, LIST, FILES, NEWER = "manifest", "database", "list", "files", "newer"
"""What of a backup is damaged; NEWER is one that a newer program has written."""

_NAME = re.compile(r"(?P<number>\d{6,})-\d{8}-\d{4}")


@immutable
class Backup:
    """A backup as listed; `fault` names the part that is damaged, "" where none is known to be.

    `manifest` is None where not even that can be read.
    """

    repository: Repository
    name: str
    manifest: Manifest | None
    fault: str = ""

    @property
    def good(self) -> bool:
        """Whether no damage is known."""
        return self.manifest is not None and not self.fault


def listed(repository: Repository) -> tuple[Backup, ...]:
    """Return all backups, the newest first; each is looked at, whether all is there, not read."""
    look = _Look(repository)
    return tuple(look.at(name) for name in reversed(repository.names()))


def latest(repository: Repository) -> Backup | None:
    """Return the newest backup, no restore point, that looks good; None where there is none."""
    look = _Look(repository)
    found = (look.at(name) for name in reversed(repository.names()))
    return next((each for each in found if _is_choice(each)), None)


def newest(repository: Repository) -> Backup | None:
    """Return the newest backup, no restore point, whose own parts are there; files unlooked at."""
    look = _Glance(repository)
    found = (look.at(name) for name in reversed(repository.names()))
    return next((each for each in found if _is_choice(each)), None)


def named(repository: Repository, name: str) -> Backup:
    """Return a backup by its name, looked at."""
    return _Look(repository).at(name)


def verify(repository: Repository, step: Step) -> tuple[Backup, ...]:
    """Read every backup to its end; return all, the newest first, with what is damaged."""
    look = _Read(repository)
    names = repository.names()
    found = []
    for number, name in enumerate(reversed(names)):
        step(number, len(names))
        found.append(look.at(name))
    step(len(names), len(names))
    return tuple(found)


def drop_altered(repository: Repository, step: Step) -> int:
    """Remove files that are no longer what they were, so that the next backup copies them anew.

    Returns how many there were.
    """
    look = _Read(repository)
    names = repository.names()
    for number, name in enumerate(names):
        step(number, len(names))
        look.at(name)
    altered = look.altered()
    for sha256 in altered:
        repository.file(sha256).unlink(missing_ok=True)
    return len(altered)


def pack_old(repository: Repository, step: Step) -> None:
    """Compress the databases of all backups but the newest two."""
    old = [each.manifest for each in listed(repository)[2:] if each.manifest and each.good]
    for number, manifest in enumerate(old):
        step(number, len(old))
        repository.pack(manifest)


def newest_list(repository: Repository) -> tuple[Kept, ...]:
    """Return the files of the newest backup whose list can be read; none where there is none."""
    for name in reversed(repository.names()):
        try:
            return repository.list_of(repository.manifest(name))
        except (DamagedError, NewerError, OSError):
            continue
    return ()


def let_go(repository: Repository, now: int, *, sweep: bool) -> None:
    """Remove what retention does not keep, and what no backup speaks of any more.

    `now` is UTC milliseconds. Without anything removed it sweeps only where asked to.
    """
    look = _Glance(repository)
    numbers = {name: _made(look.at(name), now) for name in repository.names()}
    keep = kept(tuple(numbers.values()), now)
    gone = [name for name, made in numbers.items() if made.number not in keep]
    for name in gone:
        repository.remove(name)
    if gone or sweep:
        repository.sweep()


def _is_choice(backup: Backup) -> bool:
    return backup.good and backup.manifest is not None and not backup.manifest.is_point


def _made(backup: Backup, now: int) -> Made:
    if backup.manifest is None:
        found = _NAME.fullmatch(backup.name)
        return Made(int(found["number"]) if found else 0, now, good=False)
    manifest = backup.manifest
    return Made(manifest.number, manifest.made_at, backup.good, manifest.is_point)


class _Look:
    """Looks at backups of one repository; what they share is looked at once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._lists: dict[str, str] = {}

    def at(self, name: str) -> Backup:
        """Return a backup and what is wrong with it."""
        blank = Backup(self._repository, name, None)
        try:
            manifest = self._repository.manifest(name)
        except (DamagedError, OSError):
            return replace(blank, fault=MANIFEST)
        except NewerError:
            return replace(blank, fault=NEWER)
        return replace(blank, manifest=manifest, fault=self._fault(manifest))

    def _fault(self, manifest: Manifest) -> str:
        if not self._database_is_whole(manifest):
            return DATABASE
        if manifest.files not in self._lists:
            self._lists[manifest.files] = self._fault_of_list(manifest)
        found = self._lists[manifest.files]
        return "" if found == FILES and manifest.is_point else found

    def _fault_of_list(self, manifest: Manifest) -> str:
        try:
            files = self._repository.list_of(manifest)
        except (DamagedError, OSError):
            return LIST
        wanting = [file for file in files if not self._file_is_whole(file)]
        return FILES if wanting else ""

    def _database_is_whole(self, manifest: Manifest) -> bool:
        packed = self._repository.database_of(manifest.name, packed=True)
        plain = self._repository.database_of(manifest.name)
        try:
            return packed.exists() or plain.stat().st_size == manifest.database_size
        except OSError:
            return False

    def _file_is_whole(self, file: Kept) -> bool:
        try:
            return self._repository.file(file.sha256).stat().st_size == file.size
        except OSError:
            return False


class _Glance(_Look):
    """Looks at what each backup has alone; the files they share stay, whatever is let go."""

    def _fault_of_list(self, manifest: Manifest) -> str:  # noqa: ARG002 (as it looks elsewhere)
        return ""


class _Read(_Look):
    """Reads backups to their end; a file that many share is read once."""

    def __init__(self, repository: Repository) -> None:
        super().__init__(repository)
        self._files: dict[str, bool] = {}

    def altered(self) -> tuple[str, ...]:
        """Return the SHA-256 of the files read so far that are something else."""
        return tuple(each for each, whole in self._files.items() if not whole)

    def _database_is_whole(self, manifest: Manifest) -> bool:
        digest = hashlib.sha256()
        try:
            with self._repository.database(manifest) as stream:
                while block := stream.read(BLOCK):
                    digest.update(block)
        except (DamagedError, OSError):
            return False
        return digest.hexdigest() == manifest.database

    def _file_is_whole(self, file: Kept) -> bool:
        if file.sha256 not in self._files:
            self._files[file.sha256] = self._reads_whole(file)
        return self._files[file.sha256]

    def _reads_whole(self, file: Kept) -> bool:
        try:
            with self._repository.file(file.sha256).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
        except OSError:
            return False
