"""Settings: a JSON value by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.store.tables import settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, key: str, value: object) -> None:
    """Write a setting: text, whole numbers, truth values, lists and mappings of them."""
    known = select(settings.c.key).where(settings.c.key == key)
    if tx.connection.scalar(known) is None:
        tx.insert(settings, {"key": key, "value": value})
    else:
        tx.update(settings, key, {"value": value})


def get(connection: Connection, key: str, default: object = None) -> Any:  # noqa: ANN401  (JSON)
    """Return a setting, or `default` where it was never written."""
    row = connection.execute(select(settings.c.value).where(settings.c.key == key)).first()
    return default if row is None else row.value


def all_settings(connection: Connection) -> dict[str, Any]:
    """Return all settings."""
    found = connection.execute(select(settings).order_by(settings.c.key))
    return {row.key: row.value for row in found}
