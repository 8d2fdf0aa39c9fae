"""Reporting rounds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import Round, RoundKind
from ttdn_desktop.store.tables import rounds

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.changes import Tx


def ensure(tx: Tx, wanted: Round) -> Round:
    """Return the round as it is recorded, after adding it where it was not.

    What was recorded stands: a cut-off the officer has set is not put back to the default.
    """
    known = by_id(tx.connection, wanted.id)
    if known is not None:
        return known
    tx.insert(
        rounds,
        {
            "id": wanted.id,
            "kind": wanted.kind,
            "year": wanted.year,
            "first": wanted.period.first,
            "last": wanted.period.last,
            "cutoff": wanted.cutoff,
            "sending_day": wanted.sending_day,
        },
    )
    return wanted


def by_id(connection: Connection, round_id: str) -> Round | None:
    """Return one round, or None."""
    row = connection.execute(select(rounds).where(rounds.c.id == round_id)).first()
    return None if row is None else _round(row)


def _round(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        kind=RoundKind(row.kind),
        year=row.year,
        period=Span(date.fromisoformat(row.first), date.fromisoformat(row.last)),
        cutoff=date.fromisoformat(row.cutoff),
        sending_day=date.fromisoformat(row.sending_day),
    )
