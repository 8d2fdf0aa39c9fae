"""Data on a stick or in a cloud are worked on as a copy, and the way back is set."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.earlier import at_step
from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up, know_places
from ttdn_desktop.services.browse_activities import Browse, count
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.know_places import Danger, Place
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.services.work_locally import copy_here, place_for_copy, work_locally
from ttdn_desktop.store import upgrade

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder on a stick, with an activity and its evidence."""
    folder, clock = tmp_path / "usb" / "data", TickingClock()
    start(folder, clock, Start(unit=SO_NGOAI_VU, confirm=(ALL,)))
    with open_desk(folder, writing=True, clock=clock) as desk:
        record(desk.office, form("Đón đoàn", files=(paper("a.png", b"1"),)))
    return folder


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    """Return where this computer keeps data."""
    return tmp_path / "may" / "SoTTDN"


def test_that_a_copy_holds_everything_and_the_original_stays(stick: Path, usual: Path) -> None:
    before = _content(stick)

    made = work_locally(stick, TickingClock(), target=usual)

    assert (made.folder, made.records, made.evidence, made.missing) == (usual, 1, 1, ())
    assert _content(stick) == before
    with open_desk(usual, writing=True) as desk:
        assert count(desk.office, Browse()) == 1
        assert check(desk.office).ok
    assert sorted(path.name for path in usual.parent.iterdir()) == [usual.name]


def test_that_backups_go_back_beside_the_original(stick: Path, usual: Path) -> None:
    made = work_locally(stick, TickingClock(), target=usual)

    assert made.second == stick.parent
    with open_desk(usual, writing=True) as desk:
        backed_up = back_up.back_up(desk.office)
    assert backed_up.second is not None
    assert backed_up.second.problem == ""
    assert list(stick.parent.glob("TTDN-*/manifests/*.json"))


def test_that_a_file_gone_from_the_vault_comes_from_its_backups(stick: Path, usual: Path) -> None:
    with open_desk(stick, writing=True) as desk:
        back_up.back_up(desk.office)
    altered = next(path for path in (stick / "vault").rglob("*") if path.is_file())
    altered.write_bytes(b"2")

    made = work_locally(stick, TickingClock(), target=usual)

    assert made.missing == ()
    with open_desk(usual, writing=False) as desk:
        assert check(desk.office).ok


def test_that_a_file_that_is_whole_nowhere_is_named_and_the_rest_is_copied(
    stick: Path, usual: Path
) -> None:
    altered = next(path for path in (stick / "vault").rglob("*") if path.is_file())
    altered.write_bytes(b"2")

    made = work_locally(stick, TickingClock(), target=usual)

    assert made.missing == (altered.name,)
    with open_desk(usual, writing=False) as desk:
        assert count(desk.office, Browse()) == 1


def test_that_an_older_folder_is_copied_as_it_is_and_brought_up_to_date_here(
    stick: Path, usual: Path, tmp_path: Path
) -> None:
    older = at_step(stick, tmp_path / "usb" / "older", upgrade.SCHEMA_VERSION - 1)

    made = work_locally(older, TickingClock(), target=usual)

    assert made.records == 1
    assert upgrade.version_of(older / "ttdn.sqlite") == upgrade.SCHEMA_VERSION - 1
    assert upgrade.version_of(usual / "ttdn.sqlite") == upgrade.SCHEMA_VERSION


def test_that_a_stopped_copy_leaves_nothing(stick: Path, usual: Path) -> None:
    class Stopper:
        def step(self, done: int, total: int) -> None:
            if 2 * done > total:
                raise Cancelled

    with pytest.raises(Cancelled):
        work_locally(stick, TickingClock(), Stopper(), target=usual)

    assert list(usual.parent.iterdir()) == []


def test_that_a_copy_goes_beside_data_that_are_there_already(stick: Path, usual: Path) -> None:
    assert place_for_copy(usual) == usual
    shutil.copytree(stick, usual)

    assert place_for_copy(usual) == usual.with_name("SoTTDN-2")


def test_that_the_copy_this_computer_has_is_found_the_farthest_of_several(
    stick: Path, usual: Path
) -> None:
    assert copy_here(stick, TickingClock(), usual) is None
    shutil.copytree(stick, usual)
    second = place_for_copy(usual)
    work_locally(stick, TickingClock(), target=second)
    start(place_for_copy(usual), TickingClock(), Start(unit="Sở Công Thương", confirm=(ALL,)))

    assert copy_here(stick, TickingClock(), usual) == second, "it knows the second place too"


def test_that_nothing_is_written_where_a_database_would_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for danger in (Danger.CLOUD, Danger.REMOVABLE):
        monkeypatch.setattr(
            "ttdn_desktop.store.places.know", lambda _folder, d=danger: Place(d, "X")
        )
        with pytest.raises(KnownError) as refused:
            know_places.require_workable(tmp_path / "data")
        told.append((refused.value.key, refused.value.facts["name"]))

    assert told == [("cloud_folder", "X"), ("removable_folder", "X")]
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("danger", [Danger.NONE, Danger.TEMPORARY])
def test_that_other_places_are_worked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, danger: Danger
) -> None:
    monkeypatch.setattr("ttdn_desktop.store.places.know", lambda _folder: Place(danger))

    know_places.require_workable(tmp_path / "data")


def _content(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files but those of locking, which readers leave too."""
    own = {"ttdn.lock", "ttdn.sqlite-shm", "ttdn.sqlite-wal"}
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in own)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
