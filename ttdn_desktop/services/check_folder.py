"""The whole check of a data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.store import integrity

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.integrity import Health


def check(office: Office) -> Health:
    """Check database, evidence and journal; nothing is changed."""
    return integrity.check(office.store)
