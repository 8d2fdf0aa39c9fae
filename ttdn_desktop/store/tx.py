"""The one change mechanism: a transaction that remembers each row before and after.

On leaving it writes one entry of `changes` with its `change_rows`, chained by hash, and lets the
search index follow, all in the transaction of the rows themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain import journal
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import rows, search_index
from ttdn_desktop.store.database import run_prepared
from ttdn_desktop.store.tables import change_rows, changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

    from ttdn_desktop.store.clock import Forward
    from ttdn_desktop.store.rows import Key

_BATCH = 1000
_EMPTY = (0, journal.GENESIS)
_HEAD = select(changes.c.seq, changes.c.hash).order_by(changes.c.seq.desc()).limit(1)


@immutable
class Intent:
    """Who changes what: `actor` and `label` are read by people; `undoes` a `seq` taken back."""

    writer: str
    actor: str
    label: str
    undoable: bool = True
    undoes: int | None = None


class Tx:
    """An open change. All journalled rows are written through it and by nothing else.

    `connection` is for reading and for unjournalled rows; `at` is the instant of the change in
    UTC milliseconds; `tables` names what has been changed so far.
    """

    def __init__(self, connection: Connection, clock: Forward, intent: Intent) -> None:
        """Start remembering on a connection whose transaction has begun."""
        self.connection = connection
        self.at = clock.now_ms()
        self._clock = clock
        self._intent = intent
        self._seq = 0
        self._prev = journal.GENESIS
        self._hashes: list[str] = []
        self._waiting: list[dict[str, Any]] = []
        self._stale = search_index.Stale()
        self.tables: set[str] = set()

    def new_id(self) -> str:
        """Return a fresh identity for something a person records."""
        return self._clock.new_id()

    def insert(self, table: Table, row: Mapping[str, object]) -> None:
        """Insert one row; columns that are not given are NULL."""
        self.insert_many(table, (row,))

    def insert_many(self, table: Table, given: Iterable[Mapping[str, object]]) -> None:
        """Insert rows of one table at once."""
        complete = [rows.whole(table, row) for row in given]
        if not complete:
            return
        rows.add(self.connection, table, complete)
        for row in complete:
            self._remember(table, None, row)

    def update(self, table: Table, key: Key, values: Mapping[str, object]) -> None:
        """Write some columns of one row; what is already so is no change. KeyError: no such row."""
        before = self._present(table, key)
        cleaned = rows.clean(table, values)
        after = before | cleaned
        if after != before:
            rows.change(self.connection, table, key, cleaned)
            self._remember(table, before, after)

    def delete(self, table: Table, key: Key) -> None:
        """Delete one row. KeyError: no such row."""
        before = self._present(table, key)
        rows.remove(self.connection, table, key)
        self._remember(table, before, None)

    def erase(self, table: Table, key: Key) -> None:
        """Delete one row for ever: the journal keeps the hash of what it was, not the content."""
        before = self._present(table, key)
        rows.remove(self.connection, table, key)
        self._remember(table, before, None, purged=True)

    def adopt(
        self, table: Table, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Take into the journal what another program has done to a row; the row stays as it is."""
        self._remember(table, before, after)

    def finish(self) -> int | None:
        """Write the entry and return its `seq`; None where nothing was changed."""
        if not self._hashes:
            return None
        self._flush()
        search_index.refresh(self.connection, self._stale)
        entry = self._entry()
        rows.add(self.connection, changes, [self._entry_row(entry)])
        return entry.seq

    def _present(self, table: Table, key: Key) -> dict[str, Any]:
        found = rows.fetch(self.connection, table, key)
        if found is None:
            raise KeyError(table.name, key)
        return found

    def _remember(
        self,
        table: Table,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        *,
        purged: bool = False,
    ) -> None:
        row = after if after is not None else before
        if row is None:
            raise ValueError(table.name)
        self.tables.add(table.name)
        self._stale.note(table.name, row, inserted=before is None)
        payload = journal.Payload(
            table.name,
            rows.row_id(table, row),
            None if before is None else journal.canonical(before),
            None if after is None else journal.canonical(after),
        )
        self._keep(payload, purged=purged)

    def _keep(self, payload: journal.Payload, *, purged: bool) -> None:
        digest = journal.payload_hash(payload)
        self._begin()
        self._waiting.append(
            {
                "seq": self._seq,
                "ordinal": len(self._hashes),
                "table_name": payload.table,
                "row_id": payload.row_id,
                "before": None if purged else payload.before,
                "after": None if purged else payload.after,
                "payload_hash": digest,
                "purged": purged,
            }
        )
        self._hashes.append(digest)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def _begin(self) -> None:
        """Take the number of the entry, once there is something to remember."""
        if not self._seq:
            seq, self._prev = run_prepared(self.connection, _HEAD).fetchone() or _EMPTY
            self._seq = seq + 1

    def _flush(self) -> None:
        if self._waiting:
            rows.add(self.connection, change_rows, self._waiting)
            self._waiting.clear()

    def _entry(self) -> journal.Entry:
        intent = self._intent
        return journal.Entry(
            self._seq,
            intent.writer,
            self.at,
            intent.actor,
            intent.label,
            intent.undoes,
            self._prev,
        )

    def _entry_row(self, entry: journal.Entry) -> dict[str, Any]:
        return {
            "seq": entry.seq,
            "writer": entry.writer,
            "at": entry.at,
            "actor": entry.actor,
            "label": entry.label,
            "undoable": self._intent.undoable,
            "undoes": entry.undoes,
            "prev": entry.prev,
            "hash": journal.entry_hash(entry, self._hashes),
        }
