"""Plain reads of one table, put into words without Core.

Core takes ten times longer to put such a read into words than SQLite to do it. Wanted are rows
whose columns equal what is given, are NULL where None is given, or are among a collection. Names
are those of the tables, none comes from outside: KeyError for one that the table has not. Values
are always bound.
"""

from __future__ import annotations

import json
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean

from ttdn_desktop.store.database import driver, json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from sqlite3 import Cursor

    from sqlalchemy import Column, Connection, Table

    Value = str | int | None | Collection[str]
    Meaning = Callable[[Any], object]


class Found(SimpleNamespace):
    """A row that was read: its columns by name, truth values and JSON as Python has them."""


def read(connection: Connection, table: Table, /, *order: str, **wanted: Value) -> Sequence[Found]:
    """Return the wanted rows by the columns of `order`."""
    return list(_rows(connection, table, order, wanted))


def one(connection: Connection, table: Table, /, **wanted: Value) -> Found | None:
    """Return a wanted row, or None."""
    return next(_rows(connection, table, (), wanted), None)


def cells(
    connection: Connection, columns: Sequence[Column[Any]], /, *order: str, **wanted: Value
) -> Cursor:
    """Return some columns of the wanted rows, as the driver gives them: 0 and 1, JSON as text."""
    table = columns[0].table
    what = ", ".join([_quoted(table, column.name) for column in columns])
    return _run(connection, table, what, order, wanted)


def values(connection: Connection, column: Column[Any], /, **wanted: Value) -> Iterator[Any]:
    """Yield one column of the wanted rows, as `cells` does."""
    return (value for (value,) in cells(connection, (column,), **wanted))


def greatest(connection: Connection, column: Column[Any], /, **wanted: Value) -> Any:  # noqa: ANN401 (the column's)
    """Return the greatest value of a column, None where there is no row."""
    what = f"max({_quoted(column.table, column.name)})"
    return _run(connection, column.table, what, (), wanted).fetchone()[0]


def _rows(
    connection: Connection, table: Table, order: tuple[str, ...], wanted: dict[str, Value]
) -> Iterator[Found]:
    names, meanings = _all_columns(table)
    for row in _run(connection, table, ", ".join(names.values()), order, wanted):
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
    wanted: dict[str, Value],
) -> Cursor:
    parts = ["SELECT", what, "FROM", _plain(table.name)]
    if wanted:
        parts += ["WHERE", " AND ".join(_condition(table, *each) for each in wanted.items())]
    if order:
        parts += ["ORDER BY", ", ".join(_quoted(table, name) for name in order)]
    bound = [_bound(value) for value in wanted.values() if value is not None]
    return driver(connection).execute(" ".join(parts), bound)


def _condition(table: Table, name: str, value: Value) -> str:
    if value is None:
        return f"{_quoted(table, name)} IS NULL"
    if isinstance(value, str | int):
        return f"{_quoted(table, name)} = ?"
    return f"{_quoted(table, name)} IN (SELECT value FROM json_each(?))"  # noqa: S608 (a name of ours)


def _bound(value: str | int | Collection[str]) -> str | int:
    return value if isinstance(value, str | int) else json_text(tuple(value))


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
