"""Connections to the database: what is switched on for each, and how its transactions begin."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import URL, QueuePool, Text, bindparam, create_engine, event, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Select

BUSY_SECONDS = 5
_STATEMENT_CACHE = 500
LISTED = select(func.json_each(bindparam("ids", type_=Text)).table_valued("value").c.value)
"""The ids in the JSON list given as "ids", for `column.in_`: one statement for any number."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_ASKED_EVERY = 200_000
"""How many of its own instructions SQLite runs between two questions: some milliseconds."""
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
    address = URL.create("sqlite")
    engine = create_engine(
        address, creator=raw_connection, poolclass=QueuePool, json_serializer=json_text
    )
    event.listen(engine, "connect", _switch_on)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine whose transactions take the write lock at once."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def use_log(connection: Connection) -> None:
    """Turn on the write-ahead log, which the file remembers; outside any transaction."""
    connection.rollback()
    driver(connection).execute("PRAGMA journal_mode = WAL").fetchone()


def _switch_on(raw: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    driver(connection).execute(connection.get_execution_options().get("begin", "BEGIN"))


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection, within the same transaction.

    For the dozen statements of each recording: preparing them by Core takes longer than running
    them. Faults come as sqlite3.Error, which `faults` knows too.
    """
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


def run_prepared(
    connection: Connection, statement: Select[Any], **values: object
) -> sqlite3.Cursor:
    """Run a fixed read that is compiled once; its rows are as the driver gives them."""
    sql, fixed = _prepared(statement)
    return driver(connection).execute(sql, {**fixed, **values})


@cache
def _prepared(statement: Select[Any]) -> tuple[str, Mapping[str, Any]]:
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    return str(compiled), compiled.params


@contextmanager
def interruptible(connection: Connection, ask: Callable[[], None]) -> Iterator[None]:
    """Ask again and again, also within one long statement; what `ask` raises ends it."""
    raised: list[Exception] = []

    def asked() -> int:
        try:
            ask()
        except Exception as wish:  # noqa: BLE001 (SQLite would swallow it: raised anew below)
            raised.append(wish)
        return len(raised)

    driver(connection).set_progress_handler(asked, _ASKED_EVERY)
    try:
        yield
    except (DBAPIError, sqlite3.Error):
        if not raised:
            raise
    finally:
        driver(connection).set_progress_handler(None, _ASKED_EVERY)
    if raised:
        raise raised[0]


def json_text(value: object) -> str:
    """Return the text of a JSON column."""
    return _JSON.encode(value)
