"""A network share is recognised and refused, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.samples import CountingClock
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import engine, places

MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:30 / /mnt/chung rw,relatime shared:9 - cifs //may-chu/chung rw,vers=3.0
31 21 0:31 / /mnt/may\\040chu rw - nfs4 10.0.0.1:/data rw
32 30 0:32 / /mnt/chung/may rw master:2 propagate_from:1 - ext4 /dev/sdb1 rw
33 21 0:33 / /media/usb rw - ext4 /dev/sdc1 rw
34 21 0:34 / /media/usb rw - fuse.sshfs lan@may:/ rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/ttdn", "ext4"),
        ("/mnt/chung/ttdn/chưa có", "cifs"),
        ("/mnt/chungkhac", "ext4"),
        ("/mnt/may chu/ttdn", "nfs4"),
        ("/mnt/chung/may/ttdn", "ext4"),
        ("/media/usb", "fuse.sshfs"),
    ],
)
def test_that_the_deepest_and_latest_mount_says_what_a_folder_is_on(folder: str, kind: str) -> None:
    assert places.file_system_of(Path(folder), MOUNTS) == kind


def _mounted_as(tmp_path: Path, kind: str) -> Path:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"21 1 8:1 / / rw - {kind} somewhere rw\n", "utf-8")
    return mounts


@pytest.mark.parametrize(
    "kind",
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "afs", "ceph", "glusterfs"],
)
def test_that_no_folder_is_made_or_opened_for_writing_on_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    engine.create(tmp_path / "data", clock=CountingClock()).close()
    monkeypatch.setattr(places, "_MOUNTINFO", _mounted_as(tmp_path, kind))

    with pytest.raises(KnownError) as made:
        engine.create(tmp_path / "new", clock=CountingClock())
    with pytest.raises(KnownError) as opened:
        engine.open(tmp_path / "data", clock=CountingClock())

    assert made.value.key == opened.value.key == "network_folder"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "fuseblk", "vfat"])
def test_that_local_disks_are_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(places, "_MOUNTINFO", _mounted_as(tmp_path, kind))

    places.require_local(tmp_path)


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        (r"\\may-chu\chung\ttdn", True),
        ("//may-chu/chung/ttdn", True),
        (r"\\?\UNC\may-chu\chung", True),
        (r"\\?\unc\may-chu\chung", True),
        (r"\\?\C:\ttdn", False),
        (r"\\.\C:\ttdn", False),
        (r"D:\Sổ\ttdn", False),
    ],
)
def test_that_a_windows_share_is_told_by_its_name(folder: str, *, share: bool) -> None:
    assert places.is_unc(folder) is share


def test_that_a_windows_drive_mapped_to_a_share_is_remote(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "_drive_type", lambda _drive: 4)
    assert places.windows_remote(Path("Z:/ttdn"))

    monkeypatch.setattr(places, "_drive_type", lambda _drive: 3)
    assert not places.windows_remote(Path("C:/ttdn"))
