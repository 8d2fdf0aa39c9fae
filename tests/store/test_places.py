"""A network share is recognised and refused, whatever it is called."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from tests.store.samples import CountingClock
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import engine, mounts, places
from ttdn_desktop.store.places import Danger, Place, System

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
    monkeypatch.setattr(mounts, "_MOUNTINFO", _mounted_as(tmp_path, kind))

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
    monkeypatch.setattr(mounts, "_MOUNTINFO", _mounted_as(tmp_path, kind))

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


def _windows(
    drives: dict[str, int] | None = None,
    environment: dict[str, str] | None = None,
    files: tuple[str, ...] = (),
) -> System:
    """Return a Windows with types of drives by root, variables, and files that are there."""
    there = {PureWindowsPath(file) for file in files}
    return System(
        windows=True,
        environment=environment or {},
        drive_type=lambda root: (drives or {}).get(root, 3),
        exists=lambda file: file in there,
    )


@pytest.mark.parametrize(
    ("kind", "danger"),
    [
        (4, Danger.NETWORK),
        (2, Danger.REMOVABLE),
        (5, Danger.REMOVABLE),
        (3, Danger.NONE),
        (6, Danger.NONE),
        (0, Danger.NONE),
    ],
)
def test_that_windows_says_of_a_drive_what_it_is(kind: int, danger: Danger) -> None:
    found = places.know(PureWindowsPath("Z:/ttdn"), _windows({"Z:\\": kind}))

    assert found == Place(danger, "" if danger is Danger.NONE else "Z:")


@pytest.mark.parametrize("folder", [r"\\may-chu\chung\ttdn", r"\\?\UNC\may-chu\chung\ttdn"])
def test_that_a_share_of_windows_is_named(folder: str) -> None:
    assert places.know(PureWindowsPath(folder), _windows()) == Place(
        Danger.NETWORK, r"\\may-chu\chung"
    )


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        (r"D:\may\hoa\OneDrive\ttdn", "OneDrive"),
        (r"D:\may\hoa\OneDrive - UBND tỉnh Kon Tum\Tài liệu\ttdn", "OneDrive"),
        (r"D:\may\hoa\onedrive\ttdn", "OneDrive"),
        (r"G:\My Drive\ttdn", "Google Drive"),
        (r"G:\Drive của tôi\ttdn", "Google Drive"),
        (r"D:\may\hoa\Google Drive\ttdn", "Google Drive"),
        (r"D:\may\hoa\Dropbox (Sở)\ttdn", "Dropbox"),
        (r"D:\may\hoa\iCloudDrive\ttdn", "iCloud Drive"),
        (r"D:\may\hoa\Documents\Zalo Received Files\ttdn", "Zalo"),
        (r"D:\may\hoa\Nextcloud2\ttdn", "Nextcloud"),
        (r"D:\may\hoa\MEGA\ttdn", "MEGA"),
        (r"\\?\D:\may\hoa\OneDrive\ttdn", "OneDrive"),
    ],
)
def test_that_a_cloud_is_known_by_the_name_of_its_folder(folder: str, cloud: str) -> None:
    assert places.know(PureWindowsPath(folder), _windows()) == Place(Danger.CLOUD, cloud)


@pytest.mark.parametrize(
    "folder",
    [
        r"D:\may\hoa\AppData\Local\SoTTDN",
        r"D:\Sổ thông tin đối ngoại",
        r"D:\OneDriver\ttdn",
        r"D:\Mega dự án\ttdn",
        r"D:\Bản sao Dropbox cũ\ttdn",
        r"\\?\C:\ttdn",
    ],
)
def test_that_a_folder_of_the_computers_own_is_let_through(folder: str) -> None:
    environment = {"TEMP": r"D:\may\hoa\AppData\Local\Temp", "OneDrive": ""}

    assert places.know(PureWindowsPath(folder), _windows({}, environment)) == Place(Danger.NONE)


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_that_onedrive_is_known_by_its_variables_whatever_its_folder_is_called(name: str) -> None:
    system = _windows({}, {name: r"D:\Dong bo"})

    found = places.know(PureWindowsPath(r"D:\dong bo\ttdn"), system)

    assert found == Place(Danger.CLOUD, "OneDrive")


@pytest.mark.parametrize(
    ("mark", "cloud"),
    [
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".stfolder", "Syncthing"),
    ],
)
def test_that_a_cloud_is_known_by_the_mark_it_leaves_above(mark: str, cloud: str) -> None:
    system = _windows({}, {}, (rf"D:\cong viec\{mark}",))

    found = places.know(PureWindowsPath(r"D:\cong viec\2026\ttdn"), system)

    assert found == Place(Danger.CLOUD, cloud)


def test_that_a_bin_of_windows_is_known() -> None:
    found = places.know(PureWindowsPath(r"C:\$Recycle.Bin\S-1-5-21\$R1\ttdn"), _windows())

    assert found.danger is Danger.BIN


def test_that_a_folder_for_temporary_files_is_known() -> None:
    system = _windows({}, {"TEMP": r"D:\may\hoa\AppData\Local\Temp"})

    found = places.know(PureWindowsPath(r"D:\may\hoa\appdata\local\temp\ttdn"), system)

    assert found.danger is Danger.TEMPORARY


STICKS = """\
21 1 8:1 / / rw - ext4 /dev/sda1 rw
22 21 8:17 / /media/hoa/USB-TTDN rw - vfat /dev/sdb1 rw
23 21 7:3 / /media/hoa/dia rw - iso9660 /dev/sr0 ro
24 21 0:60 / /nha/hoa/gd rw - fuse.google-drive-ocamlfuse google rw
"""


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("/srv/ttdn", Place(Danger.NONE)),
        ("/media/hoa/USB-TTDN/ttdn", Place(Danger.REMOVABLE, "USB-TTDN")),
        ("/media/hoa/dia/ttdn", Place(Danger.REMOVABLE, "dia")),
        ("/nha/hoa/gd/ttdn", Place(Danger.CLOUD, "Google Drive")),
        ("/nha/hoa/Nextcloud/ttdn", Place(Danger.CLOUD, "Nextcloud")),
        ("/nha/hoa/.local/share/Trash/files/ttdn", Place(Danger.BIN)),
        ("/srv/.Trash-1000/files/ttdn", Place(Danger.BIN)),
        ("/var/tmp/ttdn", Place(Danger.TEMPORARY)),  # noqa: S108 (a name)
        ("/dev/shm/ttdn", Place(Danger.TEMPORARY)),  # noqa: S108 (a name)
    ],
)
def test_that_linux_places_are_known(folder: str, place: Place) -> None:
    system = System(windows=False, mountinfo=STICKS, removable=lambda device: device == "8:17")

    assert places.know(Path(folder), system) == place


def test_that_a_disk_says_itself_whether_it_can_be_pulled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, fixed = tmp_path / "devices/ata1/sdb/sdb1", tmp_path / "devices/ata2/sda/sda1"
    usb = tmp_path / "devices/usb1/1-1/sdc/sdc1"
    for disk, mark in ((stick, "1"), (fixed, "0"), (usb, "0")):
        disk.mkdir(parents=True)
        (disk.parent / "removable").write_text(f"{mark}\n")
    block = tmp_path / "block"
    block.mkdir()
    for name, disk in (("8:17", stick), ("8:1", fixed), ("8:33", usb)):
        (block / name).symlink_to(disk)
    monkeypatch.setattr(mounts, "_BLOCK", block)

    pulled = {name: mounts.is_removable(name) for name in ("8:17", "8:1", "8:33", "0:60")}

    assert pulled == {"8:17": True, "8:1": False, "8:33": True, "0:60": False}


def test_that_a_folder_in_the_bin_is_neither_made_nor_opened(tmp_path: Path) -> None:
    data = tmp_path / ".Trash-1000" / "files" / "data"

    with pytest.raises(KnownError) as made:
        engine.create(data, clock=CountingClock())

    assert made.value.key == "bin_folder"
    assert not data.exists()
