"""Compound files of the old Office (.xls, .doc): what they hold, and whether under a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msoffcrypto  # type: ignore[import-untyped]  # has no types
import olefile  # type: ignore[import-untyped]  # has no types

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path

_SEALED = ("EncryptedPackage", "EncryptionInfo")
_KINDS = (("Workbook", "xls"), ("Book", "xls"), ("WordDocument", "doc"))
_OTHERS = ("PowerPoint Document", "Contents", "VisioDocument")


def kind_of(path: Path) -> str:
    """Return "xls" or "doc".

    Raises KnownError file_encrypted, file_other_office, file_damaged, file_unknown.
    """
    try:
        streams = _streams(path)
    except Exception as error:
        raise KnownError("file_damaged") from error
    if any(name in streams for name in _SEALED):
        raise KnownError("file_encrypted")
    kind = next((kind for name, kind in _KINDS if name in streams), "")
    if not kind:
        known = any(name in streams for name in _OTHERS)
        raise KnownError("file_other_office" if known else "file_unknown")
    if _is_encrypted(path):
        raise KnownError("file_encrypted")
    return kind


def storages(path: Path) -> set[str]:
    """Return the names of the folders on top of a compound file; none of a damaged one."""
    try:
        with olefile.OleFileIO(path) as ole:
            return {entry[0] for entry in ole.listdir() if len(entry) > 1}
    except Exception:  # noqa: BLE001 (a hostile file may lead it anywhere)
        return set()


def _streams(path: Path) -> set[str]:
    with olefile.OleFileIO(path) as ole:
        return {entry[0] for entry in ole.listdir() if len(entry) == 1}


def _is_encrypted(path: Path) -> bool:
    """Tell; False where the file is too odd to say: its reader will look at it."""
    try:
        with path.open("rb") as file:
            return bool(msoffcrypto.OfficeFile(file).is_encrypted())
    except Exception:  # noqa: BLE001 (a hostile file may lead it anywhere)
        return False
