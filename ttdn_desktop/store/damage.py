"""Damage seen in the files themselves, before SQLite opens them for writing.

SQLite takes a log it cannot read for an empty one and goes on: what was committed in it would be
lost without a word, and what is written next would bury it. So the files are looked at first
(sqlite.org/fileformat2.html, sections 1.3 and 4).
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder

NAMES = "SELECT name FROM sqlite_master"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
_MASK = 0xFFFFFFFF
_CHECKED_AT_ONCE = 32 * 1024 * 1024
"""A larger database or log is looked at by the check at the start and by doctor."""
_LATER_COMMITS = 2
"""A power cut may spoil the one transaction that was not yet on the disk, and no other: two
commits behind a spoilt frame were told as saved, and are lost."""


def require_sound(folder: DataFolder) -> None:
    """Refuse to write where the files are damaged; reads only.

    Raises KnownError `database_damaged`, `database_foreign` or `log_damaged`.
    """
    found = of_files(folder)
    if found == LOG:
        raise KnownError("log_damaged", place=folder.root)
    if found:
        raise KnownError("database_damaged", place=folder.root)
    with closing(_reading(folder.database)) as raw:
        require_ours((row[0] for row in raw.execute(NAMES)), folder.root)
    if folder.database.stat().st_size <= _CHECKED_AT_ONCE:
        _require_pages(folder)


def require_ours(names: Iterable[str], place: Path) -> None:
    """Refuse the database of another program, by its tables, with KnownError `database_foreign`."""
    found = frozenset(names)
    if found and not found & metadata.tables.keys():
        raise KnownError("database_foreign", place=place)


LOG = "log"


def of_files(folder: DataFolder) -> str | None:
    """Return "header", "size" or LOG for what is wrong with database file or log, or None."""
    log = folder.database.with_name(f"{folder.database.name}-wal")
    log_size = log.stat().st_size if log.exists() else 0
    with folder.database.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return "header"
    if not log_size and folder.database.stat().st_size < _promised(header):
        return "size"
    return LOG if log_size > _LOG_HEADER + _FRAME_HEADER and _is_spoilt(log, log_size) else None


def _require_pages(folder: DataFolder) -> None:
    """Refuse a database with damaged pages; an index that only lags behind is for the repair."""
    with closing(_reading(folder.database)) as raw:
        (found,) = raw.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise KnownError("database_damaged", place=folder.root)


def _reading(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _promised(header: bytes) -> int:
    """Return how many bytes a database says it has; 0 where it says nothing that holds."""
    (size,) = struct.unpack_from(">H", header, 16)
    changed, pages = struct.unpack_from(">II", header, 24)
    (valid_for,) = struct.unpack_from(">I", header, 92)
    return (65536 if size == 1 else size) * pages if changed == valid_for else 0


def _is_spoilt(log: Path, size: int) -> bool:
    """Tell whether what was committed in a log can no longer be read from it."""
    if size > _CHECKED_AT_ONCE:
        return False
    content = log.read_bytes()
    magic, _version, page, _number, *salts = struct.unpack_from(">6I", content)
    order = _LOG_MAGIC.get(magic)
    sums = _sums(order or "<", content[:24], (0, 0))
    if order is None or struct.unpack_from(">2I", content, 24) != sums or not page:
        return True
    commits_behind = 0
    spoilt = False
    for head, body in _frames(content, page):
        commit, *own = struct.unpack_from(">3I", head, 4)
        if own != salts:
            break
        if not spoilt:
            sums = _sums(order, body, _sums(order, head[:8], sums))
            spoilt = struct.unpack_from(">2I", head, 16) != sums
        elif commit:
            commits_behind += 1
    return commits_behind >= _LATER_COMMITS


def _frames(content: bytes, page: int) -> Iterator[tuple[bytes, bytes]]:
    step = _FRAME_HEADER + page
    for first in range(_LOG_HEADER, len(content) - step + 1, step):
        body = first + _FRAME_HEADER
        yield content[first:body], content[body : first + step]


def _sums(order: str, content: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    """Return the running checksum of a log (section 4.2 of the file format)."""
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
