"""What the program notes about its backups, beside them: it outlives any database restored."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ttdn_desktop.store.repository import told_of_backups

if TYPE_CHECKING:
    from ttdn_desktop.store.repository import Repository

_NAME = "notes.json"


def read(repository: Repository, key: str) -> dict[str, Any]:
    """Return a note; nothing where it was never written, or is torn."""
    with suppress(OSError, ValueError, AttributeError):
        note = json.loads((repository.root / _NAME).read_text(encoding="utf-8")).get(key)
        if isinstance(note, dict):
            return note
    return {}


def put(repository: Repository, key: str, note: dict[str, Any]) -> None:
    """Write a note in place of the one before; raises KnownError as backups do."""
    with told_of_backups(repository.root):
        repository.make_parts()
        notes: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            notes = dict(json.loads((repository.root / _NAME).read_text(encoding="utf-8")))
        text = json.dumps({**notes, key: note}, ensure_ascii=False, sort_keys=True)
        repository.put_text(text.encode(), repository.root / _NAME)
