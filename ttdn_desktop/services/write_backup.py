"""One self-contained backup file, for another disk or another computer, with all evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.back_up import ascii_abbreviation, own
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import bundle_making
from ttdn_desktop.store.backup_sources import PREFIX

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress


@immutable
class Written:
    """The file: its SHA-256, how many activities and evidence files; SHA-256 of those missing."""

    file: Path
    sha256: str
    records: int
    evidence: int
    missing: tuple[str, ...]


def write_backup(office: Office, folder: Path | None = None, watch: Progress = SILENT) -> Written:
    """Write a new file into a folder, by default that of the backups; never over another.

    Works beside another program that is recording. Raises KnownError `target_inside_data`,
    `backup_no_room`, `backup_unwritable`, `backup_unsound`.
    """
    place = own(office).root if folder is None else folder
    if folder is not None:
        _require_outside(office, folder)
    stamp = f"{moment_of(office.clock.now_ms()):%Y%m%d-%H%M}"
    name = f"{PREFIX}{ascii_abbreviation(office)}-{stamp}"
    made = bundle_making.make(office.store, place, name, watch.step)
    told = made.manifest
    return Written(made.file, made.sha256, told.activities, told.evidence, told.missing)


def _require_outside(office: Office, folder: Path) -> None:
    """Refuse the folders where only the program writes; that of the backups is no such folder."""
    root, place = office.store.folder.root.resolve(), folder.resolve()
    if place.is_relative_to(root) and place != own(office).root.resolve():
        raise KnownError("target_inside_data", place=str(folder))
