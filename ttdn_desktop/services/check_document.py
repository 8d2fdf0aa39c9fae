"""Is a Word file in the layout of Decree 30, and a copy in which what is safe is put right.

Needs no data folder: the file may be of any office.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.beside import beside
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store.durable import put

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.format_finding import Checked, Mended
    from ttdn_desktop.services.ports import Checker, Progress

_SUFFIX = ".docx"


def check(checker: Checker, path: Path, watch: Progress = SILENT) -> Checked:
    """Return what is found in a file; raises KnownError where it cannot be read as a .docx.

    `watch` may stop it: Cancelled.
    """
    return checker.check(path, watch)


def repair(checker: Checker, path: Path, target: Path, watch: Progress = SILENT) -> Mended:
    """Write a repaired copy, whole or not at all, and never over the file itself.

    Raises KnownError `repair_over_itself`, `repair_suffix`, `copy_unrepaired`, or as `check`.
    """
    if target.suffix.lower() != _SUFFIX:
        raise KnownError("repair_suffix", name=target.name)
    if _same(path, target):
        raise KnownError("repair_over_itself", name=path.name)
    try:
        with beside(target, target.parent) as unfinished:
            with unfinished.open("w+b") as stream:
                mended = checker.repair(path, stream, watch)
                stream.flush()
                os.fsync(stream.fileno())
            put(unfinished, target)
    except OSError as fault:
        raise KnownError("copy_unrepaired", place=target) from fault
    return mended


def _same(path: Path, target: Path) -> bool:
    """Tell whether two names lead to one file, by links or by capitals too."""
    if path.exists() and target.exists():
        return path.samefile(target)
    return path.resolve() == target.resolve()
