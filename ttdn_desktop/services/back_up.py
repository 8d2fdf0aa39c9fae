"""Sao lưu: by interval, on leaving, by hand, before what is risky; here and in a second place."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.office import UNIT_SETTING
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.watching import Share
from ttdn_desktop.store import backup_notes, backups, kept_backups, settings, snapshot
from ttdn_desktop.store.backup_sources import PREFIX
from ttdn_desktop.store.backups import Wish
from ttdn_desktop.store.journal_head import head_of
from ttdn_desktop.store.repository import Repository, told_of_backups
from ttdn_desktop.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress
    from ttdn_desktop.store.kept_backups import Backup
    from ttdn_desktop.store.manifest import Manifest

HOURS_SETTING, PLACE_SETTING = "backup_hours", "backup_place"
HOURS = 4
LABEL_HOURS, LABEL_PLACE = "Đặt khoảng cách sao lưu", "Đặt nơi sao lưu thứ hai"
ABSENT = "backup_place_absent"
"""The second place is not there: its stick is not plugged in, or it is another stick."""

_HOUR_MS = 60 * 60 * 1000
_WHOLE, _HALF = 100, 60
_SECOND = "second"
_WRITER_LENGTH = 12
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")


@immutable
class SecondPlace:
    """The second place of backups: when it last got one (UTC milliseconds), what hindered since.

    `problem` is the key of a refusal, ABSENT where the place was not there, "" where all is well.
    """

    place: Path
    last_at: int | None = None
    problem: str = ""


@immutable
class BackedUp:
    """The newest backup, and how the second place fared; None where there is no second place."""

    manifest: Manifest
    second: SecondPlace | None


def own(office: Office) -> Repository:
    """Return the backups in the data folder."""
    return Repository(office.store.folder.root / "backups")


def latest(office: Office) -> Backup | None:
    """Return the newest backup in the data folder that looks good; None where there is none."""
    return kept_backups.latest(own(office))


def has_changed(office: Office) -> bool:
    """Tell whether anything was recorded since the latest good backup."""
    newest = kept_backups.newest(own(office))
    return newest is None or not _is_current(office, newest)


def due(office: Office) -> bool:
    """Tell whether it is time for a backup: something has changed, and the interval is over.

    A clock that stands before the latest backup has been set back: then it is time too.
    """
    newest = kept_backups.newest(own(office))
    if newest is None or newest.manifest is None:
        return True
    elapsed = office.clock.now_ms() - newest.manifest.made_at
    over = elapsed < 0 or elapsed >= hours(office) * _HOUR_MS
    return over and not _is_current(office, newest)


def second_due(office: Office) -> bool:
    """Tell whether the second place is there and lacks what the latest backup has."""
    place = second_repository(office)
    newest = kept_backups.newest(own(office))
    if place is None or newest is None or not place.manifests.is_dir():
        return False
    there = kept_backups.newest(place)
    return there is None or _head(there) != _head(newest)


def back_up(
    office: Office, watch: Progress = SILENT, *, reason: Reason = Reason.INTERVAL
) -> BackedUp:
    """Back up into the data folder, then into the second place where it is there.

    Where nothing has changed since the latest, only one by hand is made anew. A second place that
    fails is told in the result, for the first backup is made. `watch` may stop the work.
    Raises KnownError `backup_no_room`, `backup_unwritable`, `backup_unsound`.
    """
    newest = latest(office)
    current = newest is not None and _is_current(office, newest)
    manifest = newest.manifest if newest and current and reason is not Reason.HAND else None
    if manifest is None:
        share = Share(watch, 0, _HALF, _WHOLE)
        manifest = backups.make(office.store, own(office), Wish(reason), share.step)
    second = _back_up_second(office, Share(watch, _HALF, _WHOLE, _WHOLE), reason)
    watch.step(_WHOLE, _WHOLE)
    return BackedUp(manifest, second)


def before_risky(office: Office, label: str) -> Manifest:
    """Make a restore point: the database as it is before what `label` says.

    Raises KnownError as `back_up` does; what is risky is then better not begun.
    """
    return backups.make(office.store, own(office), Wish(Reason.BEFORE, label), SILENT.step)


def hours(office: Office) -> int:
    """Return the interval between two backups in hours."""
    with office.store.read() as connection:
        return int(settings.get(connection, HOURS_SETTING, HOURS))


def set_hours(office: Office, interval: int) -> None:
    """Set the interval in hours, one at least; raises KnownError `backup_hours_impossible`."""
    if interval < 1:
        raise KnownError("backup_hours_impossible", text=interval)
    with office.store.change(office.actor(), LABEL_HOURS) as tx:
        settings.put(tx, HOURS_SETTING, interval)


def choose_second(office: Office, place: Path | None) -> None:
    """Use a folder, as that of a USB stick, as the second place; None for no second place.

    Makes this desk's own folder there, by which the stick is known again. Raises KnownError
    `backup_place_inside` for a place within the data folder, `backup_place_absent` where there is
    no such folder, and as `back_up` does.
    """
    if place is not None:
        place = place.absolute()
        if place.resolve().is_relative_to(office.store.folder.root.resolve()):
            raise KnownError("backup_place_inside", place=str(place))
        if not place.is_dir():
            raise KnownError("backup_place_absent", place=str(place))
        with told_of_backups(place):
            _repository_in(office, place).make_parts()
    with office.store.change(office.actor(), LABEL_PLACE) as tx:
        settings.put(tx, PLACE_SETTING, "" if place is None else str(place))


def second_place(office: Office) -> SecondPlace | None:
    """Return how the second place fares; None where none was chosen."""
    place = _chosen(office)
    if place is None:
        return None
    note = backup_notes.read(own(office), _SECOND)
    if note.get("place") != str(place):
        note = {}
    at, problem = note.get("at"), note.get("problem")
    there = _repository_in(office, place).manifests.is_dir()
    return SecondPlace(
        place,
        at if isinstance(at, int) else None,
        (problem if isinstance(problem, str) and problem != ABSENT else "") if there else ABSENT,
    )


def second_repository(office: Office) -> Repository | None:
    """Return the backups in the second place, be it there or not; None where none was chosen."""
    place = _chosen(office)
    return None if place is None else _repository_in(office, place)


def ascii_abbreviation(office: Office) -> str:
    """Return the unit's abbreviation in letters that every disk and every mail takes."""
    around = office.surroundings()
    written = around.unit.name_on(office.clock.today()).abbreviation.replace("Đ", "D")
    plain = unicodedata.normalize("NFD", written.replace("đ", "d"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NO_WORD.sub("-", letters).strip("-") or "don-vi"


def _back_up_second(office: Office, share: Share, reason: Reason) -> SecondPlace | None:
    known = second_place(office)
    place = second_repository(office)
    if known is None or place is None:
        return None
    if known.problem == ABSENT:
        return known
    try:
        newest = kept_backups.latest(place)
        if newest is None or not _is_current(office, newest):
            backups.make(office.store, place, Wish(reason), share.step)
        told = SecondPlace(known.place, office.clock.now_ms())
    except KnownError as refusal:
        # The first backup is of the same data and was checked: what is unsound is the place.
        key = "backup_unwritable" if refusal.key == "backup_unsound" else refusal.key
        told = SecondPlace(known.place, known.last_at, key)
    note = {"place": str(told.place), "at": told.last_at, "problem": told.problem}
    with suppress(KnownError):  # a note that finds no room undoes no backup
        backup_notes.put(own(office), _SECOND, note)
    return told


def _chosen(office: Office) -> Path | None:
    with office.store.read() as connection:
        written = settings.get(connection, PLACE_SETTING, "")
    return Path(written) if written else None


def _repository_in(office: Office, place: Path) -> Repository:
    """Return this desk's own folder in a place that several desks may share."""
    with office.store.read() as connection:
        writer = snapshot.writer_of(connection)
        unit = settings.get(connection, UNIT_SETTING)
    name = ascii_abbreviation(office) if unit else "don-vi"
    return Repository(place / f"{PREFIX}{name}-{writer[-_WRITER_LENGTH:]}")


def _is_current(office: Office, backup: Backup) -> bool:
    with office.store.read() as connection:
        head = head_of(connection)
    return _head(backup) == (head.seq, head.hash, SCHEMA_VERSION)


def _head(backup: Backup) -> tuple[int, str, int] | None:
    manifest = backup.manifest
    return None if manifest is None else (manifest.seq, manifest.head, manifest.schema)
