"""Rows as the tables hold them: every column, text in NFC, days in ISO, nothing inexact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import JSON, and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.store.database import driver, json_text

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Delete, Select, Table, Update

KeyPart = str | int
Key = KeyPart | tuple[KeyPart, ...]
"""A primary key: its value, or its values in the table's order."""

_KEY = "key_"
_LISTS = frozenset({list, tuple})


def names(table: Table) -> tuple[str, ...]:
    """Return the names of a table's columns in their order."""
    return tuple(_columns(table))


def whole(table: Table, given: Mapping[str, object]) -> dict[str, Any]:
    """Return a row with all columns of its table, NULL where nothing is given.

    Raises KeyError for a column that the table has not.
    """
    columns = _columns(table)
    row: dict[str, Any] = dict.fromkeys(columns)
    for name, value in given.items():
        row[name] = _plain(value) if columns[name] else value
    return row


def clean(table: Table, given: Mapping[str, object]) -> dict[str, Any]:
    """Return values as the tables hold them; file names as they came keep their form."""
    columns = _columns(table)
    return {name: _plain(value) if columns[name] else value for name, value in given.items()}


def _plain(value: object) -> object:
    if value is None or type(value) is int:
        return value
    if isinstance(value, str):
        return value if type(value) is str and value.isascii() else nfc(str(value))
    if isinstance(value, date):
        return value.isoformat()
    if type(value) in _LISTS or isinstance(value, Sequence):
        return [_plain(part) for part in cast("Sequence[object]", value)]
    if isinstance(value, Mapping):
        return {nfc(key): _plain(part) for key, part in value.items()}
    return value


@cache
def _columns(table: Table) -> dict[str, bool]:
    return {str(column.name): not column.info.get("as_it_came") for column in table.columns}


@cache
def _key_columns(table: Table) -> tuple[str, ...]:
    return tuple(str(column.name) for column in table.primary_key)


def key_of(table: Table, row: Mapping[str, Any]) -> Key:
    """Return the primary key of a row."""
    return tuple(row[name] for name in _key_columns(table))


def row_id(table: Table, row: Mapping[str, Any]) -> str:
    """Return the key as the journal writes it, the values of composite keys joined by "/"."""
    return "/".join([str(row[name]) for name in _key_columns(table)])


def fetch(connection: Connection, table: Table, key: Key) -> dict[str, Any] | None:
    """Return a row by its key with all its columns, or None."""
    found = connection.execute(_by_key(table), _key_parameters(table, key)).first()
    return None if found is None else dict(zip(_columns(table), found, strict=True))


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert whole rows."""
    lists = _lists(table)
    values = [
        tuple([json_text(row[name]) if name in lists else row[name] for name in _columns(table)])
        for row in rows
    ]
    driver(connection).executemany(_adding(table), values)


def change(connection: Connection, table: Table, key: Key, values: Mapping[str, Any]) -> None:
    """Write some columns of one row."""
    connection.execute(_changing(table), {**_key_parameters(table, key), **values})


def remove(connection: Connection, table: Table, key: Key) -> None:
    """Delete one row."""
    connection.execute(_removing(table), _key_parameters(table, key))


def _key_parameters(table: Table, key: Key) -> dict[str, KeyPart]:
    values = key if isinstance(key, tuple) else (key,)
    return {f"{_KEY}{name}": value for name, value in zip(_key_columns(table), values, strict=True)}


@cache
def _adding(table: Table) -> str:
    return str(insert(table).compile(dialect=sqlite.dialect(paramstyle="qmark")))


@cache
def _lists(table: Table) -> frozenset[str]:
    return frozenset(str(column.name) for column in table.columns if isinstance(column.type, JSON))


@cache
def _by_key(table: Table) -> Select[Any]:
    return select(table).where(_matches(table))


@cache
def _changing(table: Table) -> Update:
    return update(table).where(_matches(table))


@cache
def _removing(table: Table) -> Delete:
    return delete(table).where(_matches(table))


def _matches(table: Table) -> ColumnElement[bool]:
    parts = (
        column == bindparam(f"{_KEY}{column.name}", type_=column.type)
        for column in table.primary_key
    )
    return and_(*parts)
