"""A file of tables, read: what it is, and its grids, or one sentence of why not."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ttdn_desktop.domain.grid import FileContent
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.reading_process import ReaderDiedError, Watch, listen
from ttdn_desktop.files.request import Request
from ttdn_desktop.services.ports import SILENT

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.files.wire import Receiver
    from ttdn_desktop.services.ports import Progress

_CAREFULLY: Final = frozenset({"xlsx", "xlsm"})
"""Kinds that may be read cell by cell where the quick reader fell over the space between cells."""


class ReaderFaultError(Exception):
    """What went wrong in the reading process: a fault of ours, or of a library."""


def read_file(path: Path, sheet: str | None = None, progress: Progress = SILENT) -> FileContent:
    """Return what a file holds. It is parsed in a process of its own, within `limits`.

    `sheet` is the name (or the number, from 1) of the one sheet of a workbook that is read; all
    are read without it. `progress` is told of rows, several times a second.
    Raises KnownError file_…, with the fact `name`, and Cancelled; nothing has been written then.
    """
    try:
        return _read_unchanged(path, sheet, progress)
    except OSError as error:
        raise KnownError(_key_of(error), name=path.name) from error
    except KnownError as error:
        error.facts.setdefault("name", path.name)
        raise


def _read_unchanged(path: Path, sheet: str | None, progress: Progress) -> FileContent:
    before = _vetted(path)
    content = _read(path, sheet, progress)
    if _mark(path) != before:
        raise KnownError("file_changed")
    return content


def _vetted(path: Path) -> tuple[int, int]:
    """Return the mark of a file that may be read."""
    if "\0" in str(path):
        raise KnownError("file_absent")
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise KnownError("file_is_folder")
    if not stat.S_ISREG(found.st_mode):
        raise KnownError("file_unreadable")
    if found.st_size > limits.FILE_BYTES:
        raise KnownError("file_too_large", most=limits.FILE_BYTES // limits.MEGABYTE)
    if not found.st_size:
        raise KnownError("file_empty")
    return _mark(path)


def _mark(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _key_of(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "file_absent"
    return "file_denied" if isinstance(error, PermissionError) else "file_unreadable"


def _read(path: Path, sheet: str | None, progress: Progress) -> FileContent:
    watch = Watch(progress)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    told = _told(Request(path.absolute(), sheet), watch)
    return FileContent(path.name, sha256, told.kind, tuple(told.grids), macros=told.macros)


def _told(request: Request, watch: Watch) -> Receiver:
    """Ask once more, carefully, where the quick reader fell over how far a sheet claims to go."""
    try:
        return _understood(request, watch)
    except ReaderDiedError as death:
        if request.careful or death.receiver.kind not in _CAREFULLY:
            raise KnownError("file_too_heavy") from death
    return _told(replace(request, careful=True), watch)


def _understood(request: Request, watch: Watch) -> Receiver:
    try:
        told = listen(request, watch)
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError("file_not_understood") from error
    if told.fault:
        raise KnownError("file_not_understood") from ReaderFaultError(told.fault)
    return told
