"""A copy of the database as it stood at one instant, and what such a copy says of itself.

The copy is made by SQLite's own backup within one read transaction: whoever goes on writing
neither disturbs it nor is in it. It is opened as a file nobody else writes, without log or lock.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import database, evidence, meta, submissions
from ttdn_desktop.store.faults import key_of
from ttdn_desktop.store.journal_head import Head, head_of
from ttdn_desktop.store.manifest import DamagedError
from ttdn_desktop.store.tables import activities

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    Step = Callable[[int, int], None]

_FINE = "ok"
_PAGES = 2500
"""Pages between two steps: ten megabytes, copied in less than a tenth of a second."""


@immutable
class Facts:
    """What a database says of itself; `vault` and `editions` are the SHA-256 it speaks of."""

    writer: str
    schema: int
    head: Head
    activities: int
    vault: frozenset[str]
    editions: frozenset[str]


def copy_database(connection: Connection, target: Path, step: Step) -> None:
    """Copy what a reading connection sees into a new file, in steps; `settle` puts it on disk.

    `step` hears of pages done and in all, and stops the copy by raising.
    """
    with closing(sqlite3.connect(_alone(target, "rwc"), uri=True, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA journal_mode = OFF")
        database.driver(connection).backup(
            raw, pages=_PAGES, progress=lambda _code, left, total: step(total - left, total)
        )


def settle(copy: Path) -> str:
    """Force a file to disk; return its SHA-256."""
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
        return hashlib.file_digest(stream, "sha256").hexdigest()


def counts_of(connection: Connection) -> tuple[int, int]:
    """Return how many activities and how many files of evidence a database speaks of."""
    count = connection.scalar(select(func.count()).select_from(activities)) or 0
    return count, len(evidence.all_digests(connection))


def writer_of(connection: Connection) -> str:
    """Return the installation that writes a database."""
    return meta.get(connection, meta.WRITER) or ""


def facts_of(copy: Path) -> Facts:
    """Check the pages of a copy and read what it says of itself; raises DamagedError.

    What the disk refuses, for it is gone, is no damage and passes unchanged.
    """
    engine = database.connect(copy, query="mode=ro&immutable=1")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA trusted_schema = OFF")
            if not is_sound(connection):
                raise DamagedError("database")
            return _facts(connection)
    except (DBAPIError, sqlite3.Error) as broken:
        if key_of(broken) not in {None, "database_damaged"}:
            raise
        raise DamagedError("database") from broken
    except ValueError as broken:
        raise DamagedError("database") from broken
    finally:
        engine.dispose()


def is_sound(connection: Connection) -> bool:
    """Tell whether the pages of a database hold together; raises as reading it does."""
    return connection.exec_driver_sql("PRAGMA quick_check(1)").scalars().all() == [_FINE]


def _facts(connection: Connection) -> Facts:
    strange = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.exec_driver_sql(strange).scalar_one():
        raise DamagedError("database")
    return Facts(
        writer=writer_of(connection),
        schema=int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()),
        head=head_of(connection),
        activities=connection.scalar(select(func.count()).select_from(activities)) or 0,
        vault=evidence.all_digests(connection),
        editions=submissions.all_digests(connection),
    )


def digest_of(copy: Path) -> str:
    """Return the SHA-256 of a file."""
    with copy.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _alone(place: Path, mode: str) -> str:
    """Return SQLite's address of a file that nobody else knows: it needs no lock."""
    return f"{place.absolute().as_uri()}?mode={mode}&nolock=1"
