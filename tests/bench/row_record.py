"""Recording one activity with a file, durably, beside the same rows and copy done bare."""

from __future__ import annotations

import hashlib
import itertools
import os
import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from tests.bench.desks import new_desk
from tests.bench.measure import Pair, Row
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.record_activity import ActivityForm, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIZE = 300_000
_WRITTEN = (
    "activities",
    "activity_items",
    "readings",
    "fundings",
    "evidence",
    "activity_evidence",
    "changes",
    "change_rows",
    "search_rows",
    "search_texts",
)
"""The tables that recording writes; the floor inserts the very rows ours inserted."""

_COLUMNS = {"search_texts": "rowid, folded, exact"}


def rows() -> list[Row]:
    """Return the row of the table."""
    return [Row("record one, durable", _prepare, size=_SIZE, limit=2.5)]


def _prepare(folder: Path, size: int) -> Pair:
    office = new_desk(folder / "ours")
    photos = _photos(size)

    def ours() -> None:
        record(office, _form(next(photos)))

    before = _counts(office.store.folder.database)
    ours()
    templates = _rows_since(office.store.folder.database, before)
    floor_base = folder / "floor"
    new_desk(floor_base).store.close()
    bare = sqlite3.connect(floor_base / "ttdn.sqlite", isolation_level=None)
    bare.executescript("PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;")
    numbers = itertools.count(10)

    def floor() -> None:
        _copy(next(photos), floor_base / "vault")
        _insert(bare, templates, next(numbers))

    return Pair(ours, floor)


def _photos(size: int) -> Iterator[bytes]:
    """Yield contents that are never alike, so that nothing is saved by finding them again."""
    body = os.urandom(size)
    return (number.to_bytes(8, "big") + body for number in itertools.count())


def _form(photo: bytes) -> ActivityForm:
    return ActivityForm(
        title="Đón đoàn công tác tỉnh Attapư (Lào)",
        items=("1.10",),
        start=parse_moment("12/11/2026"),
        place="phường Kon Tum",
        result="Thống nhất kế hoạch hợp tác năm 2027",
        readings=(parse_reading("D1=1"), parse_reading("D1N=14")),
        files=(IncomingFile("ảnh.jpg", lambda: BytesIO(photo)),),
    )


def _counts(database: Path) -> dict[str, int]:
    with closing(sqlite3.connect(database)) as connection:
        return {name: _last(connection, name) for name in _WRITTEN}


def _last(connection: sqlite3.Connection, table: str) -> int:
    found = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}")  # noqa: S608 (ours)
    return int(found.fetchone()[0])


def _rows_since(database: Path, before: dict[str, int]) -> list[tuple[str, list[list[object]]]]:
    with closing(sqlite3.connect(database)) as connection:
        return [
            (name, [list(row) for row in _new_rows(connection, name, after)])
            for name, after in before.items()
        ]


def _new_rows(connection: sqlite3.Connection, table: str, after: int) -> list[tuple[object, ...]]:
    wanted = _COLUMNS.get(table, "*")
    sql = f"SELECT {wanted} FROM {table} WHERE rowid > ? ORDER BY rowid"  # noqa: S608 (ours)
    return connection.execute(sql, (after,)).fetchall()


def _insert(
    bare: sqlite3.Connection, templates: list[tuple[str, list[list[object]]]], number: int
) -> None:
    """Insert the rows anew in one transaction; ids and numbers are made unlike by `number`."""
    bare.execute("BEGIN IMMEDIATE")
    for table, made in templates:
        for row in made:
            fresh = [_fresh(value, number) for value in row]
            places = ",".join("?" * len(fresh))
            columns = f"({_COLUMNS[table]})" if table in _COLUMNS else ""
            bare.execute(f"INSERT INTO {table}{columns} VALUES ({places})", fresh)  # noqa: S608 (our own names)
    bare.execute("COMMIT")


_ID_LENGTH = 36
_ROW_NUMBERS = 2**38


def _fresh(value: object, number: int) -> object:
    if isinstance(value, str) and len(value) == _ID_LENGTH and value[14] == "7":
        return f"{value[:-6]}{number:06d}"
    if type(value) is int and (0 < value < _SIZE or value > _ROW_NUMBERS):
        return value + number
    return value


def _copy(content: bytes, vault: Path) -> None:
    """Write a file as durably as it must be: hash, temporary name, fsync, rename, fsync folder."""
    digest = hashlib.sha256(content).hexdigest()
    unfinished = vault / "unfinished"
    with unfinished.open("wb", buffering=0) as stream:
        stream.write(content)
        os.fsync(stream.fileno())
    folder = vault / digest[:2]
    folder.mkdir(exist_ok=True)
    unfinished.rename(folder / digest)
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
