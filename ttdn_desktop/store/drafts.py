"""Drafts: what was typed and not yet recorded. Not journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.tables import drafts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.engine import Store


@immutable
class Draft:
    """What was typed under a key; `saved_at` is UTC milliseconds."""

    key: str
    content: Any
    saved_at: int


def save(store: Store, key: str, content: object) -> None:
    """Keep a draft, in place of the one kept before; `content` is any JSON value."""
    with store.write() as connection:
        _remove(connection, key)
        row = {"key": key, "content": content, "saved_at": store.clock.now_ms()}
        connection.execute(insert(drafts), row)


def load(connection: Connection, key: str) -> Any:  # noqa: ANN401  (a JSON value)
    """Return a draft's content, or None."""
    return connection.scalar(select(drafts.c.content).where(drafts.c.key == key))


def all_drafts(connection: Connection) -> tuple[Draft, ...]:
    """Return all drafts, the newest first."""
    newest = select(drafts).order_by(drafts.c.saved_at.desc(), drafts.c.key)
    return tuple(Draft(row.key, row.content, row.saved_at) for row in connection.execute(newest))


def drop(store: Store, key: str) -> None:
    """Remove a draft that becomes nothing; one that is not there is no error."""
    with store.write() as connection:
        _remove(connection, key)


def discard(tx: Tx, key: str) -> None:
    """Remove a draft in the transaction that records what it became."""
    _remove(tx.connection, key)


def _remove(connection: Connection, key: str) -> None:
    connection.execute(delete(drafts).where(drafts.c.key == key))


def count(connection: Connection, beginning: str) -> int:
    """Return how many drafts are kept whose keys begin so."""
    wanted = select(func.count()).where(drafts.c.key.startswith(beginning, autoescape=True))
    return connection.execute(wanted).scalar_one()
