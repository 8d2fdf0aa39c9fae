"""The zip package: the same members always give the same bytes."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO, BinaryIO

DOCUMENT = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o644 << 16
_LEVEL = 3  # of zlib: from 4 on it takes twice the time, and the next saves a fiftieth


def read(source: BinaryIO) -> dict[str, bytes]:
    """Return the members of a package of ours by name."""
    with zipfile.ZipFile(source) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def store(members: Mapping[str, bytes], target: BinaryIO) -> None:
    """Write a package without compression: bytes that no version of zlib can change."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(members):
            archive.writestr(_member(name, zipfile.ZIP_STORED), members[name])


@contextmanager
def streamed(
    members: Mapping[str, bytes], target: BinaryIO, media: Iterable[tuple[str, bytes]] = ()
) -> Iterator[IO[bytes]]:
    """Write a compressed package; the body of the `with` writes `word/document.xml`.

    `media` come last and as they are, one after another: pictures are compressed already.
    """
    with zipfile.ZipFile(target, "w") as archive:
        before = sorted(name for name in members if name < DOCUMENT)
        after = sorted(name for name in members if name > DOCUMENT)
        for name in before:
            archive.writestr(_member(name), members[name])
        with archive.open(_member(DOCUMENT), "w") as stream:
            yield stream
        for name in after:
            archive.writestr(_member(name), members[name])
        for name, content in media:
            archive.writestr(_member(name, zipfile.ZIP_STORED), content)


def _member(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = compression
    # `open` takes no level of its own, and the level of the archive is not that of a member given.
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 (as said above)
    info.create_system = _UNIX
    info.external_attr = _MODE
    return info
