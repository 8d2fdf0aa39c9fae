"""The whole check of 100,000 activities beside integrity_check and a SHA-256 of each file.

Checking the journal has no floor but itself: it is measured apart and taken off, as what is left
may be compared.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder, opened
from tests.bench.measure import Pair, Row
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.store import chain

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

SIZE = 100_000


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [Row("doctor 100,000 beside integrity, hashes and chain", _whole, size=SIZE, limit=1.3)]


def _whole(folder: Path, size: int) -> Pair:
    kept = folder / "data"
    shutil.copytree(filled_folder(size), kept)
    office = opened(kept)

    def floor() -> None:
        _bare(DataFolder(kept))
        _chain(office)

    return Pair(lambda: check(office), floor)


def _bare(folder: DataFolder) -> None:
    """Do what any check must: SQLite's own, and each file read to its end."""
    with closing(sqlite3.connect(folder.database)) as bare:
        bare.execute("PRAGMA integrity_check").fetchall()
    for path in folder.vault.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                hashlib.file_digest(stream, "sha256")


def _chain(office: Office) -> None:
    with office.store.read() as connection:
        chain.verify(connection)
        chain.compare_rows(connection)
