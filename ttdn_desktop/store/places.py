"""Where a data folder may be: local disks only.

SQLite's write-ahead log does not work on network file systems (sqlite.org/wal.html), and their
locks cannot be trusted.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ttdn_desktop.errors import KnownError

_NETWORK_TYPES = frozenset(
    {
        "9p",
        "acfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.ceph-fuse",
        "fuse.curlftpfs",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.juicefs",
        "fuse.kio-fuse",
        "fuse.moosefs",
        "fuse.nfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "panfs",
        "prl_fs",
        "pvfs2",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
    }
)
_MOUNTINFO = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4
_OCTAL = re.compile(r"\\([0-7]{3})")


def require_local(folder: Path) -> None:
    """Refuse a folder on a network share with KnownError `network_folder`."""
    if _is_remote(folder):
        raise KnownError("network_folder", folder=str(folder))


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        return windows_remote(folder.absolute())
    if _MOUNTINFO.exists():
        mounts = _MOUNTINFO.read_text(encoding="utf-8", errors="surrogateescape")
        return file_system_of(folder, mounts) in _NETWORK_TYPES
    return False


def file_system_of(folder: Path, mountinfo: str) -> str:
    """Return the type of the file system a folder is or would be on, "" when none is known.

    `mountinfo` is the text of /proc/self/mountinfo (proc(5)); the deepest mount wins, and of
    two at one place the later.
    """
    place = folder.resolve()
    best, found = -1, ""
    for line in mountinfo.splitlines():
        fields, _dash, source = line.partition(" - ")
        point = Path(_unescaped(fields.split(" ")[4]))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), source.split(" ")[0]
    return found


def _unescaped(point: str) -> str:
    return _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), point)


def is_unc(folder: str) -> bool:
    r"""Tell whether a Windows path names a share: \\server\share, also \\?\UNC\server\share."""
    path = folder.replace("/", "\\").casefold()
    return path.startswith("\\\\?\\unc\\") or (
        path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))
    )


def windows_remote(folder: Path) -> bool:
    """Tell whether a Windows folder is on a share or on a drive mapped to one."""
    return is_unc(str(folder)) or _drive_type(folder.anchor) == _DRIVE_REMOTE


def _drive_type(drive: str) -> int:
    """Return what GetDriveTypeW says of the root of a drive; 0, unknown, on other systems."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (for Windows only)

        return int(ctypes.windll.kernel32.GetDriveTypeW(drive))
    return 0
