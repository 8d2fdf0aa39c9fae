"""Taking back the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import changes

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def take_back(office: Office) -> str:
    """Undo the last change that can be undone; return its label.

    Raises KnownError `nothing_to_undo`, or `undo_blocked` where a row has moved on.
    """
    undone = changes.undo(office.store, office.actor())
    if undone is None:
        raise KnownError("nothing_to_undo")
    return undone.label


def next_undo(office: Office) -> str | None:
    """Return the label of the change that `take_back` would undo; None where there is none."""
    with office.store.read() as connection:
        found = changes.next_undo(connection)
    return None if found is None else found.label
