"""A disk that is full, or gone, at many moments of backing up and restoring.

The disk is a real one of some megabytes; its backups and the data on it are looked at after each.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.console.process import fill, small_disk
from tests.faults.backing_up import started, unheard
from tests.faults.tally import Tally
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.services import restore
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.record_activity import ActivityForm, record
from ttdn_desktop.store import kept_backups
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.desk import Desk

SIZE = 512 * 1024
DISK_KIB = 24 * 1024
ROOM_KIB = 2200
"""More than one backup of ours needs; less than that is left at most moments."""

RESTORE_KIB = 2 * ROOM_KIB
"""The same for a restore, which begins only where some room stays free beside it."""


def fill_backing_up(place: Path, times: int, seed: int) -> Tally:
    """Back up a folder on a disk with less and more room left; a refusal costs nothing."""
    tally = Tally("disk full: back up")
    base = started(place)
    with small_disk(place / "disk", DISK_KIB + times * 1024) as disk:
        data = shutil.copytree(base, disk / "data")
        with open_desk(data, writing=True) as desk:
            for number in range(times):
                _record(desk, place, random.Random(seed + number))  # noqa: S311 (any content)
                fill(disk, but=ROOM_KIB * number // times)
                _try(tally, lambda: backing.back_up(desk.office, reason=Reason.HAND))
                (disk / "filler").unlink()
                _look(desk, Repository(data / "backups"), tally)
                backing.back_up(desk.office)
                _thin(Repository(data / "backups"))
    return tally


def fill_restoring(place: Path, times: int, seed: int) -> Tally:
    """Restore onto a disk with less and more room left: whole, or nothing."""
    tally = Tally("disk full: restore")
    with open_desk(started(place), writing=True) as desk:
        _record(desk, place, random.Random(seed))  # noqa: S311 (any content)
        backing.back_up(desk.office)
        (offered,) = restore.list_backups(desk.office)
        with small_disk(place / "disk", DISK_KIB) as disk:
            target = disk / "new"
            for number in range(times):
                fill(disk, but=RESTORE_KIB * number // times)
                _try(tally, lambda: restore.restore_copy(desk.office, offered, target))
                left = {path.name for path in disk.iterdir()} - {"filler"}
                tally.torn += left not in (set(), {"new"})
                (disk / "filler").unlink()
                if target.exists():
                    with open_desk(target, writing=False) as copy:
                        tally.torn += not check(copy.office).ok
                    shutil.rmtree(target)
        _look(desk, backing.own(desk.office), tally)
    return tally


def pull_stick(place: Path, times: int, seed: int) -> Tally:
    """Pull the stick of the second place at some step; the first backup stands."""
    tally = Tally("USB pulled")
    with open_desk(started(place), writing=True) as desk:
        for number in range(times):
            _record(desk, place, random.Random(seed + number))  # noqa: S311 (any content)
            with small_disk(place / f"usb-{number}", DISK_KIB) as stick:
                backing.choose_second(desk.office, stick)
                made = backing.back_up(desk.office, _Puller(stick, number))
            tally.kills += 1
            assert made.second is not None
            tally.stages[made.second.problem or "in time"] += 1
            tally.torn += any(stick.iterdir())
            _look(desk, backing.own(desk.office), tally)
    return tally


class _Puller:
    """Watches a backup, and pulls the stick at one of the steps of its second half."""

    def __init__(self, stick: Path, at: int) -> None:
        self._stick = stick
        self._left = at

    def step(self, done: int, total: int) -> None:
        """Count the steps of the second place; pull at its time."""
        if 2 * done > total:
            self._left -= 1
            if self._left == 0:
                # Another one comes in its place, for the end of the test to unmount.
                for words in (("umount", "-l"), ("mount", "-t", "tmpfs", "tmpfs")):
                    subprocess.run([*words, str(self._stick)], check=True)


def _record(desk: Desk, place: Path, dice: random.Random) -> None:
    proof = place / "proof.bin"
    proof.write_bytes(dice.randbytes(SIZE))
    file = IncomingFile(proof.name, lambda: proof.open("rb"))
    record(
        desk.office,
        ActivityForm(
            title="Đón đoàn", items=("1.10",), start=parse_moment("12/3/2026"), files=(file,)
        ),
    )


def _try(tally: Tally, work: Callable[[], object]) -> None:
    tally.kills += 1
    try:
        work()
    except KnownError as refusal:
        tally.stages[refusal.key] += 1
    else:
        tally.survived += 1


def _look(desk: Desk, repository: Repository, tally: Tally) -> None:
    tally.torn += sum(not each.good for each in kept_backups.verify(repository, unheard))
    tally.unsound += not check(desk.office).ok


def _thin(repository: Repository) -> None:
    """Keep the disk from being full of backups: all but the newest go."""
    for name in repository.names()[:-1]:
        repository.remove(name)
    repository.sweep()
