"""What no constraint holds together: items of the plan and their register, and drafts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, exists, select

from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.store.tables import directions, drafts, duties, plan_items, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_TABLES = {ItemKind.TASK: tasks, ItemKind.DIRECTION: directions, ItemKind.DUTY: duties}


def lost_items(connection: Connection) -> tuple[str, ...]:
    """Return the ids that are registered as an item of the plan of a kind, and are none."""
    found: list[str] = []
    for kind, table in _TABLES.items():
        there = exists().where(table.c.id == plan_items.c.id)
        wanted = select(plan_items.c.id).where(plan_items.c.kind == kind, ~there)
        found += connection.scalars(wanted)
    return tuple(sorted(found))


def unreadable_drafts(connection: Connection) -> tuple[str, ...]:
    """Return the keys of drafts whose content is no JSON object: the window cannot open them."""
    return tuple(_unreadable(connection))


def _unreadable(connection: Connection) -> Iterator[str]:
    kept = select(drafts.c.key, cast(drafts.c.content, Text)).order_by(drafts.c.key)
    for key, content in connection.execute(kept):
        try:
            readable = isinstance(json.loads(content), dict)
        except (TypeError, ValueError):
            readable = False
        if not readable:
            yield key
