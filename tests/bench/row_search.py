"""Searching 100,000 activities beside FTS5 and the same rows fetched by sqlite3."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder, opened
from tests.bench.measure import Pair, Row
from ttdn_desktop.store import activities
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 100_000
PAGE = 50
SEARCH = "doan cong tac attapu"
_HITS = (
    "SELECT activity_id FROM search_texts JOIN search_rows ON id = search_texts.rowid "
    "WHERE search_texts MATCH ? ORDER BY search_texts.rowid DESC LIMIT ?"
)
_MATCH = 'folded:"doan" AND folded:"cong" AND folded:"tac" AND folded:"attapu"*'
_TABLES = ("activities", "activity_items", "obstacles", "proposals", "readings", "fundings")
_PROOFS = (
    "SELECT * FROM activity_evidence JOIN evidence ON evidence.id = evidence_id "
    "WHERE activity_id IN ({places})"
)


def rows() -> list[Row]:
    """Return the row of the table."""
    return [Row("search 100,000, a page of 50", _prepare, size=SIZE, limit=2.0)]


def _prepare(folder: Path, size: int) -> Pair:
    kept = folder / "data"
    shutil.copytree(filled_folder(size), kept)
    office = opened(kept)
    bare = sqlite3.connect(office.store.folder.database)
    query = ActivityQuery(search=SEARCH, newest_first=True, limit=PAGE)

    def ours() -> None:
        with office.store.read() as connection:
            activities.page(connection, query)

    def floor() -> None:
        ids = [row[0] for row in bare.execute(_HITS, (_MATCH, PAGE))]
        places = ",".join("?" * len(ids))
        for table in _TABLES:
            key = "id" if table == "activities" else "activity_id"
            sql = f"SELECT * FROM {table} WHERE {key} IN ({places})"  # noqa: S608 (our own names)
            bare.execute(sql, ids).fetchall()
        bare.execute(_PROOFS.format(places=places), ids).fetchall()

    return Pair(ours, floor)
