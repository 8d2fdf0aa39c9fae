"""Reorganisations: proposals to confirm, and those confirmed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.succession import Heir, Succession, SuccessionKind
from ttdn_desktop.store.reading import greatest, read
from ttdn_desktop.store.tables import succession_heirs, succession_origins, successions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


def add(tx: Tx, *new: Succession) -> None:
    """Add reorganisations after those already there; their bodies must be known."""
    last = greatest(tx.connection, successions.c.ordinal)
    first = 0 if last is None else int(last) + 1
    tx.insert_many(successions, (_row(one, first + n) for n, one in enumerate(new)))
    tx.insert_many(succession_origins, (row for one in new for row in _origin_rows(one)))
    tx.insert_many(succession_heirs, (row for one in new for row in _heir_rows(one)))


def confirm(tx: Tx, succession_id: str, *, confirmed: bool = True) -> None:
    """Make a proposal a fact, or a proposal again."""
    tx.update(successions, succession_id, {"confirmed": confirmed})


def put_heirs(tx: Tx, succession: Succession) -> None:
    """Write what each heir of a reorganisation takes; its heirs stay the same bodies."""
    for ordinal, row in enumerate(_heir_rows(succession)):
        tx.update(succession_heirs, (succession.id, ordinal), {"takes": row["takes"]})


def all_successions(connection: Connection) -> tuple[Succession, ...]:
    """Return all reorganisations in the order they were added."""
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for row in read(connection, succession_origins, "ordinal"):
        origins[row.succession_id].append(row.unit_id)
    heirs: defaultdict[str, list[Heir]] = defaultdict(list)
    for row in read(connection, succession_heirs, "ordinal"):
        heirs[row.succession_id].append(Heir(row.unit_id, tuple(row.takes)))
    found = read(connection, successions, "ordinal")
    return tuple(_succession(row, origins[row.id], heirs[row.id]) for row in found)


def _succession(row: Found, origins: Iterable[str], heirs: Iterable[Heir]) -> Succession:
    return Succession(
        id=row.id,
        code=row.code,
        kind=SuccessionKind(row.kind),
        on=date.fromisoformat(row.effective_on),
        basis=row.basis,
        from_ids=tuple(origins),
        heirs=tuple(heirs),
        certainty=row.certainty,
        note=row.note,
        confirmed=row.confirmed,
    )


def _row(succession: Succession, ordinal: int) -> dict[str, Any]:
    return {
        "id": succession.id,
        "ordinal": ordinal,
        "code": succession.code,
        "kind": succession.kind,
        "effective_on": succession.on,
        "basis": succession.basis,
        "certainty": succession.certainty,
        "note": succession.note,
        "confirmed": succession.confirmed,
    }


def _origin_rows(succession: Succession) -> list[dict[str, Any]]:
    return [
        {"succession_id": succession.id, "ordinal": ordinal, "unit_id": unit_id}
        for ordinal, unit_id in enumerate(succession.from_ids)
    ]


def _heir_rows(succession: Succession) -> list[dict[str, Any]]:
    return [
        {
            "succession_id": succession.id,
            "ordinal": ordinal,
            "unit_id": heir.unit_id,
            "takes": heir.takes,
        }
        for ordinal, heir in enumerate(succession.heirs)
    ]
