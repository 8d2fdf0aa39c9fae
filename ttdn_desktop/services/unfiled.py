"""How many pieces of evidence prove nothing yet: the window says it in several places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.store import evidence_shelf

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.engine import Store

_TABLES = ("activities", "activity_evidence", "evidence")


def unfiled(office: Office) -> int:
    """Return their number, counted anew when it may be another."""
    return office.kept(_count, _TABLES)


def _count(store: Store) -> int:
    with store.read() as connection:
        return evidence_shelf.count(connection, Shelf(unfiled=True))
