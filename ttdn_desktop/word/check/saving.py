"""A copy of a package in which the parts that were put right are written anew, and no other."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from ttdn_desktop.word.check.opening import Package

_CHUNK = 1 << 20


def save(package: Package, touched: set[str], target: BinaryIO) -> None:
    """Write the copy; members keep order, names and dates, and but for `touched` their bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in package.archive.infolist():
            if member.filename in touched:
                copy.writestr(member, package.written(member.filename))
                continue
            with package.archive.open(member) as source, copy.open(_as(member), "w") as into:
                shutil.copyfileobj(source, into, _CHUNK)


def _as(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    kept = zipfile.ZipInfo(member.filename, member.date_time)
    kept.compress_type = member.compress_type
    kept.external_attr = member.external_attr
    kept.create_system = member.create_system
    kept.file_size = member.file_size
    return kept
