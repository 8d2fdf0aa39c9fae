"""Whether a file brings macros along: nothing runs them, and the officer is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.files.sniff import Kind

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGES = frozenset({Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.DOCX, Kind.DOCM})
_COMPOUNDS = frozenset({Kind.XLS, Kind.DOC})
_PARTS = ("vbaproject.bin", "/macrosheets/")
_STORAGES = frozenset({"macros", "_vba_project_cur", "_vba_project"})


def holds_macros(path: Path, kind: Kind) -> bool:
    """Tell by the names of a file's parts; raises KnownError where it cannot be opened."""
    if kind in _PACKAGES:
        from ttdn_desktop.files import zip_look  # noqa: PLC0415 (not for every file)

        with zip_look.opened(path) as archive:
            return any(mark in name.lower() for name in archive.namelist() for mark in _PARTS)
    if kind in _COMPOUNDS:
        from ttdn_desktop.files import ole_look  # noqa: PLC0415 (olefile is not for every file)

        return any(name.lower() in _STORAGES for name in ole_look.storages(path))
    return False
