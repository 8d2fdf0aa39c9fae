"""What a folder is on, as Linux tells it: /proc/self/mountinfo (proc(5)) and /sys/dev/block."""

from __future__ import annotations

import re
from pathlib import Path

from ttdn_desktop.immutable import immutable

NETWORK_TYPES = frozenset(
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
CLOUD_TYPES = {
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.dropbox": "Dropbox",
}
"""Clouds that are mounted rather than synchronised, and what people call them."""

_MOUNTINFO = Path("/proc/self/mountinfo")
_BLOCK = Path("/sys/dev/block")
_OCTAL = re.compile(r"\\([0-7]{3})")


@immutable
class Mount:
    """Where a file system is mounted, its type, and its device as "major:minor"."""

    point: Path
    kind: str
    device: str


def mounted() -> str:
    """Return the text of /proc/self/mountinfo, "" where there is none."""
    if not _MOUNTINFO.exists():
        return ""
    return _MOUNTINFO.read_text(encoding="utf-8", errors="surrogateescape")


def mount_of(folder: Path, mountinfo: str) -> Mount | None:
    """Return the mount that a folder is or would be on, None when none is known.

    The deepest mount wins, and of two at one place the later.
    """
    place, found = folder.resolve(), None
    for line in mountinfo.splitlines():
        fields, _dash, source = line.partition(" - ")
        _id, _parent, device, _root, point = fields.split(" ")[:5]
        at = Path(_unescaped(point))
        if place.is_relative_to(at) and len(at.parts) >= (len(found.point.parts) if found else 0):
            found = Mount(at, source.split(" ")[0], device)
    return found


def is_removable(device: str) -> bool:
    """Tell whether a device can be pulled: its disk says so, or hangs on USB."""
    try:
        disk = (_BLOCK / device).resolve(strict=True)
    except OSError:
        return False
    if any(part.startswith("usb") for part in disk.parts):
        return True
    marks = (folder / "removable" for folder in (disk, disk.parent))
    return any(_reads_one(mark) for mark in marks)


def _reads_one(mark: Path) -> bool:
    try:
        return mark.read_text(encoding="ascii").strip() == "1"
    except (OSError, UnicodeDecodeError):
        return False


def _unescaped(point: str) -> str:
    return _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), point)
