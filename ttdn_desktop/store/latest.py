"""The last instant that a database speaks of, by entries and by ids: none should come before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import recorded_at
from ttdn_desktop.store.journal_head import head_of
from ttdn_desktop.store.reading import greatest
from ttdn_desktop.store.tables import activities, evidence

if TYPE_CHECKING:
    from sqlalchemy import Connection


def latest_instant(connection: Connection) -> int:
    """Return the last instant in UTC milliseconds, 0 where nothing is recorded."""
    newest = (greatest(connection, each.c.id) for each in (activities, evidence))
    return max(head_of(connection).at, *(recorded_at(each or "") or 0 for each in newest))
