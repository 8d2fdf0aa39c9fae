"""Facts about the database itself: who writes it, how its index was folded. Not journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from ttdn_desktop.store.reading import values
from ttdn_desktop.store.tables import meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

WRITER = "writer"
"""The installation: the author of its one chain of changes."""


def get(connection: Connection, key: str) -> str | None:
    """Return a fact, or None where it was never written."""
    return next(values(connection, meta.c.value, key=key), None)


def put(connection: Connection, key: str, value: str) -> None:
    """Write a fact, in place of what was there."""
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta), {"key": key, "value": value})
