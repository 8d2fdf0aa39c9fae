"""Whether a change can be taken back: all it wrote stands as it left it, and nothing upon it.

Asked of the journal, in a few reads however many rows a change has. Each hindrance is told by the
record that moved on and by the label of the later change that moved it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import UniqueConstraint, exists, select

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import rows
from ttdn_desktop.store.database import LISTED, json_text
from ttdn_desktop.store.record_names import name_of
from ttdn_desktop.store.tables import (
    JOURNALLED,
    change_rows,
    changes,
    metadata,
    round_terms,
    rounds,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from sqlalchemy import Connection, ForeignKeyConstraint, Row, Table

_MOST_SOUGHT = 500
"""Of a change that would bring back more rows, each place is not looked at beforehand."""
_own, _later = change_rows.alias("own"), change_rows.alias("later")
_undoing = changes.alias("undoing")
_LATER = (
    select(_later.c.table_name, _later.c.row_id, _later.c.seq, _later.c.after)
    .join_from(
        _own,
        _later,
        (_later.c.table_name == _own.c.table_name) & (_later.c.row_id == _own.c.row_id),
    )
    .order_by(_later.c.seq, _later.c.ordinal)
)


@immutable
class Net:
    """What a change did to one row in all: the row before and after, None where it was not."""

    table: Table
    row_id: str
    before: str | None
    after: str | None

    @property
    def row(self) -> dict[str, Any]:
        """The row as it was last."""
        content: dict[str, Any] = json.loads(self.after or self.before or "{}")
        return content

    @property
    def former(self) -> dict[str, Any]:
        """The row as it was before."""
        content: dict[str, Any] = json.loads(self.before or "{}")
        return content


Nets = dict[tuple[str, str], Net]


def hindrance(connection: Connection, entry: Row[Any], label: str) -> KnownError | None:
    """Tell why an entry of `changes` cannot be taken back; None where nothing hinders it.

    `label` is what the officer knows the change by. The refusal is returned, to be raised or
    shown: `undo_done`, `undo_fixed`, `undo_purged` or `undo_blocked`.
    """
    if connection.scalar(select(exists().where(changes.c.undoes == entry.seq))):
        return KnownError("undo_done", label=label)
    if not entry.undoable and entry.undoes is None:
        return KnownError("undo_fixed", label=label)
    nets = _nets(connection, entry.seq)
    if nets is None:
        return KnownError("undo_purged", label=label)
    for record, later in _blocks(connection, entry.seq, nets):
        return KnownError("undo_blocked", label=label, record=record, later=later)
    return None


def _nets(connection: Connection, seq: int) -> Nets | None:
    """Return what a change did to each row; None where some of it was purged."""
    own = select(change_rows).where(change_rows.c.seq == seq).order_by(change_rows.c.ordinal)
    nets: Nets = {}
    for row in connection.execute(own):
        if row.purged:
            return None
        key = (row.table_name, row.row_id)
        before = nets[key].before if key in nets else row.before
        nets[key] = Net(metadata.tables[row.table_name], row.row_id, before, row.after)
    changed = {key: net for key, net in nets.items() if net.before != net.after}
    return {
        key: net
        for key, net in changed.items()
        if net.before is not None or not made_in_passing(*key, changed)
    }


def made_in_passing(table_name: str, row_id: str, touched: Container[tuple[str, str]]) -> bool:
    """Tell of a new row that it is a round that says only that a year is reported, and stays.

    One that an officer made has terms, written with it: `touched` are the tables and ids of all
    rows of the change.
    """
    return table_name == rounds.name and (round_terms.name, row_id) not in touched


def _blocks(connection: Connection, seq: int, nets: Nets) -> Iterator[tuple[str, str]]:
    """Yield each record that is in the way, and the label of the change that put it there."""
    for net in _moved_on(connection, seq, nets):
        yield _told(connection, net.table, net.row_id, net.row, seq)
    for table, row in _dependents(connection, nets):
        yield _told(connection, table, rows.row_id(table, row), row, 0)
    for net, parent in _ungrounded(connection, nets):
        yield (
            name_of(connection, net.table.name, net.former),
            _label(connection, parent.table_name, parent.row_id, 0),
        )
    for table, row in _occupants(connection, nets):
        yield _told(connection, table, rows.row_id(table, row), row, 0)


def _told(
    connection: Connection, table: Table, row_id: str, row: Mapping[str, Any], after: int
) -> tuple[str, str]:
    now = rows.fetch(connection, table, rows.key_of(table, row)) or row
    return name_of(connection, table.name, now), _label(connection, table.name, row_id, after)


def _label(connection: Connection, table_name: str, row_id: str, after: int) -> str:
    """Return the label of the last change of a row after a `seq`, itself not taken back if any."""
    touching = (
        select(changes.c.label)
        .join_from(changes, change_rows, changes.c.seq == change_rows.c.seq)
        .where(change_rows.c.table_name == table_name, change_rows.c.row_id == row_id)
        .where(changes.c.seq > after)
        .order_by(changes.c.seq.desc())
        .limit(1)
    )
    alive = touching.where(
        changes.c.undoable | changes.c.undoes.is_(None),
        ~exists().where(_undoing.c.undoes == changes.c.seq),
    )
    return connection.scalar(alive) or connection.scalar(touching) or ""


def _moved_on(connection: Connection, seq: int, nets: Nets) -> Iterator[Net]:
    """Yield the rows that later changes left otherwise than this one did."""
    later = _LATER.where(_own.c.seq == seq, _later.c.seq > seq)
    last = {(row.table_name, row.row_id): row.after for row in connection.execute(later)}
    for key, after in last.items():
        if key in nets and nets[key].after != after:
            yield nets[key]


def _dependents(connection: Connection, nets: Nets) -> Iterator[tuple[Table, dict[str, Any]]]:
    """Yield rows that refer to what would go, and would not go with it."""
    going = [net for net in nets.values() if net.before is None]
    for table in JOURNALLED if going else ():
        for link in table.foreign_key_constraints:
            lost = [net.row for net in going if net.table is link.referred_table]
            for row in _referring(connection, table, link, lost):
                if (table.name, rows.row_id(table, row)) not in nets:
                    yield table, row


def _referring(
    connection: Connection, table: Table, link: ForeignKeyConstraint, lost: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    if not lost:
        return
    pairs = [(part.parent.name, part.column.name) for part in link.elements]
    gone = {tuple(row[there] for _here, there in pairs) for row in lost}
    first = table.c[pairs[0][0]]
    asked = select(table).where(first.in_(LISTED))
    values = sorted({key[0] for key in gone})
    for found in connection.execute(asked, {"ids": json_text(values)}).mappings():
        if tuple(found[here] for here, _there in pairs) in gone:
            yield dict(found)


@immutable
class _Parent:
    table_name: str
    row_id: str


def _ungrounded(connection: Connection, nets: Nets) -> Iterator[tuple[Net, _Parent]]:
    """Yield rows that would come back and refer to what is no longer there."""
    for net in _coming_back(nets):
        for link in net.table.foreign_key_constraints:
            parts = [(part.parent.name, part.column) for part in link.elements]
            values = {column: net.former[here] for here, column in parts}
            if None in values.values():
                continue
            parent = link.referred_table
            row_id = "/".join(str(value) for value in values.values())
            if (parent.name, row_id) in nets and nets[parent.name, row_id].before is not None:
                continue
            there = exists().where(*(column == value for column, value in values.items()))
            if not connection.scalar(select(there)):
                yield net, _Parent(parent.name, row_id)


def _occupants(connection: Connection, nets: Nets) -> Iterator[tuple[Table, dict[str, Any]]]:
    """Yield rows that have taken a place which may be held once only: a code given anew."""
    for net in _coming_back(nets):
        for names in _unique(net.table):
            values = [net.former[name] for name in names]
            if None in values:
                continue
            same = select(net.table).where(
                *(net.table.c[name] == value for name, value in zip(names, values, strict=True))
            )
            for found in connection.execute(same).mappings():
                if (net.table.name, rows.row_id(net.table, dict(found))) not in nets:
                    yield net.table, dict(found)


def _coming_back(nets: Nets) -> Iterable[Net]:
    back = [net for net in nets.values() if net.before is not None]
    return back if len(back) <= _MOST_SOUGHT else ()


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(str(column.name) for column in constraint.columns)
