"""What the letter asks of a round, beside its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.round import Regime, Terms
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import one, read
from ttdn_desktop.store.tables import round_terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


def put(tx: Tx, round_id: str, terms: Terms) -> None:
    """Write the terms of a round, in the place of what was."""
    if of_round(tx.connection, round_id):
        tx.update(round_terms, round_id, _row(terms))
    else:
        tx.insert(round_terms, {"round_id": round_id, **_row(terms)})


def forget(tx: Tx, round_id: str) -> None:
    """Delete the terms of a round; that it has none is no error."""
    if of_round(tx.connection, round_id):
        tx.delete(round_terms, round_id)


def of_round(connection: Connection, round_id: str) -> Terms | None:
    """Return the terms of a round; None where none were set."""
    row = one(connection, round_terms, round_id=round_id)
    return None if row is None else _terms(row)


def by_round(connection: Connection) -> Mapping[str, Terms]:
    """Return all terms by the ids of their rounds."""
    return {row.round_id: _terms(row) for row in read(connection, round_terms)}


def _terms(row: Found) -> Terms:
    return Terms(
        regime=Regime(row.regime),
        name=row.name,
        letter=row.letter,
        internal_day=to_day(row.internal_day),
        addressee=row.addressee,
        item_ids=tuple(row.item_ids),
        estimate=row.estimate,
    )


def _row(terms: Terms) -> dict[str, Any]:
    return {
        "regime": terms.regime,
        "name": terms.name,
        "letter": terms.letter,
        "internal_day": to_text(terms.internal_day),
        "addressee": terms.addressee,
        "item_ids": list(terms.item_ids),
        "estimate": terms.estimate,
    }
