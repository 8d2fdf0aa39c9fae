"""Plain reads of small tables, put into words without Core.

Core takes ten times longer to put such a read into words than SQLite to do it. Names are those of
the tables, and none comes from outside; values are always bound. Nothing equals None here, as NULL
equals nothing in SQL.
"""

from __future__ import annotations

import json
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean

from ttdn_desktop.store.database import driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Cursor

    from sqlalchemy import Column, Connection, Table

    Value = str | int
    Meaning = Callable[[Any], object]


class Found(SimpleNamespace):
    """A row that was read: its columns by name, truth values and JSON as Python has them."""


def read(connection: Connection, table: Table, /, *order: str, **equal: Value) -> Sequence[Found]:
    """Return the rows whose columns equal what is given, by the columns of `order`.

    Raises KeyError for a column that the table has not.
    """
    return list(_rows(connection, table, order, equal))


def one(connection: Connection, table: Table, /, **equal: Value) -> Found | None:
    """Return a row whose columns equal what is given, or None."""
    return next(_rows(connection, table, (), equal), None)


def values(connection: Connection, column: Column[Any], /, **equal: Value) -> Iterator[Any]:
    """Yield a column of the rows that equal what is given; text and numbers only."""
    found = _run(connection, column.table, _quoted(column.table, column.name), (), equal)
    return (value for (value,) in found)


def greatest(connection: Connection, column: Column[Any], /, **equal: Value) -> Any:  # noqa: ANN401 (the column's)
    """Return the greatest value of a column, None where there is no row."""
    what = f"max({_quoted(column.table, column.name)})"
    return _run(connection, column.table, what, (), equal).fetchone()[0]


def _rows(
    connection: Connection, table: Table, order: tuple[str, ...], equal: dict[str, Value]
) -> Iterator[Found]:
    names, meanings = _all_columns(table)
    for row in _run(connection, table, ", ".join(names.values()), order, equal):
        found = dict(zip(names, row, strict=True))
        for name, meaning in meanings:
            if found[name] is not None:
                found[name] = meaning(found[name])
        yield Found(**found)


def _run(
    connection: Connection,
    table: Table,
    what: str,
    order: tuple[str, ...],
    equal: dict[str, Value],
) -> Cursor:
    parts = ["SELECT", what, "FROM", _plain(table.name)]
    if equal:
        parts += ["WHERE", " AND ".join(f"{_quoted(table, name)} = ?" for name in equal)]
    if order:
        parts += ["ORDER BY", ", ".join(_quoted(table, name) for name in order)]
    return driver(connection).execute(" ".join(parts), tuple(equal.values()))


@cache
def _all_columns(table: Table) -> tuple[dict[str, str], tuple[tuple[str, Meaning], ...]]:
    """Return how all columns are quoted, and which of them SQLite has no type for."""
    meanings: dict[str, Meaning] = {}
    for column in table.columns:
        if isinstance(column.type, Boolean):
            meanings[column.name] = bool
        elif isinstance(column.type, JSON):
            meanings[column.name] = _of_json
    return {each.name: _plain(each.name) for each in table.columns}, tuple(meanings.items())


def _of_json(value: str | float) -> object:
    """Return what a JSON column holds: SQLite keeps a mere number as a number."""
    return json.loads(value) if isinstance(value, str) else value


def _quoted(table: Table, name: str) -> str:
    """Return a column's name; SQLite takes one that is not there for a text, without a word."""
    return _plain(table.columns[name].name)


def _plain(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
