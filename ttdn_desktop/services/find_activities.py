"""Finding activities by words, with or without accents, and by days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.store import activities

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office


def find(
    office: Office, search: str = "", first: date | None = None, last: date | None = None
) -> tuple[Activity, ...]:
    """Return activities that start within the days and match all words; drafts and bin left out.

    Found by words: exact accents first; else by day.
    """
    query = activities.ActivityQuery(search=search, first=first, last=last)
    with office.store.read() as connection:
        return activities.page(connection, query)
