"""What an officer calls a record: "A12 Đón đoàn", for a row of any journalled table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.text import shortened
from ttdn_desktop.store import rows
from ttdn_desktop.store.database import LISTED, json_text
from ttdn_desktop.store.tables import (
    activities,
    directions,
    duties,
    evidence,
    metadata,
    plans,
    tasks,
    units,
)
from ttdn_desktop.store.tables_report import report_edits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

_REFERRED = {
    "activity_id": activities,
    "evidence_id": evidence,
    "item_id": tasks,
    "task_id": tasks,
    "plan_id": plans,
    "unit_id": units,
}
"""The record that a part belongs to, by the column that says so; the first there is counts."""
_SHOWN = ("code", "title", "name", "key")
_NAMED = ("code", "title", "name")
_ITEMS = (tasks, directions, duties)
_WORDING_SHOWN = 60


def name_of(connection: Connection, table_name: str, row: Mapping[str, Any]) -> str:
    """Return the code and the title of the record that a row is, or is a part of.

    Without either, the name of the table: nothing else is known of it.
    """
    if own := _own_name(row):
        return own
    if table_name == report_edits.name:
        return shortened(" ".join(str(row["text"]).split()), _WORDING_SHOWN) or str(row["block"])
    keys = ((table.name, row.get(column)) for column, table in _REFERRED.items())
    referred = (_referred_name(connection, name, str(key)) for name, key in keys if key is not None)
    return next(filter(None, referred), table_name)


def name_of_id(connection: Connection, table_name: str, row_id: str) -> str:
    """Return the name of a row that is there, by its key as the journal writes it, else its id."""
    table = metadata.tables[table_name]
    keys = tuple(column.name for column in table.primary_key)
    values = row_id.split("/")
    if len(values) != len(keys):
        return row_id
    found = rows.fetch(connection, table, tuple(values))
    named = dict(zip(keys, values, strict=True))
    return name_of(connection, table_name, named if found is None else found)


def names_of(connection: Connection, table_name: str, ids: Sequence[str]) -> dict[str, str]:
    """Return the names of rows of one table by their ids; of a round its year."""
    if not ids:
        return {}
    table = metadata.tables[table_name]
    columns = [table.c[name] for name in (*_NAMED, "year") if name in table.c][:2]
    asked = select(table.c.id, *columns).where(table.c.id.in_(LISTED))
    return {
        row[0]: " ".join(str(part) for part in row[1:] if part)
        for row in connection.execute(asked, {"ids": json_text(ids)})
    }


def _own_name(row: Mapping[str, Any]) -> str:
    if "activity_id" in row or "item_id" in row:
        return ""
    parts = [row[name] for name in _SHOWN if isinstance(row.get(name), str)]
    return " ".join(part for part in parts if part)


def _referred_name(connection: Connection, table_name: str, key: str) -> str:
    for table in _ITEMS if table_name == tasks.name else (metadata.tables[table_name],):
        columns = [table.c[name] for name in _NAMED if name in table.c]
        if not columns:
            continue
        found = connection.execute(select(*columns).where(table.c.id == key).limit(1)).first()
        if found is not None:
            return " ".join(part for part in found if part)
    return ""
