"""Officers in charge, by unit (task 3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.officer import Mode, Officer
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import read
from ttdn_desktop.store.tables import officers

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def add(tx: Tx, officer: Officer) -> None:
    """Add an officer."""
    tx.insert(officers, _row(officer))


def put(tx: Tx, officer: Officer) -> None:
    """Write an officer who is there already."""
    tx.update(officers, officer.id, _row(officer))


def of_unit(connection: Connection, unit_id: str) -> tuple[Officer, ...]:
    """Return a unit's officers, past ones too, in the order they were recorded."""
    return tuple(
        Officer(
            id=row.id,
            unit_id=row.unit_id,
            name=row.name,
            title=row.title,
            decision=row.decision,
            mode=Mode(row.mode),
            phone=row.phone,
            email=row.email,
            since=to_day(row.since),
            until=to_day(row.until),
            alternate=row.alternate,
        )
        for row in read(connection, officers, "id", unit_id=unit_id)
    )


def _row(officer: Officer) -> dict[str, Any]:
    return {
        "id": officer.id,
        "unit_id": officer.unit_id,
        "name": officer.name,
        "title": officer.title,
        "decision": officer.decision,
        "mode": officer.mode,
        "phone": officer.phone,
        "email": officer.email,
        "since": to_text(officer.since),
        "until": to_text(officer.until),
        "alternate": officer.alternate,
    }
