"""Reporting rounds, with what the letter asks of each (`round_terms`)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import ANY_DAYS, YEARLY, Round, RoundKind
from ttdn_desktop.store import round_terms
from ttdn_desktop.store.reading import one, read
from ttdn_desktop.store.tables import (
    editions,
    progress,
    report_edits,
    report_pictures,
    round_extras,
    rounds,
    submissions,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.domain.round import Terms
    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found

_PARTS = (round_extras, report_pictures)
"""What is chosen for a round and goes with it."""
_RECORDS = (progress, submissions, editions, report_edits)
"""What is recorded of a round and keeps it."""


def ensure(tx: Tx, wanted: Round) -> Round:
    """Return the round as it is recorded, after adding it where it was not.

    What was recorded stands: a cut-off the officer has set is not put back to the default.
    """
    known = by_id(tx.connection, wanted.id)
    if known is not None:
        return known
    tx.insert(rounds, {"id": wanted.id, **_row(wanted)})
    if wanted.terms not in (ANY_DAYS, YEARLY):
        round_terms.put(tx, wanted.id, wanted.terms)
    return wanted


def put(tx: Tx, wanted: Round) -> None:
    """Write a round as it is given, in the place of what was recorded of it."""
    if by_id(tx.connection, wanted.id) is None:
        tx.insert(rounds, {"id": wanted.id, **_row(wanted)})
    else:
        tx.update(rounds, wanted.id, _row(wanted))
    round_terms.put(tx, wanted.id, wanted.terms)


def remove(tx: Tx, round_id: str) -> None:
    """Delete a round that nothing is recorded of, with what was chosen for it."""
    for table in _PARTS:
        own = select(*table.primary_key).where(table.c.round_id == round_id)
        for key in list(tx.connection.execute(own)):
            tx.delete(table, tuple(key))
    round_terms.forget(tx, round_id)
    tx.delete(rounds, round_id)


def is_used(connection: Connection, round_id: str) -> bool:
    """Tell whether states, bản trình, editions or edits are recorded of a round."""
    return any(
        connection.scalar(select(func.count()).where(table.c.round_id == round_id))
        for table in _RECORDS
    )


def is_set(connection: Connection, round_id: str) -> bool:
    """Tell whether an officer has set a round, and did not just report or state something in it."""
    return round_terms.of_round(connection, round_id) is not None


def by_id(connection: Connection, round_id: str) -> Round | None:
    """Return one round, or None."""
    row = one(connection, rounds, id=round_id)
    return None if row is None else _round(row, round_terms.of_round(connection, round_id))


def all_rounds(connection: Connection) -> tuple[Round, ...]:
    """Return all rounds that are recorded, by their days."""
    terms = round_terms.by_round(connection)
    found = read(connection, rounds, "first", "last", "id")
    return tuple(_round(row, terms.get(row.id)) for row in found)


def _row(given: Round) -> dict[str, Any]:
    return {
        "kind": given.kind,
        "year": given.year,
        "first": given.period.first,
        "last": given.period.last,
        "cutoff": given.cutoff,
        "sending_day": given.sending_day,
    }


def _round(row: Found, terms: Terms | None) -> Round:
    kind = RoundKind(row.kind)
    return Round(
        id=row.id,
        kind=kind,
        year=row.year,
        period=Span(date.fromisoformat(row.first), date.fromisoformat(row.last)),
        cutoff=date.fromisoformat(row.cutoff),
        sending_day=date.fromisoformat(row.sending_day),
        terms=terms or (YEARLY if kind is RoundKind.ANNUAL else ANY_DAYS),
    )
