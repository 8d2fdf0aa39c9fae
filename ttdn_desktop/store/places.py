"""Where a data folder may be: on a disk of this computer, which nothing else copies or takes away.

SQLite's write-ahead log does not work on network file systems (sqlite.org/wal.html), and their
locks cannot be trusted. A program that synchronises copies a database in the middle of a change; a
stick is pulled in the middle of one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import mounts
from ttdn_desktop.store.clouds import MARKS, cloud_by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_CD = 2, 4, 5
_BINS = frozenset({"$recycle.bin", "recycler", "recycled", ".trash"})
_TEMPORARY = ("TEMP", "TMP", "TMPDIR")
_USUAL_TEMPORARY = (PurePosixPath("/tmp"), PurePosixPath("/var/tmp"), PurePosixPath("/dev/shm"))  # noqa: S108 (recognised, not used)
_IMAGES = frozenset({"iso9660", "udf", "squashfs"})


class Danger(StrEnum):
    """What a database would suffer from in a place; NONE on a disk of the computer's own."""

    NONE = "none"
    NETWORK = "network"
    CLOUD = "cloud"
    REMOVABLE = "removable"
    BIN = "bin"
    TEMPORARY = "temporary"


@immutable
class Place:
    """What a folder is on: its danger, and the name people know it by ("OneDrive", "E:")."""

    danger: Danger
    name: str = ""


@immutable
class System:
    """What is asked of the operating system; each can be given by hand.

    `drive_type` is GetDriveTypeW of a root, `exists` whether a file is there, `removable`
    takes a device "major:minor". `mountinfo` is the text of /proc/self/mountinfo, "" elsewhere.
    """

    windows: bool
    environment: Mapping[str, str] = field(default_factory=dict)
    mountinfo: str = ""
    drive_type: Callable[[str], int] = lambda _drive: 0
    removable: Callable[[str], bool] = lambda _device: False
    exists: Callable[[PurePath], bool] = lambda _file: False


def this_system() -> System:
    """Return the system that the program runs on."""
    windows = sys.platform == "win32"
    text = "" if windows else mounts.mounted()
    return System(windows, os.environ, text, _drive_type, mounts.is_removable, _exists)


def require_local(folder: Path, system: System | None = None) -> None:
    """Refuse a folder on a network share or in a bin: KnownError `network_folder`, `bin_folder`."""
    system = system or this_system()
    whole = _whole(folder, system)
    if _network(whole, system):
        raise KnownError("network_folder", folder=str(folder))
    if _is_binned(whole):
        raise KnownError("bin_folder", folder=str(folder))


def know(folder: PurePath, system: System | None = None) -> Place:
    """Return what a folder, there or not yet, is on; the worst danger first."""
    system = system or this_system()
    whole = _whole(folder, system)
    return next((place for place in _found(whole, system) if place), Place(Danger.NONE))


def _found(folder: PurePath, system: System) -> Iterator[Place | None]:
    yield _network(folder, system)
    yield Place(Danger.BIN) if _is_binned(folder) else None
    yield _cloud(folder, system)
    yield _removable(folder, system)
    yield Place(Danger.TEMPORARY) if _is_temporary(folder, system) else None


def _whole(folder: PurePath, system: System) -> PurePath:
    """Return a path as the system's own; a link is followed where the folder is of this machine."""
    if system.windows:
        plain = str(folder.absolute() if isinstance(folder, Path) else folder)
        for prefix in ("\\\\?\\UNC\\", "\\\\?\\unc\\"):
            plain = plain.replace(prefix, "\\\\", 1) if plain.startswith(prefix) else plain
        return PureWindowsPath(plain.removeprefix("\\\\?\\"))
    return folder.resolve() if isinstance(folder, Path) else folder


def _network(folder: PurePath, system: System) -> Place | None:
    if system.windows:
        remote = is_unc(str(folder)) or system.drive_type(folder.anchor) == _DRIVE_REMOTE
        return Place(Danger.NETWORK, folder.drive) if remote else None
    mount = mounts.mount_of(Path(folder), system.mountinfo)
    if mount is None or mount.kind not in mounts.NETWORK_TYPES:
        return None
    return Place(Danger.NETWORK, str(mount.point))


def _cloud(folder: PurePath, system: System) -> Place | None:
    name = cloud_by_name(folder, system.environment)
    if not name and not system.windows:
        mount = mounts.mount_of(Path(folder), system.mountinfo)
        name = mounts.CLOUD_TYPES.get(mount.kind, "") if mount else ""
    name = name or _marked(folder, system)
    return Place(Danger.CLOUD, name) if name else None


def _marked(folder: PurePath, system: System) -> str:
    """Return which cloud has left its mark in a folder or above it; or ""."""
    for parent in (folder, *folder.parents):
        for mark, cloud in MARKS.items():
            if system.exists(parent / mark):
                return cloud
    return ""


def _removable(folder: PurePath, system: System) -> Place | None:
    if system.windows:
        pulled = system.drive_type(folder.anchor) in (_DRIVE_REMOVABLE, _DRIVE_CD)
        return Place(Danger.REMOVABLE, folder.drive) if pulled else None
    mount = mounts.mount_of(Path(folder), system.mountinfo)
    if mount is None or not (mount.kind in _IMAGES or system.removable(mount.device)):
        return None
    return Place(Danger.REMOVABLE, mount.point.name or str(mount.point))


def _is_binned(folder: PurePath) -> bool:
    parts = [part.casefold() for part in folder.parts]
    if not _BINS.isdisjoint(parts) or any(part.startswith(".trash-") for part in parts):
        return True
    return any(pair == ("share", "trash") for pair in pairwise(parts))


def _is_temporary(folder: PurePath, system: System) -> bool:
    own = (system.environment.get(name, "") for name in _TEMPORARY)
    places = [type(folder)(each) for each in own if each]
    places += [] if system.windows else _USUAL_TEMPORARY
    return any(folder.is_relative_to(each) for each in places)


def file_system_of(folder: Path, mountinfo: str) -> str:
    """Return the type of the file system a folder is or would be on, "" when none is known."""
    mount = mounts.mount_of(folder, mountinfo)
    return mount.kind if mount else ""


def is_unc(folder: str) -> bool:
    r"""Tell whether a Windows path names a share: \\server\share, also \\?\UNC\server\share."""
    path = folder.replace("/", "\\").casefold()
    return path.startswith("\\\\?\\unc\\") or (
        path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))
    )


def _exists(file: PurePath) -> bool:
    return os.path.lexists(file)


def _drive_type(drive: str) -> int:
    """Return what GetDriveTypeW says of the root of a drive; 0, unknown, on other systems."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (for Windows only)

        return int(ctypes.windll.kernel32.GetDriveTypeW(drive))
    return 0
