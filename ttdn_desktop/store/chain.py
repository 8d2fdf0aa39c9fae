"""The journal checked: is the chain unbroken, and do the rows still say what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from ttdn_desktop.domain import journal
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import rows
from ttdn_desktop.store.database import run_prepared
from ttdn_desktop.store.record_names import name_of
from ttdn_desktop.store.tables import JOURNALLED, change_rows, changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Row, Table

_AT_ONCE = 1000
_UNKNOWN, _PURGED, _GONE = "unknown", "purged", "gone"
_ENTRIES = select(changes).order_by(changes.c.seq)
_PAYLOADS = select(change_rows).order_by(change_rows.c.seq, change_rows.c.ordinal)
_NAMED_AT_MOST = 1000
"""Of more rows than that, another program has changed so much that names say nothing."""
_PLACE = change_rows.c.seq * 10**9 + change_rows.c.ordinal
_LAST = (
    # Of an aggregate max(), SQLite takes the other columns from the row that has it.
    select(change_rows.c.row_id, change_rows.c.after, change_rows.c.purged, func.max(_PLACE))
    .where(change_rows.c.table_name == bindparam("table"))
    .group_by(change_rows.c.row_id)
)
_LAST_OF = (
    select(change_rows.c.after, change_rows.c.before)
    .where(change_rows.c.table_name == bindparam("table"), change_rows.c.row_id == bindparam("row"))
    .order_by(change_rows.c.seq.desc(), change_rows.c.ordinal.desc())
    .limit(1)
)


@immutable
class ChainReport:
    """How many entries the journal has; `broken_at` is the first `seq` that does not verify."""

    entries: int
    broken_at: int | None

    @property
    def ok(self) -> bool:
        """Tell whether the whole chain verifies."""
        return self.broken_at is None


class RowFault(StrEnum):
    """What another program did to a row."""

    CHANGED = "changed"
    DELETED = "deleted"
    ADDED = "added"


@immutable
class RowProblem:
    """A row that is not as the journal left it; `record` is what an officer calls it.

    `before` is what the journal has of it, `after` what stands there now; None where nothing is.
    """

    table: str
    row_id: str
    fault: RowFault
    record: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None

    def differences(self) -> tuple[tuple[str, object, object], ...]:
        """Return each column that differs, with what it was and what it is."""
        old, new = self.before or {}, self.after or {}
        names = dict.fromkeys((*old, *new))
        return tuple((n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n))


def verify(connection: Connection) -> ChainReport:
    """Verify every entry: its number, its link to the one before, its rows, its hash."""
    total = connection.execute(select(func.count()).select_from(changes)).scalar_one()
    payloads = _PayloadsInTurn(connection)
    prev = journal.GENESIS
    entries = connection.execution_options(yield_per=_AT_ONCE).execute(_ENTRIES)
    for number, entry in enumerate(entries, start=1):
        hashes = payloads.of(entry.seq)
        linked = entry.seq == number and entry.prev == prev
        if hashes is None or not linked or entry.hash != _hash(entry, hashes):
            return ChainReport(total, entry.seq)
        prev = entry.hash
    return ChainReport(total, payloads.left_over())


def verify_last(connection: Connection, count: int) -> int | None:
    """Verify the last entries only; return the `seq` of the first that does not, or None."""
    newest = connection.scalar(select(func.max(changes.c.seq))) or 0
    first = max(newest - count + 1, 1)
    before = select(changes.c.hash).where(changes.c.seq == first - 1)
    prev = connection.scalar(before) if first > 1 else journal.GENESIS
    for entry in connection.execute(_ENTRIES.where(changes.c.seq >= first)).all():
        own = connection.execute(_PAYLOADS.where(change_rows.c.seq == entry.seq)).all()
        hashes = [row.payload_hash for row in own]
        if entry.prev != prev or not all(map(_whole, own)) or entry.hash != _hash(entry, hashes):
            return int(entry.seq)
        prev = entry.hash
    return None


def compare_rows(connection: Connection) -> tuple[RowProblem, ...]:
    """Compare each journalled row with its last `after`; name those another program touched."""
    found = [problem for table in JOURNALLED for problem in _compare(connection, table)]
    named = [_named(connection, problem) for problem in found[:_NAMED_AT_MOST]]
    return (*named, *found[_NAMED_AT_MOST:])


class _PayloadsInTurn:
    """The rows of the journal, read once from first to last beside their entries."""

    def __init__(self, connection: Connection) -> None:
        found = connection.execution_options(yield_per=_AT_ONCE).execute(_PAYLOADS)
        self._groups = groupby(found, key=lambda row: row.seq)
        self._next = next(self._groups, None)

    def of(self, seq: int) -> list[str] | None:
        """Return the hashes of an entry's rows; None where they are not the rows hashed."""
        if self._next is None or self._next[0] != seq:
            return []
        changed = list(self._next[1])
        self._next = next(self._groups, None)
        hashes = [row.payload_hash for row in changed]
        return hashes if all(map(_whole, changed)) else None

    def left_over(self) -> int | None:
        """Return the `seq` of rows that no entry claims."""
        return None if self._next is None else int(self._next[0])


def _whole(row: Row[Any]) -> bool:
    if row.purged:
        return True
    payload = journal.Payload(row.table_name, row.row_id, row.before, row.after)
    return bool(journal.payload_hash(payload) == row.payload_hash)


def _hash(row: Row[Any], hashes: list[str]) -> str:
    entry = journal.Entry(row.seq, row.writer, row.at, row.actor, row.label, row.undoes, row.prev)
    return journal.entry_hash(entry, hashes)


def _compare(connection: Connection, table: Table) -> Iterator[RowProblem]:
    last = _last_hashes(connection, table)
    names = rows.names(table)
    for found in connection.execute(select(table)):
        current = dict(zip(names, found, strict=True))
        row_id = rows.row_id(table, current)
        expected = last.pop(row_id, _UNKNOWN)
        if expected in (_UNKNOWN, _GONE):
            yield RowProblem(table.name, row_id, RowFault.ADDED, after=current)
        elif expected not in (_PURGED, hash(journal.fast_text(current))):
            before = _last_of(connection, table.name, row_id)
            if before is None or not journal.says(before, current):
                yield RowProblem(table.name, row_id, RowFault.CHANGED, after=current)
    for row_id, expected in last.items():
        if expected not in (_PURGED, _GONE):
            yield RowProblem(table.name, row_id, RowFault.DELETED)


def _last_hashes(connection: Connection, table: Table) -> dict[str, int | str]:
    """Return what the journal has of each row, as a small number: the rows themselves are many."""
    last = run_prepared(connection, _LAST, table=table.name)
    return {
        row_id: _PURGED if purged else _GONE if after is None else hash(after)
        for row_id, after, purged, _place in last
    }


def _last_of(connection: Connection, table_name: str, row_id: str) -> str | None:
    found = connection.execute(_LAST_OF, {"table": table_name, "row": row_id}).first()
    return None if found is None else found.after


def _named(connection: Connection, problem: RowProblem) -> RowProblem:
    """Return a problem with what the journal has of the row, and what an officer calls it."""
    text = _last_of(connection, problem.table, problem.row_id)
    try:
        before = None if text is None else json.loads(text)
    except json.JSONDecodeError:
        before = None
    known = before or problem.after or {}
    name = name_of(connection, problem.table, known)
    return replace(problem, record=name, before=before)
