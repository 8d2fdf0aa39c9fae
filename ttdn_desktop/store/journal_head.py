"""The last entry of the journal, by which two states of a folder are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import journal
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store.reading import greatest, one
from ttdn_desktop.store.tables import changes

if TYPE_CHECKING:
    from sqlalchemy import Connection


@immutable
class Head:
    """The last entry of a journal: its number, hash, label and instant (UTC milliseconds)."""

    seq: int = 0
    hash: str = journal.GENESIS
    label: str = ""
    at: int = 0


def head_of(connection: Connection) -> Head:
    """Return the last entry of a journal."""
    last = greatest(connection, changes.c.seq)
    row = None if last is None else one(connection, changes, seq=last)
    return Head() if row is None else Head(row.seq, row.hash, row.label, row.at)
