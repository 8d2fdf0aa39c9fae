"""A second backup beside the least that any could do: SQLite's backup, its check, a look at files.

100,000 activities and 2 GiB of evidence, of which nothing has changed since the first; the files
are 2,000 of a mebibyte each. `TTDN_BENCH_EVIDENCE_MIB` makes it so many mebibytes instead.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder, opened
from tests.bench.measure import MEBI, Pair, Row
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.services.back_up import back_up, own

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 100_000
EVIDENCE_MIB = int(os.environ.get("TTDN_BENCH_EVIDENCE_MIB", "2048"))


def rows() -> list[Row]:
    """Return the row of the table."""
    name = f"second backup, 100,000 and {EVIDENCE_MIB / 1024:g} GiB"
    return [Row(name, _prepare, size=SIZE, limit=1.5)]


def _prepare(folder: Path, size: int) -> Pair:
    data, bare = folder / "data", folder / "bare.sqlite"
    shutil.copytree(filled_folder(size), data)
    files = [_file(data / "vault") for _ in range(EVIDENCE_MIB)]
    office = opened(data)
    back_up(office, reason=Reason.HAND)

    def ours() -> None:
        for name in own(office).names()[1:]:  # it is always the second; the floor's goes too
            own(office).remove(name)
        back_up(office, reason=Reason.HAND)

    def floor() -> None:
        bare.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(data / "ttdn.sqlite")) as source,
            closing(sqlite3.connect(bare)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA quick_check").fetchall()
        for file in files:
            file.stat()

    return Pair(ours, floor)


def _file(vault: Path) -> Path:
    content = os.urandom(MEBI)
    digest = hashlib.sha256(content).hexdigest()
    place = vault / digest[:2] / digest
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place
