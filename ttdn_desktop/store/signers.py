"""Who may sign a unit's reports, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.signing import Signer, SignForm
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.days import to_day, to_text
from ttdn_desktop.store.reading import read
from ttdn_desktop.store.tables import signers

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.reading import Found


@immutable
class KnownSigner:
    """A signer on record: its id, and who it is."""

    id: str
    signer: Signer


def add(tx: Tx, unit_id: str, signer: Signer) -> KnownSigner:
    """Add a signer of a unit."""
    new = KnownSigner(tx.new_id(), signer)
    tx.insert(signers, {"id": new.id, "unit_id": unit_id, **_row(signer)})
    return new


def put(tx: Tx, signer_id: str, signer: Signer) -> None:
    """Write a signer who is there already."""
    tx.update(signers, signer_id, _row(signer))


def remove(tx: Tx, signer_id: str) -> None:
    """Remove a signer; what they have signed names them by itself."""
    tx.delete(signers, signer_id)


def all_signers(connection: Connection) -> tuple[tuple[str, KnownSigner], ...]:
    """Return all signers, past ones too, each behind the id of its unit, in order of recording."""
    found = read(connection, signers, "id")
    return tuple((row.unit_id, KnownSigner(row.id, _signer(row))) for row in found)


def _signer(row: Found) -> Signer:
    return Signer(
        name=row.name,
        title=row.title,
        form=SignForm(row.form),
        since=to_day(row.since),
        until=to_day(row.until),
    )


def _row(signer: Signer) -> dict[str, Any]:
    return {
        "name": signer.name,
        "title": signer.title,
        "form": signer.form,
        "since": to_text(signer.since),
        "until": to_text(signer.until),
    }
