"""What was changed: taken back, and read again. The change itself is `Tx`, opened by a store."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from ttdn_desktop.domain import journal
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import rows
from ttdn_desktop.store.chain import ChainReport, RowProblem, compare_rows, verify
from ttdn_desktop.store.tables import change_rows, changes, metadata, rounds
from ttdn_desktop.store.tx import Tx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.engine import Store

__all__ = [
    "ChainReport",
    "Past",
    "RowProblem",
    "Tx",
    "Undone",
    "compare_rows",
    "history",
    "next_undo",
    "undo",
    "verify",
]


@dataclass(frozen=True, slots=True)
class Undone:
    """The entry that is taken back: its `seq` and its label."""

    seq: int
    label: str


@dataclass(frozen=True, slots=True)
class Past:
    """One change of one row; `at` is UTC milliseconds.

    What was purged has neither before nor after.
    """

    seq: int
    at: int
    actor: str
    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def undo(store: Store, actor: str, label: str = "undo") -> Undone | None:
    """Take back the last change that is not yet taken back; None where there is none.

    A new entry writes what was before, where the rows still are as the change left them; a round
    stays, for it says only that a year is reported, and later changes may rest on it. Raises
    KnownError `undo_blocked` where a row has moved on; nothing is changed then.
    """
    with store.read() as connection:
        last = next_undo(connection)
    if last is None:
        return None
    try:
        with store.change(actor, label, undoable=False, undoes=last.seq) as tx:
            for row in _rows_backwards(tx.connection, last.seq):
                _take_back(tx, row, last.label)
    except (IntegrityError, sqlite3.IntegrityError) as used:
        raise KnownError("undo_blocked", label=last.label) from used
    return Undone(last.seq, last.label)


def next_undo(connection: Connection) -> Undone | None:
    """Return the entry that `undo` would take back; None where there is none."""
    later = changes.alias("later")
    taken_back = exists().where(later.c.undoes == changes.c.seq)
    wanted = select(changes.c.seq, changes.c.label).where(
        changes.c.undoable, changes.c.undoes.is_(None), ~taken_back
    )
    last = connection.execute(wanted.order_by(changes.c.seq.desc()).limit(1)).first()
    return None if last is None else Undone(last.seq, last.label)


def history(connection: Connection, table: str, row_id: str) -> tuple[Past, ...]:
    """Return what happened to one row, the oldest first; `row_id` as in the journal."""
    wanted = (
        select(changes, change_rows.c.before, change_rows.c.after)
        .join_from(changes, change_rows, changes.c.seq == change_rows.c.seq)
        .where(change_rows.c.table_name == table, change_rows.c.row_id == row_id)
        .order_by(change_rows.c.seq, change_rows.c.ordinal)
    )
    return tuple(
        Past(row.seq, row.at, row.actor, row.label, _object(row.before), _object(row.after))
        for row in connection.execute(wanted)
    )


def _rows_backwards(connection: Connection, seq: int) -> Iterator[Row[Any]]:
    own = select(change_rows).where(change_rows.c.seq == seq)
    yield from connection.execute(own.order_by(change_rows.c.ordinal.desc())).all()


def _take_back(tx: Tx, changed: Row[Any], label: str) -> None:
    if changed.purged:
        raise KnownError("undo_blocked", label=label)
    table = metadata.tables[changed.table_name]
    before, after = _object(changed.before), _object(changed.after)
    key = rows.key_of(table, before or after or {})
    current = rows.fetch(tx.connection, table, key)
    if (current and journal.canonical(current)) != changed.after:
        raise KnownError("undo_blocked", label=label)
    if before is None:
        if table is not rounds:
            tx.delete(table, key)
    elif after is None:
        tx.insert(table, before)
    else:
        tx.update(table, key, before)


def _object(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
