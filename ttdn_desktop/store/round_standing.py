"""How far each round's report has come: bản trình, bản phát hành, and when the last was made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.tables import editions, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


@immutable
class RoundStanding:
    """How many bản trình and editions a round has; `last_at` is UTC milliseconds, or None."""

    submissions: int = 0
    editions: int = 0
    last_at: int | None = None


NOTHING = RoundStanding()


def by_round(connection: Connection) -> Mapping[str, RoundStanding]:
    """Return the standing of each round that has any."""
    found: dict[str, RoundStanding] = {}
    for table in (submissions, editions):
        counted = select(table.c.round_id, func.count(), func.max(table.c.at))
        for round_id, number, last in connection.execute(counted.group_by(table.c.round_id)):
            before = found.get(round_id, NOTHING)
            at = max(last, before.last_at or last)
            found[round_id] = replace(before, **{table.name: number}, last_at=at)
    return found
