"""What was changed: taken back, and read again. The change itself is `Tx`, opened by a store."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from ttdn_desktop.domain import journal
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import journal_pages, rows, standing
from ttdn_desktop.store.chain import ChainReport, RowProblem, compare_rows, verify
from ttdn_desktop.store.tables import change_rows, changes, metadata
from ttdn_desktop.store.tx import Tx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.journal_pages import Line

__all__ = [
    "ChainReport",
    "Past",
    "RowProblem",
    "Tx",
    "Undone",
    "compare_rows",
    "entry_of",
    "history",
    "is_undo",
    "looked_at",
    "next_undo",
    "root_label",
    "take_back",
    "undo",
    "verify",
]


@immutable
class Undone:
    """The entry that is taken back: its `seq` and its label."""

    seq: int
    label: str


@immutable
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

    Raises KnownError as `take_back` does; nothing is changed then.
    """
    with store.read() as connection:
        last = next_undo(connection)
    return None if last is None else take_back(store, actor, last.seq, label)


def take_back(store: Store, actor: str, seq: int, label: str) -> Undone:
    """Take back one change, not only the last.

    A new entry writes what was before, where the rows still are as the change left them; a round
    made in passing stays (`standing.made_in_passing`), and later changes may rest on it. What takes
    back an undo is a change like any other, and can be undone again. Raises KnownError
    `change_unknown`, `undo_outside` where another program has touched a row, or with what
    `standing.hindrance` tells; nothing is changed then.
    """
    with store.read() as connection:
        entry = entry_of(connection, seq)
        told = root_label(connection, entry)
        if hindrance := standing.hindrance(connection, entry, told):
            raise hindrance
    try:
        with store.change(actor, label, undoable=is_undo(entry), undoes=seq) as tx:
            for row in _rows_backwards(tx.connection, seq):
                _take_back(tx, row, told)
    except (IntegrityError, sqlite3.IntegrityError) as used:
        # Seldom: what stands in the way is named beforehand.
        raise KnownError("undo_outside", label=told) from used
    return Undone(seq, told)


def next_undo(connection: Connection) -> Undone | None:
    """Return the entry that `undo` would take back; None where there is none.

    What was partly purged never comes whole again: it is passed over.
    """
    later = changes.alias("later")
    taken_back = exists().where(later.c.undoes == changes.c.seq)
    purged = exists().where(change_rows.c.seq == changes.c.seq, change_rows.c.purged)
    wanted = select(changes).where(changes.c.undoable, ~taken_back, ~purged)
    last = connection.execute(wanted.order_by(changes.c.seq.desc()).limit(1)).first()
    return None if last is None else Undone(last.seq, root_label(connection, last))


def looked_at(
    connection: Connection, limit: int, before_seq: int | None = None
) -> tuple[tuple[Line, KnownError | None], ...]:
    """Return the last changes, the newest first, each with why it cannot be taken back, if so."""
    lines = journal_pages.latest(connection, limit, before_seq)
    entries = [entry_of(connection, line.seq) for line in lines]
    return tuple(
        (line, standing.hindrance(connection, entry, root_label(connection, entry)))
        for line, entry in zip(lines, entries, strict=True)
    )


def entry_of(connection: Connection, seq: int) -> Row[Any]:
    """Return one entry of the journal; raises KnownError `change_unknown`."""
    entry = connection.execute(select(changes).where(changes.c.seq == seq)).first()
    if entry is None:
        raise KnownError("change_unknown", seq=seq)
    return entry


def is_undo(entry: Row[Any]) -> bool:
    """Tell whether an entry took something back; one that took back an undo did it again."""
    return entry.undoes is not None and not entry.undoable


def root_label(connection: Connection, entry: Row[Any]) -> str:
    """Return what was done first: the label of the change that was undone, done again, undone."""
    while entry.undoes is not None:
        entry = entry_of(connection, entry.undoes)
    return str(entry.label)


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
    found = connection.execute(own.order_by(change_rows.c.ordinal.desc())).all()
    touched = {(row.table_name, row.row_id) for row in found}
    for row in found:
        if row.before is not None or not standing.made_in_passing(
            row.table_name, row.row_id, touched
        ):
            yield row


def _take_back(tx: Tx, changed: Row[Any], label: str) -> None:
    table = metadata.tables[changed.table_name]
    before, after = _object(changed.before), _object(changed.after)
    key = rows.key_of(table, before or after or {})
    current = rows.fetch(tx.connection, table, key)
    if (current and journal.canonical(current)) != changed.after:
        raise KnownError("undo_outside", label=label)
    if before is None:
        tx.delete(table, key)
    elif after is None:
        tx.insert(table, before)
    else:
        tx.update(table, key, before)


def _object(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
