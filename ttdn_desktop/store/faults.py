"""The environment's faults as known errors: full disks, read-only folders, damaged databases."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY_CODE = 0xFF
_SQLITE = {
    sqlite3.SQLITE_PERM: "folder_denied",
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_LOCKED: "database_busy",
    sqlite3.SQLITE_READONLY: "folder_read_only",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CANTOPEN: "folder_denied",
    sqlite3.SQLITE_PROTOCOL: "database_busy",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}
_EXTENDED = {sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full"}
"""Errors that say more by their extended code: no room for the log's shared memory."""

_NO_TEXT = "Could not decode to UTF-8"
"""What Python's driver says of a text column that holds none; it gives no code for it."""

_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "folder_read_only",
    errno.EACCES: "folder_denied",
    errno.EPERM: "folder_denied",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EEXIST: "folder_impossible",
    errno.EINVAL: "folder_impossible",
    errno.ELOOP: "folder_impossible",
    errno.ENAMETOOLONG: "folder_impossible",
    errno.EIO: "disk_error",
}


@contextmanager
def told_of_database(place: Path) -> Iterator[None]:
    """Raise what the environment did to the database as KnownError; our own bugs pass unchanged."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        key = _database_key(fault)
        if key is None:
            raise
        raise KnownError(key, place=str(place)) from fault
    except json.JSONDecodeError as fault:
        raise KnownError("database_damaged", place=str(place)) from fault


@contextmanager
def told_of_files(place: Path) -> Iterator[None]:
    """Raise what the operating system refused as KnownError; anything else passes unchanged."""
    try:
        yield
    except OSError as fault:
        key = _SYSTEM.get(fault.errno or 0)
        if key is None:
            raise
        raise KnownError(key, place=str(place)) from fault


def key_of(fault: OSError | DBAPIError | sqlite3.Error) -> str | None:
    """Return the key of what the environment did; None where it is nothing known."""
    if isinstance(fault, OSError):
        return _SYSTEM.get(fault.errno or 0)
    return _database_key(fault)


def _database_key(fault: DBAPIError | sqlite3.Error) -> str | None:
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    if str(cause).startswith(_NO_TEXT):
        return "database_damaged"
    code = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    return _EXTENDED.get(code) or _SQLITE.get(code & _PRIMARY_CODE)
