"""Settings: a JSON value by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.store.reading import one, read
from ttdn_desktop.store.tables import settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, key: str, value: object) -> None:
    """Write a setting: text, whole numbers, truth values, lists and mappings of them."""
    if one(tx.connection, settings, key=key) is None:
        tx.insert(settings, {"key": key, "value": value})
    else:
        tx.update(settings, key, {"value": value})


def get(connection: Connection, key: str, default: object = None) -> Any:  # noqa: ANN401  (JSON)
    """Return a setting, or `default` where it was never written."""
    row = one(connection, settings, key=key)
    return default if row is None else row.value


def all_settings(connection: Connection) -> dict[str, Any]:
    """Return all settings."""
    return {row.key: row.value for row in read(connection, settings, "key")}
