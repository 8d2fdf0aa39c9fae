"""Kept reports out of `editions/`: copied to be looked at; the kept file is never handed out."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.copy_evidence import PREFIX, allowed_name, may_run
from ttdn_desktop.services.freeze import kept_file

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def temporary_copy(office: Office, sha256: str, name: str) -> Path:
    """Copy a kept report or scan, to be opened by the system's own program, and only to be read.

    Raises KnownError `kept_report_damaged`, `copy_unwritable`, or `evidence_not_opened` for what
    may run.
    """
    plain = allowed_name(name)
    if may_run(plain):
        raise KnownError("evidence_not_opened", name=plain)
    content = kept_file(office, sha256)
    try:
        place = Path(tempfile.mkdtemp(prefix=PREFIX)) / plain
        place.write_bytes(content)
        place.chmod(stat.S_IRUSR)
    except OSError as fault:
        raise KnownError("copy_unwritable", place=tempfile.gettempdir()) from fault
    return place
