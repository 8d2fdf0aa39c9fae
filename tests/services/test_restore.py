"""Backups to choose from, what each would bring back, a copy first, and the copy in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import TickingClock, form, paper
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.services import restore as desk
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.restore import Preview, Where
from ttdn_desktop.services.swap_folder import use_instead
from ttdn_desktop.services.write_backup import write_backup

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


@pytest.fixture
def backed(office: Office) -> Office:
    """Return an office with a backup of one activity, and a second activity since."""
    record(office, form("Họp", files=(paper("a.png", b"photo"),)))
    backing.back_up(office)
    record(office, form("Họp tiếp", files=(paper("b.png", b"letter"),)))
    return office


def test_that_backups_of_both_places_are_listed_newest_first(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    backing.choose_second(office, tmp_path / "usb")
    backing.back_up(office)
    backing.before_risky(office, "Nhập")

    offered = desk.list_backups(office)

    told = [(each.where, each.manifest.reason if each.manifest else None) for each in offered]
    assert told == [
        (Where.HERE, Reason.BEFORE),
        (Where.SECOND, Reason.INTERVAL),
        (Where.HERE, Reason.INTERVAL),
    ]
    assert all(each.good for each in offered)


def test_that_a_preview_tells_what_would_be_gone(backed: Office) -> None:
    (offered,) = desk.list_backups(backed)

    told = desk.preview(backed, offered)

    assert offered.manifest is not None
    assert told == Preview(-1, -1, 1, offered.manifest.last_label, offered.manifest.last_at)


def test_that_a_damaged_backup_is_listed_and_refused(backed: Office) -> None:
    (offered,) = desk.list_backups(backed)
    backing.own(backed).manifest_of(offered.backup.name).write_bytes(b"spoilt")

    (offered,) = desk.list_backups(backed)

    assert (offered.good, offered.fault, offered.manifest) == (False, "manifest", None)
    with pytest.raises(KnownError, match="backup_damaged"):
        desk.preview(backed, offered)
    with pytest.raises(KnownError, match="backup_damaged"):
        desk.restore_copy(backed, offered)


def test_that_a_copy_is_made_beside_and_nothing_else_changes(backed: Office) -> None:
    (offered,) = desk.list_backups(backed)
    root = backed.store.folder.root

    made = desk.restore_copy(backed, offered)

    assert (made.folder.parent, made.records, made.evidence) == (root.parent, 1, 1)
    assert made.folder.name.startswith(f"{root.name}-ban-sao-")
    assert len(find(backed)) == 2
    with open_desk(made.folder, writing=False, clock=TickingClock()) as copy:
        assert [each.title for each in find(copy.office)] == ["Họp"]
        assert check(copy.office).ok
    assert desk.restore_copy(backed, offered).folder.name == f"{made.folder.name}-2"


def test_that_a_restore_point_takes_its_evidence_from_the_vault(
    office: Office, tmp_path: Path
) -> None:
    record(office, form("Họp", files=(paper("a.png", b"photo"),)))
    backing.before_risky(office, "Nhập")
    (offered,) = desk.list_backups(office)

    made = desk.restore_copy(office, offered, tmp_path / "new")

    assert (made.evidence, made.missing) == (1, ())


def test_that_a_copy_takes_the_place_of_the_data_and_can_give_it_back(
    folder: Path, tmp_path: Path
) -> None:
    clock = TickingClock()
    with open_desk(folder, writing=True, clock=clock) as opened:
        record(opened.office, form("Họp"))
        backing.back_up(opened.office)
        record(opened.office, form("Họp tiếp"))
        (offered,) = desk.list_backups(opened.office)
        copy = desk.restore_copy(opened.office, offered).folder

    kept = use_instead(folder, copy, clock)

    with open_desk(folder, writing=True, clock=clock) as opened:
        assert [each.title for each in find(opened.office)] == ["Họp"]
        assert [each.good for each in desk.list_backups(opened.office)] == [True]
        record(opened.office, form("Họp khác"))
        assert backing.back_up(opened.office).manifest.number == 2
    use_instead(folder, kept, clock)
    with open_desk(folder, writing=True, clock=clock) as opened:
        assert {each.title for each in find(opened.office)} == {"Họp", "Họp tiếp"}
        assert len(desk.list_backups(opened.office)) == 2
    assert {path.name for path in tmp_path.iterdir()} == {
        "data",
        f"{kept.name}-2",
    }


@pytest.mark.parametrize("given", ["repository", "data folder", "manifest", "stick", "file"])
def test_that_whatever_is_a_backup_is_restored(backed: Office, tmp_path: Path, given: str) -> None:
    (tmp_path / "usb").mkdir()
    backing.choose_second(backed, tmp_path / "usb")
    made = backing.back_up(backed).manifest
    places = {
        "repository": backing.own(backed).root,
        "data folder": backed.store.folder.root,
        "manifest": backing.own(backed).manifest_of(made.name),
        "stick": tmp_path / "usb",
        "file": write_backup(backed, tmp_path).file,
    }

    restored = desk.restore_from(places[given], tmp_path / "new")

    assert (restored.records, restored.evidence) == (2, 2)


@pytest.mark.parametrize("given", ["gone", "gone.json", "empty", "photo.png"])
def test_that_what_is_no_backup_is_told(tmp_path: Path, given: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.png").write_bytes(b"photo")

    with pytest.raises(KnownError, match=r"backup_(missing|damaged)"):
        desk.restore_from(tmp_path / given, tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_that_between_several_desks_nothing_is_guessed(backed: Office, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    backing.choose_second(backed, tmp_path / "usb")
    backing.back_up(backed)
    (desk_folder,) = (tmp_path / "usb").iterdir()
    other = tmp_path / "usb" / "TTDN-KHAC-0123456789ab"
    (other / "manifests").mkdir(parents=True)
    for path in (desk_folder / "manifests").iterdir():
        (other / "manifests" / path.name).write_bytes(path.read_bytes())

    with pytest.raises(KnownError, match="backup_ambiguous"):
        desk.restore_from(tmp_path / "usb", tmp_path / "new")
