"""Keeping what is typed and not yet recorded, so that a crash or a closed window loses nothing.

A draft is JSON of what was typed, as it was typed: half a date is kept as well. The use case that
records what it became discards it in its own transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.store import drafts
from ttdn_desktop.store.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.services.office import Office

__all__ = ["Draft", "all_drafts", "discard", "key_of", "load", "save"]

NEW = "new"
ACTIVITY = "activity:"
"""How the keys of the drafts of activities begin."""


def key_of(activity_id: str | None = None) -> str:
    """Return the key of the draft of an activity: "activity:<id>", "activity:new" without one."""
    return f"{ACTIVITY}{activity_id or NEW}"


def save(office: Office, key: str, content: Mapping[str, Any]) -> None:
    """Keep a draft in place of the one kept under its key; values are JSON."""
    drafts.save(office.store, key, dict(content))


def load(office: Office, key: str) -> dict[str, Any] | None:
    """Return what was typed under a key, or None."""
    with office.store.read() as connection:
        content: dict[str, Any] | None = drafts.load(connection, key)
    return content


def all_drafts(office: Office) -> tuple[Draft, ...]:
    """Return all drafts, the newest first."""
    with office.store.read() as connection:
        return drafts.all_drafts(connection)


def discard(office: Office, key: str) -> None:
    """Throw a draft away because the officer says so; one that is not there is no error."""
    drafts.drop(office.store, key)
