"""The page "Tài liệu": how much lies on the shelf, where a piece lies, and all that one proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import evidence as proofs
from ttdn_desktop.store import evidence_shelf

if TYPE_CHECKING:
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.shelf import EvidenceRow, ProvenActivity
    from ttdn_desktop.services.office import Office


@immutable
class Shown:
    """What the list shows first: how many there are, and the first page.

    `unfiled` counts what proves no activity, in all; `place` is the number, from 0, of the piece
    asked for, None where it is not among them.
    """

    count: int
    unfiled: int
    first: tuple[EvidenceRow, ...]
    place: int | None


@immutable
class Piece:
    """One piece of evidence, and the activities it proves, the earliest first."""

    evidence: Evidence
    activities: tuple[ProvenActivity, ...]


def look(office: Office, shelf: Shelf, limit: int, wanted_id: str = "") -> Shown:
    """Return the first page of the evidence wanted, the last added first, and where one lies."""
    with office.store.read() as connection:
        return Shown(
            evidence_shelf.count(connection, shelf),
            evidence_shelf.count(connection, Shelf(unfiled=True)),
            evidence_shelf.page(connection, shelf, 0, limit),
            evidence_shelf.place_of(connection, shelf, wanted_id) if wanted_id else None,
        )


def piece(office: Office, evidence_id: str) -> Piece:
    """Return one piece of evidence and what it proves; raises KnownError `piece_gone`."""
    with office.store.read() as connection:
        return Piece(
            proofs.by_id(connection, evidence_id),
            evidence_shelf.proven_by(connection, evidence_id),
        )
