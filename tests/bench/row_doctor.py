"""The whole check of 100,000 activities beside integrity_check and a SHA-256 of each file.

Checking the journal has no floor but itself: the first row leaves it out on our side, and holds
the rest to its limit; the second has the journal on both sides.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.bench.desks import filled_folder, opened
from tests.bench.measure import Pair, Row
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.store import chain, integrity
from ttdn_desktop.store.chain import ChainReport

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

SIZE = 100_000


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row("doctor 100,000 but the chain", _without_chain, size=SIZE, limit=1.3),
        Row("doctor 100,000 with the chain", _whole, size=SIZE, limit=1.1),
    ]


def _without_chain(folder: Path, size: int) -> Pair:
    office, kept = _copied(folder, size)

    def ours() -> None:
        with (
            patch.object(integrity, "verify", lambda _connection: ChainReport(1, None)),
            patch.object(integrity, "compare_rows", lambda _connection: ()),
        ):
            check(office)

    return Pair(ours, lambda: _bare(kept))


def _whole(folder: Path, size: int) -> Pair:
    office, kept = _copied(folder, size)

    def floor() -> None:
        _bare(kept)
        _chain(office)

    return Pair(lambda: check(office), floor)


def _copied(folder: Path, size: int) -> tuple[Office, DataFolder]:
    kept = DataFolder(folder / "data")
    shutil.copytree(filled_folder(size), kept.root)
    return opened(kept.root), kept


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
