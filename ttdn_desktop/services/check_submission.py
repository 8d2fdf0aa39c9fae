"""The newest bản trình of a year as a copy, for the check of its layout; never the kept file."""

from __future__ import annotations

import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.copy_evidence import PREFIX
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.prepare_report import suggested_name
from ttdn_desktop.store import submissions

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def newest_copy(office: Office, year: int) -> Path:
    """Copy the newest bản trình of a year's own round; it goes as copies of evidence go.

    Raises KnownError `year_impossible`, `nothing_submitted`, `submission_unreadable`.
    """
    asked = asked_round(office, year, None)
    with office.store.read() as connection:
        newest = submissions.newest(connection, asked.id)
    if newest is None:
        raise KnownError("nothing_submitted", year=year)
    try:
        copy = Path(tempfile.mkdtemp(prefix=PREFIX)) / suggested_name(office, year)
        shutil.copyfile(office.store.folder.editions / newest.sha256, copy)
        copy.chmod(stat.S_IRUSR)
    except OSError as fault:
        raise KnownError("submission_unreadable", ordinal=newest.ordinal, year=year) from fault
    return copy
