"""Làm việc trên bản sao ở máy này: data on a stick or in a cloud, copied to the computer's disk.

The folder they came from stays as it is; beside it, backups are put from now on.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ttdn_desktop import paths
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services.back_up import choose_second
from ttdn_desktop.services.office import Office
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import engine, live_copy, snapshot
from ttdn_desktop.store.journal_head import head_of

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.ports import Clock, Progress


@immutable
class LocalCopy:
    """The copy: activities and evidence in it, SHA-256 of files that were whole nowhere.

    `second` is where backups go from now on; None where nothing can be written there.
    """

    folder: Path
    records: int
    evidence: int
    missing: tuple[str, ...]
    second: Path | None


def place_for_copy(usual: Path | None = None) -> Path:
    """Return where a copy goes: the usual data folder, or a new one beside it where that is used.

    A folder that holds anything but data is passed over too.
    """
    usual = usual or paths.usual_data_folder()
    place, number = usual, 2
    while _is_used(place):
        place, number = usual.with_name(f"{usual.name}-{number}"), number + 1
    return place


def copy_here(folder: Path, clock: Clock, usual: Path | None = None) -> Path | None:
    """Return the copy of a folder that this computer already has, the farthest of several.

    Copies are told by the desk that began them; what cannot be read is passed over.
    """
    wanted = _desk_of(folder, clock)
    if wanted is None:
        return None
    usual = usual or paths.usual_data_folder()
    found: dict[Path, int] = {}
    place, number = usual, 2
    while _is_used(place):
        known = _desk_of(place, clock)
        if known is not None and known.writer == wanted.writer:
            found[place] = known.seq
        place, number = usual.with_name(f"{usual.name}-{number}"), number + 1
    return max(found, key=lambda each: found[each], default=None)


def work_locally(
    folder: Path, clock: Clock, watch: Progress = SILENT, *, target: Path | None = None
) -> LocalCopy:
    """Copy a data folder to this computer, and let backups go back beside the one it came from.

    Every file is verified before the copy appears; the folder itself is only read. Raises
    KnownError as `restore` does, as reading the folder does, or Cancelled.
    """
    place = target or place_for_copy()
    with engine.open(folder, clock=clock, read_only=True, older=True) as store:
        made = live_copy.copy_to(store, place, watch.step)
    second = _second_beside(folder, place, clock)
    return LocalCopy(place, made.records, made.evidence, made.missing, second)


@immutable
class _Desk:
    """Which installation began a folder, and how many entries its journal has."""

    writer: str
    seq: int


def _desk_of(folder: Path, clock: Clock) -> _Desk | None:
    try:
        with (
            engine.open(folder, clock=clock, read_only=True, older=True) as store,
            store.read() as connection,
        ):
            return _Desk(snapshot.writer_of(connection), head_of(connection).seq)
    except KnownError:
        return None


def _second_beside(folder: Path, place: Path, clock: Clock) -> Path | None:
    with suppress(KnownError), engine.open(place, clock=clock) as store:
        choose_second(Office(store, clock), folder.parent)
        return folder.parent
    return None


def _is_used(place: Path) -> bool:
    if DataFolder(place).database.exists():
        return True
    try:
        return any(place.iterdir())
    except OSError:
        return place.exists()
