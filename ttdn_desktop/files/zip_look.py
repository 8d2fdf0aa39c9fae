"""A zip by its list of members alone: what it would unpack to, before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED = 0x1
_ENTITIES = tuple("<!ENTITY".encode(form) for form in ("ascii", "utf-16-le", "utf-16-be"))
BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError)
"""What the standard library raises over a zip that is not what it says."""

_XML = (".xml", ".rels", ".vml")


def opened(path: Path) -> zipfile.ZipFile:
    """Open a zip that may be unpacked.

    Raises KnownError file_damaged, file_bomb, file_encrypted, file_entities.
    """
    with path.open("rb") as file:
        _look_at_the_end(file)
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise KnownError("file_damaged") from error
    try:
        _look_at_members(archive)
    except BaseException:
        archive.close()
        raise
    return archive


def part(archive: zipfile.ZipFile, name: str, most: int = limits.STYLE_BYTES) -> bytes:
    """Return up to `most` bytes of a member, whatever the list says of its length.

    Raises KnownError file_damaged; b"" where there is no such member.
    """
    return next(chunks(archive, name, most, most), b"")


def chunks(archive: zipfile.ZipFile, name: str, size: int, most: int) -> Iterator[bytes]:
    """Yield a member piece by piece, up to `most` bytes of it; as `part`."""
    if name not in archive.NameToInfo:
        return
    try:
        with archive.open(name) as stream:
            while most > 0 and (chunk := stream.read(min(size, most))):
                most -= len(chunk)
                yield chunk
    except BROKEN as error:
        raise KnownError("file_damaged") from error


def _look_at_the_end(file: BinaryIO) -> None:
    """Refuse a list that is too long before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise KnownError("file_damaged")
    _, _, _, _, members, length, _, _ = _END.unpack_from(tail, at)
    if members > limits.MEMBERS or length > limits.DIRECTORY_BYTES:
        raise KnownError("file_bomb")


def _look_at_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.MEMBERS or unpacked > limits.UNPACKED_BYTES:
        raise KnownError("file_bomb")
    for member in members:
        _look_at(archive, member)


def _look_at(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise KnownError("file_encrypted")
    large = member.file_size > limits.RATIO_FROM_BYTES
    if large and member.file_size > limits.MEMBER_RATIO * member.compress_size:
        raise KnownError("file_bomb")
    if member.filename.lower().endswith(_XML):
        head = part(archive, member.filename, limits.XML_HEAD_BYTES)
        if any(entity in head for entity in _ENTITIES):
            raise KnownError("file_entities")
