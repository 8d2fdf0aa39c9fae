"""Leafing through the activities recorded: the table of the page "Hoạt động"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.browsing import ActivityRow, Browse, Figure, Order
from ttdn_desktop.store import activity_lines, browsing

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

__all__ = ["ActivityRow", "Browse", "Figure", "Order", "count", "page", "place_of"]


def page(office: Office, browse: Browse, offset: int, limit: int) -> tuple[ActivityRow, ...]:
    """Return so many rows after the first `offset` ones; drafts and the bin are left out.

    The number of reads does not depend on that of the rows.
    """
    around = office.surroundings()
    codes = around.codes
    with office.store.read() as connection:
        ids = browsing.page(connection, browse, offset, limit)
        return activity_lines.rows(connection, ids, codes, around.catalogue)


def count(office: Office, browse: Browse) -> int:
    """Return how many rows there are in all."""
    with office.store.read() as connection:
        return browsing.count(connection, browse)


def place_of(office: Office, browse: Browse, activity_id: str) -> int | None:
    """Return the number of an activity's row, from 0; None where it is not among them."""
    with office.store.read() as connection:
        return browsing.place_of(connection, browse, activity_id)
