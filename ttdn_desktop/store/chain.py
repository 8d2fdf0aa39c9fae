"""The journal checked: is the chain unbroken, and do the rows still say what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from ttdn_desktop.domain import journal
from ttdn_desktop.store import rows
from ttdn_desktop.store.tables import JOURNALLED, change_rows, changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row, Table

_AT_ONCE = 1000
_ENTRIES = select(changes).order_by(changes.c.seq)
_PAYLOADS = select(change_rows).order_by(change_rows.c.seq, change_rows.c.ordinal)
_NEWEST_FIRST = (
    func.row_number()
    .over(
        partition_by=change_rows.c.row_id,
        order_by=(change_rows.c.seq.desc(), change_rows.c.ordinal.desc()),
    )
    .label("age")
)
_RANKED = (
    select(change_rows, _NEWEST_FIRST)
    .where(change_rows.c.table_name == bindparam("table"))
    .subquery()
)
_LAST = select(_RANKED.c.row_id, _RANKED.c.after, _RANKED.c.purged).where(_RANKED.c.age == 1)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that is not as the journal left it."""

    table: str
    row_id: str
    fault: RowFault


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


def compare_rows(connection: Connection) -> tuple[RowProblem, ...]:
    """Compare each journalled row with its last `after`; name those another program touched."""
    return tuple(problem for table in JOURNALLED for problem in _compare(connection, table))


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
    recorded = {row.row_id: row for row in connection.execute(_LAST, {"table": table.name})}
    for found in connection.execute(select(table)).mappings():
        current = dict(zip(rows.names(table), found.values(), strict=True))
        row_id = rows.row_id(table, current)
        last = recorded.pop(row_id, None)
        if last is None:
            yield RowProblem(table.name, row_id, RowFault.ADDED)
        elif not last.purged and not _same(current, last.after):
            yield RowProblem(table.name, row_id, RowFault.CHANGED)
    for row_id, last in recorded.items():
        if last.after is not None:
            yield RowProblem(table.name, row_id, RowFault.DELETED)


def _same(current: dict[str, Any], after: str | None) -> bool:
    try:
        return journal.canonical(current) == after
    except TypeError:
        return False
