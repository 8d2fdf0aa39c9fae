"""What can be mended without touching a record: indexes, the log, and rows taken into the journal.

Nothing is written into a database whose pages are damaged: that is for a backup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.store import integrity, search_index
from ttdn_desktop.store.chain import RowProblem, compare_rows
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.integrity import DatabaseReport

_OF_INDEX = re.compile(
    r"(row \d+ missing from index .+|wrong # of entries in index .+|non-unique entry in index .+)"
)
"""What integrity_check says of an index that is not as its table has it (sqlite.org/pragma.html);
anything else is damage that no rebuilding mends."""


def only_indexes(found: DatabaseReport) -> bool:
    """Tell whether the damage, if any, is that of indexes, which are made of what is whole."""
    return all(_OF_INDEX.fullmatch(line) for line in found.damage)


def reindex(store: Store) -> bool:
    """Make all indexes anew; False, and nothing changed, where that does not mend the database."""
    with store.write() as connection:
        connection.exec_driver_sql("REINDEX")
        sound = not integrity.check_database(connection).damage
        if not sound:
            connection.rollback()
        return sound


def add_indexes(store: Store, names: tuple[str, ...]) -> tuple[str, ...]:
    """Make the indexes that are missing; return their names."""
    missing = [
        index for table in metadata.sorted_tables for index in table.indexes if index.name in names
    ]
    with store.write() as connection:
        for index in missing:
            index.create(connection)
    return tuple(str(index.name) for index in missing)


def rebuild_search(store: Store) -> None:
    """Make the search index anew of the records."""
    with store.write() as connection:
        search_index.rebuild(connection)


def adopt(tx: Tx) -> int:
    """Take what another program did to rows into the journal; return how many rows that were.

    Rows whose values no journal can hold are left.
    """
    touched = [each for each in compare_rows(tx.connection) if _can_adopt(each)]
    for each in touched:
        tx.adopt(metadata.tables[each.table], each.before, each.after)
    return len(touched)


def _can_adopt(problem: RowProblem) -> bool:
    values = (problem.after or {}).values()
    exact = not any(isinstance(value, float | bytes) for value in values)
    return exact and (problem.before is not None or problem.after is not None)


def first_damage(connection: Connection) -> str | None:
    """Return the first damage of the pages, sought more quickly than by the whole check."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    return None if found == "ok" else str(found)
