"""What the officer says an item stands at, in one round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.domain.progress import Progress, TaskState
from ttdn_desktop.store.reading import read, values
from ttdn_desktop.store.tables import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, stated: Progress) -> None:
    """Write what one item stands at; one statement for each unit, item and round.

    A statement that is there already keeps its id.
    """
    columns = progress.c
    same = select(columns.id).where(
        columns.round_id == stated.round_id,
        columns.unit_id == stated.unit_id,
        columns.item_id == stated.item_id,
    )
    known = tx.connection.scalar(same)
    said = {"state": stated.state, "reason": stated.reason}
    if known is not None:
        tx.update(progress, known, said)
        return
    place = {
        "unit_id": stated.unit_id,
        "item_id": stated.item_id,
        "round_id": stated.round_id,
    }
    tx.insert(progress, {"id": stated.id, **place, **said})


def clear(tx: Tx, unit_id: str, item_id: str, round_id: str) -> None:
    """Take back what a unit said of an item in a round; what was never said is no error."""
    columns = progress.c
    said = select(columns.id).where(
        columns.round_id == round_id, columns.unit_id == unit_id, columns.item_id == item_id
    )
    known = tx.connection.scalar(said)
    if known is not None:
        tx.delete(progress, known)


def of_round(connection: Connection, unit_id: str, round_id: str) -> tuple[Progress, ...]:
    """Return all that a unit has stated for a round."""
    stated = read(connection, progress, "id", round_id=round_id, unit_id=unit_id)
    return tuple(
        Progress(row.id, row.unit_id, row.item_id, row.round_id, TaskState(row.state), row.reason)
        for row in stated
    )


def apart(connection: Connection, unit_id: str, round_ids: Sequence[str]) -> frozenset[str]:
    """Return the items that a unit has reported apart in any of some rounds."""
    own = {"unit_id": unit_id, "round_id": round_ids, "state": TaskState.SEPARATE}
    return frozenset(values(connection, progress.c.item_id, **own))
