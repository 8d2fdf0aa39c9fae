"""What is known of cited documents: still in force, replaced, or ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.validity import Standing, Validity
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import one, read
from ttdn_desktop.store.tables import document_validities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.domain.validity import Key
    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


def put(tx: Tx, validity: Validity) -> None:
    """Write what is known of a document, in the place of what was."""
    if one(tx.connection, document_validities, id=validity.id) is None:
        tx.insert(document_validities, _row(validity))
    else:
        tx.update(document_validities, validity.id, _row(validity))


def forget(tx: Tx, validity: Validity) -> None:
    """Know nothing of a document any more."""
    tx.delete(document_validities, validity.id)


def all_validities(connection: Connection) -> Mapping[Key, Validity]:
    """Return what is known, by document."""
    known = map(_validity, read(connection, document_validities, "id"))
    return {each.key: each for each in known}


def _validity(row: Found) -> Validity:
    return Validity(
        (row.number, row.issued_on or ""),
        row.written,
        Standing(row.standing),
        row.replaced_by,
        to_day(row.since),
    )


def _row(validity: Validity) -> dict[str, Any]:
    number, issued_on = validity.key
    return {
        "id": validity.id,
        "number": number,
        "issued_on": issued_on or None,
        "written": validity.written,
        "standing": validity.standing,
        "replaced_by": validity.replaced_by,
        "since": to_text(validity.since),
    }
