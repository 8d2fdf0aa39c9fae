"""Connections to the database: what is switched on for each, and how its transactions begin."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import QueuePool, create_engine, event

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 5
_STATEMENT_CACHE = 500
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", f"busy_timeout = {BUSY_SECONDS * 1000}")


def connect(database: Path, *, query: str = "") -> Engine:
    """Return an engine on a database file; `query` is SQLite's own, as "mode=ro".

    Foreign keys, full synchronisation and the busy timeout are set on each connection.
    Transactions begin with BEGIN, those of `writing(engine)` with BEGIN IMMEDIATE.
    """
    location = f"{database.absolute().as_uri()}?{query}"

    def raw_connection() -> sqlite3.Connection:
        return sqlite3.connect(
            location,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENT_CACHE,
        )

    # Handed over ready-made: SQLAlchemy's own address of a file cannot hold every folder's name.
    engine = create_engine(
        "sqlite://", creator=raw_connection, poolclass=QueuePool, json_serializer=_json
    )
    event.listen(engine, "connect", _switch_on)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine whose transactions take the write lock at once."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def use_log(connection: Connection) -> None:
    """Turn on the write-ahead log, which the file remembers; outside any transaction."""
    raw = connection.connection.dbapi_connection
    if raw is not None:
        raw.rollback()
        raw.cursor().execute("PRAGMA journal_mode = WAL").fetchone()


def _switch_on(raw: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
