"""Bổ sung kỳ trước: activities of an earlier round that the officer has a later one tell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ttdn_desktop.store import activities
from ttdn_desktop.store.reading import read, values
from ttdn_desktop.store.tables import round_extras

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, round_id: str, activity_ids: Collection[str]) -> None:
    """Have a round tell these earlier activities, and no other earlier ones."""
    own = values(tx.connection, round_extras.c.activity_id, round_id=round_id)
    known, wanted = set(own), set(activity_ids)
    for one in sorted(known - wanted):
        tx.delete(round_extras, (round_id, one))
    for one in sorted(wanted - known):
        tx.insert(round_extras, {"round_id": round_id, "activity_id": one})


def by_round(connection: Connection) -> Mapping[str, frozenset[str]]:
    """Return the activities that rounds tell in addition, by round; the bin is left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    chosen = read(connection, round_extras)
    kept = frozenset(activities.in_order(connection, {row.activity_id for row in chosen}))
    for row in chosen:
        if row.activity_id in kept:
            found[row.round_id].add(row.activity_id)
    return {round_id: frozenset(ids) for round_id, ids in found.items()}
