"""Making one self-contained file of an open folder, also beside a program that writes in it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import backups, bundle, snapshot
from ttdn_desktop.store.durable import make_folder, move, sync_folder
from ttdn_desktop.store.manifest import DamagedError, Kept, Manifest
from ttdn_desktop.store.repository import Repository, told_of_backups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.snapshot import Facts, Step

WHOLE = 100
COPIED, HASHED, WRITTEN = 20, 40, 80
"""How far it has come, in hundredths of the time it takes with much evidence."""

_KEY_LENGTH = 12
_STALE_SECONDS = 24 * 60 * 60


@immutable
class Bundled:
    """The file written: its SHA-256, and its manifest."""

    file: Path
    sha256: str
    manifest: Manifest


def make(store: Store, folder: Path, name: str, step: Step) -> Bundled:
    """Write a bundle NAME into a folder, beside others; verified before it bears its name.

    Evidence that the vault no longer has whole is taken from the backups where they have it.
    Raises KnownError `backup_no_room`, `backup_unwritable`, `backup_unsound`.
    """
    with told_of_backups(folder):
        make_folder(folder)
        with _unfinished(store, folder) as (copy, unfinished):
            copied = backups.copy_checked(store, copy, partial(share, step, 0, COPIED))
            files = _sound_files(store, copied.facts, partial(share, step, COPIED, HASHED))
            wish = backups.Wish(Reason.HAND)
            manifest = backups.manifest_of(store, wish, 0, copied, tuple(files))
            _write(unfinished, manifest, copy, files, partial(share, step, HASHED, WRITTEN))
            bundle.verify(unfinished, partial(share, step, WRITTEN, WHOLE))
            sha256 = snapshot.digest_of(unfinished)
            place = _free_place(folder, name)
            move(unfinished, place)
            sync_folder(folder)
    return Bundled(place, sha256, manifest)


def share(step: Step, first: int, last: int, done: int, total: int) -> None:
    """Take a step of a part of the work as one of the whole, in hundredths."""
    step(first + (last - first) * done // max(total, 1), WHOLE)


def _write(
    unfinished: Path, manifest: Manifest, copy: Path, files: dict[Kept, Path], step: Step
) -> None:
    try:
        with unfinished.open("r+b") as stream:
            bundle.write(stream, manifest, copy, files, step)
            stream.flush()
            os.fsync(stream.fileno())
    except DamagedError as changed:
        raise KnownError("backup_unwritable", place=str(unfinished.parent)) from changed


def _sound_files(store: Store, facts: Facts, step: Step) -> dict[Kept, Path]:
    """Return each file with a place where it is whole, hashed."""
    spare = Repository(store.folder.root / "backups")
    sources = list(backups.sources(store, facts))
    found: dict[Kept, Path] = {}
    for number, (edition, sha256, place) in enumerate(sources):
        step(number, len(sources))
        sound = next((each for each in (place, spare.file(sha256)) if _is(each, sha256)), None)
        if sound is not None:
            found[Kept(edition, sha256, sound.stat().st_size)] = sound
    return found


def _is(place: Path, sha256: str) -> bool:
    try:
        return snapshot.digest_of(place) == sha256
    except OSError:
        return False


def _free_place(folder: Path, name: str) -> Path:
    place, number = folder / f"{name}{bundle.SUFFIX}", 2
    while place.exists():
        place, number = folder / f"{name}-{number}{bundle.SUFFIX}", number + 1
    return place


@contextmanager
def _unfinished(store: Store, folder: Path) -> Iterator[tuple[Path, Path]]:
    """Lend two files of nobody else beside the target, gone at the end.

    Their names are this data folder's and new each time, for two programs may write at once;
    what a kill has left of them a day ago is removed.
    """
    key = hashlib.sha256(os.fsencode(store.folder.root.resolve())).hexdigest()[:_KEY_LENGTH]
    prefix = f".ttdn-{key}-"
    oldest = store.clock.now_ms() / 1000 - _STALE_SECONDS
    for left in folder.glob(f"{prefix}*"):
        if left.stat().st_mtime < oldest:
            left.unlink(missing_ok=True)
    made: list[Path] = []
    try:
        for _ in range(2):
            handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=folder)
            os.close(handle)
            made.append(Path(name))
        yield made[0], made[1]
    finally:
        for path in made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
