"""What the letter asks of a round, beside its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.round import Regime, Terms
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.tables import round_terms

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.changes import Tx

COLUMNS = tuple(column for column in round_terms.c if column.name != "round_id")


def put(tx: Tx, round_id: str, terms: Terms) -> None:
    """Write the terms of a round, in the place of what was."""
    if _is_known(tx.connection, round_id):
        tx.update(round_terms, round_id, _row(terms))
    else:
        tx.insert(round_terms, {"round_id": round_id, **_row(terms)})


def forget(tx: Tx, round_id: str) -> None:
    """Delete the terms of a round; that it has none is no error."""
    if _is_known(tx.connection, round_id):
        tx.delete(round_terms, round_id)


def of_row(row: Row[Any]) -> Terms | None:
    """Return the terms of a row that has their `COLUMNS`; None where they are NULL."""
    if row.regime is None:
        return None
    return Terms(
        regime=Regime(row.regime),
        name=row.name,
        letter=row.letter,
        internal_day=to_day(row.internal_day),
        addressee=row.addressee,
        item_ids=tuple(row.item_ids),
        estimate=bool(row.estimate),
    )


def _is_known(connection: Connection, round_id: str) -> bool:
    own = select(round_terms.c.round_id).where(round_terms.c.round_id == round_id)
    return connection.scalar(own) is not None


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
