"""Whatever another program does to the journal or to a row is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import activity, record
from ttdn_desktop.store import changes
from ttdn_desktop.store import settings as kept
from ttdn_desktop.store.chain import ChainReport, RowFault, RowProblem

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store


def _outside(store: Store, sql: str) -> None:
    """Do to the database what any SQLite program can."""
    with closing(sqlite3.connect(store.folder.database)) as connection, connection:
        connection.execute(sql)


def _verify(store: Store) -> ChainReport:
    with store.read() as connection:
        return changes.verify(connection)


def _problems(store: Store) -> tuple[RowProblem, ...]:
    with store.read() as connection:
        return changes.compare_rows(connection)


def _named(store: Store) -> list[tuple[str, str, RowFault, str]]:
    """Return table, key, fault and name of each row that another program touched."""
    return [(each.table, each.row_id, each.fault, each.record) for each in _problems(store)]


def test_that_an_untouched_journal_verifies(store: Store) -> None:
    record(store, activity(1), activity(2))

    assert _verify(store) == ChainReport(entries=3, broken_at=None)
    assert _problems(store) == ()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE changes SET label = 'khác' WHERE seq = 2",
        "UPDATE changes SET actor = 'khác' WHERE seq = 2",
        "UPDATE changes SET at = at + 1 WHERE seq = 2",
        "UPDATE changes SET prev = '' WHERE seq = 2",
        "UPDATE changes SET hash = prev WHERE seq = 2",
        "UPDATE changes SET undoes = 1 WHERE seq = 2",
        "UPDATE change_rows SET after = '{}' WHERE seq = 2 AND ordinal = 0",
        "UPDATE change_rows SET row_id = 'x' WHERE seq = 2 AND ordinal = 0",
        "UPDATE change_rows SET payload_hash = 'x' WHERE seq = 2 AND ordinal = 0",
        "UPDATE change_rows SET after = NULL WHERE seq = 2 AND ordinal = 0",
        "DELETE FROM change_rows WHERE seq = 2 AND ordinal = 1",
        "DELETE FROM change_rows WHERE seq = 2",
        "UPDATE change_rows SET ordinal = 9 WHERE seq = 2 AND ordinal = 0",
    ],
)
def test_that_a_changed_entry_breaks_the_chain_there(store: Store, tampering: str) -> None:
    record(store, activity(1), activity(2))

    _outside(store, tampering)

    assert _verify(store) == ChainReport(entries=3, broken_at=2)


def test_that_a_removed_entry_breaks_the_chain_behind_it(store: Store) -> None:
    record(store, activity(1), activity(2))

    _outside(store, "DELETE FROM changes WHERE seq = 2")

    assert _verify(store) == ChainReport(entries=2, broken_at=3)


def test_that_rows_of_an_entry_that_was_cut_off_are_found(store: Store) -> None:
    record(store, activity(1))

    _outside(store, "DELETE FROM changes WHERE seq = 2")

    assert _verify(store) == ChainReport(entries=1, broken_at=2)


def test_that_a_row_changed_by_another_program_is_named(store: Store) -> None:
    record(store, activity(1), activity(2))

    _outside(store, "UPDATE activities SET result = 'tốt hơn' WHERE id = 'activity-2'")

    name = "A2 Đón đoàn công tác"
    assert _named(store) == [("activities", "activity-2", RowFault.CHANGED, name)]
    (problem,) = _problems(store)
    assert problem.differences() == (("result", "", "tốt hơn"),)
    assert _verify(store).ok


def test_that_a_row_deleted_by_another_program_is_named_by_its_whole_key(store: Store) -> None:
    record(store, activity(1))

    _outside(store, "DELETE FROM activity_items")

    name = "A1 Đón đoàn công tác"
    assert _named(store) == [("activity_items", "activity-1/0", RowFault.DELETED, name)]


def test_that_a_row_added_by_another_program_is_named(store: Store) -> None:
    _outside(store, "INSERT INTO settings VALUES ('cài đặt', '1')")

    assert _named(store) == [("settings", "cài đặt", RowFault.ADDED, "cài đặt")]


def test_that_a_row_made_inexact_by_another_program_is_named(store: Store) -> None:
    record(store, activity(1))

    _outside(store, "UPDATE activities SET year = 2026.5")

    (problem,) = _problems(store)
    assert problem.differences() == (("year", 2026, 2026.5),)


def test_that_a_row_that_the_journal_saw_go_and_stands_again_is_added(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    changes.undo(store, "Lan")

    _outside(store, "INSERT INTO settings VALUES ('a', '1')")

    assert _named(store) == [("settings", "a", RowFault.ADDED, "a")]


def test_that_a_taken_back_row_is_no_problem(store: Store) -> None:
    record(store, activity(1))
    changes.undo(store, "Lan")

    assert _problems(store) == ()
