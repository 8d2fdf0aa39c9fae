"""What the computer does while an officer works: told in plain words, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.console.process import ROOT, bound_by_permissions, small_disk
from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up, browse_activities, keep_draft, keep_evidence
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store.tables import changes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts, and moves what is open")

HOUR_MS = 60 * 60 * 1000


class SetBack(TickingClock):
    """A clock that can be set."""

    def set_back(self, milliseconds: int) -> None:
        """Set the clock back."""
        self._now -= milliseconds


@pytest.fixture
def clock() -> SetBack:
    """Return the clock of the computer."""
    return SetBack()


@pytest.fixture
def folder(tmp_path: Path, clock: SetBack) -> Path:
    """Return a folder with one activity and its evidence."""
    folder = tmp_path / "data"
    start(folder, clock, Start(unit=SO_NGOAI_VU, confirm=(ALL,)))
    with open_desk(folder, writing=True, clock=clock) as desk:
        record(desk.office, form("Họp", files=(paper("a.png", b"1"),)))
    return folder


@pytest.fixture
def office(folder: Path, clock: SetBack) -> Iterator[Office]:
    """Return the folder at work."""
    with open_desk(folder, writing=True, clock=clock) as desk:
        yield desk.office


def _instants(office: Office) -> list[int]:
    with office.store.read() as connection:
        return [row.at for row in connection.execute(changes.select().order_by(changes.c.seq))]


@pytest.mark.parametrize("back", [1, 7 * HOUR_MS, 10 * 365 * 24 * HOUR_MS])
def test_that_a_clock_set_back_disorders_neither_entries_nor_ids(
    office: Office, clock: SetBack, back: int
) -> None:
    first = record(office, form("Đón đoàn"))
    clock.set_back(back)
    second = record(office, form("Tiễn đoàn", files=(paper("b.png", b"2"),)))

    assert second.id > first.id
    assert _instants(office) == sorted(_instants(office))
    assert check(office).ok


def test_that_a_clock_set_back_before_the_start_disorders_nothing(
    folder: Path, clock: SetBack
) -> None:
    with open_desk(folder, writing=True, clock=clock) as desk:
        first = record(desk.office, form("Đón đoàn"))
    clock.set_back(10 * 365 * 24 * HOUR_MS)

    with open_desk(folder, writing=True, clock=clock) as desk:
        second = record(desk.office, form("Tiễn đoàn"))

        assert second.id > first.id
        assert _instants(desk.office) == sorted(_instants(desk.office))


def test_that_ids_of_one_instant_are_in_order(office: Office, clock: SetBack) -> None:
    ids = []
    for _ in range(20):
        ids.append(office.new_id())
        clock.set_back(2)

    assert ids == sorted(set(ids))


def test_that_the_last_added_is_the_first_shown_though_the_clock_was_set_back(
    office: Office, clock: SetBack
) -> None:
    clock.set_back(24 * HOUR_MS)
    keep_evidence.add_files(office, [IncomingFile("moi.png", lambda: BytesIO(b"new"))])

    assert keep_evidence.page(office, Shelf(), 0, 1)[0].name == "moi.png"


@pytest.mark.parametrize("fate", ["moved", "removed", "replaced"])
def test_that_a_folder_gone_while_it_is_open_is_told_and_never_made_anew(
    office: Office, folder: Path, tmp_path: Path, fate: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    if fate == "removed":
        shutil.rmtree(folder)
    else:
        folder.rename(elsewhere)
    if fate == "replaced":
        shutil.copytree(elsewhere, folder)
    before = _names(folder)
    told = []
    for work in (
        lambda: record(office, form("Đón đoàn")),
        lambda: record(office, form("Đón đoàn", files=(paper("b.png", b"2"),))),
        lambda: keep_draft.save(office, keep_draft.key_of(), {"title": "Đón"}),
        lambda: back_up.back_up(office),
        lambda: back_up.before_risky(office, "Nhập"),
    ):
        with pytest.raises(KnownError) as refused:
            work()
        told.append(refused.value.key)

    assert told == ["folder_gone"] * 5
    assert _names(folder) == before


def test_that_what_was_recorded_is_in_the_folder_wherever_it_was_moved(
    office: Office, folder: Path, tmp_path: Path, clock: SetBack
) -> None:
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(KnownError):
        record(office, form("Đón đoàn"))
    office.store.close()

    with open_desk(tmp_path / "elsewhere", writing=True, clock=clock) as desk:
        assert browse_activities.count(desk.office, Browse()) == 1
        assert check(desk.office).ok


def test_that_a_folder_put_back_is_worked_in_again(
    office: Office, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(KnownError):
        record(office, form("Đón đoàn"))
    (tmp_path / "elsewhere").rename(folder)

    record(office, form("Đón đoàn"))

    assert browse_activities.count(office, Browse()) == 2


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_that_a_disk_that_fails_at_a_file_leaves_the_records_as_they_were(
    office: Office, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as failing:
        failing.setattr("os.fsync", fail)
        with pytest.raises(KnownError) as refused:
            record(office, form("Đón đoàn", files=(paper("b.png", b"2"),)))

    assert refused.value.key in {"disk_error", "disk_full", "folder_read_only"}
    assert browse_activities.count(office, Browse()) == 1
    assert check(office).ok
    record(office, form("Đón đoàn", files=(paper("b.png", b"2"),)))
    assert browse_activities.count(office, Browse()) == 2


def test_that_a_disk_pulled_while_open_is_told_and_what_was_recorded_stays(
    folder: Path, tmp_path: Path, clock: SetBack
) -> None:
    with small_disk(tmp_path / "disk", 20 * 1024) as disk:
        data = shutil.copytree(folder, disk / "data")
        with open_desk(data, writing=True, clock=clock) as desk:
            record(desk.office, form("Đón đoàn"))
            kept = shutil.copytree(data, tmp_path / "kept")
            _mounts("umount", "-l", disk)
            told = _refusals(desk.office)
        _mounts("mount", "-t", "tmpfs", "tmpfs", disk)
        assert list(disk.iterdir()) == []

    assert told == {"folder_gone"}
    with open_desk(kept, writing=True, clock=clock) as desk:
        assert browse_activities.count(desk.office, Browse()) == 2


def test_that_a_disk_that_turns_read_only_is_told_and_read_on(
    folder: Path, tmp_path: Path, clock: SetBack
) -> None:
    with small_disk(tmp_path / "disk", 20 * 1024) as disk:
        data = shutil.copytree(folder, disk / "data")
        _mounts("mount", "-o", "remount,ro", disk)
        with pytest.raises(KnownError) as refused, open_desk(data, writing=True, clock=clock):
            pass
        with open_desk(data, writing=False, clock=clock) as desk:
            read = browse_activities.count(desk.office, Browse())
            told = _refusals(desk.office)

    assert refused.value.key == "folder_read_only"
    assert (read, told) == (1, {"opened_for_reading"})


_READ = """
import sys
from pathlib import Path
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import Browse

for writing in (True, False):
    try:
        with open_desk(Path(sys.argv[1]), writing=writing) as desk:
            print(browse_activities.count(desk.office, Browse()))
    except KnownError as refusal:
        print(refusal.key)
"""


def test_that_a_folder_nobody_may_write_in_opens_for_reading(folder: Path) -> None:
    before = bound_by_permissions()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [*before, sys.executable, "-c", _READ, str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)

    assert told.stdout.split() == ["folder_denied", "1"]


def _mounts(tool: str, *words: object) -> None:
    subprocess.run([str(shutil.which(tool)), *map(str, words)], check=True)


def _refusals(office: Office) -> set[str]:
    told = set()
    for files in ((), (paper("c.png", b"3"),)):
        with pytest.raises(KnownError) as refused:
            record(office, form("Tiễn đoàn", files=files))
        told.add(refused.value.key)
    return told


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
