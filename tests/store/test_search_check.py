"""An index that does not say what the records say is found, whatever became of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import activity, record
from ttdn_desktop.store import activities, search_check
from ttdn_desktop.store.search_check import SearchReport

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store

STALE = {
    "SELECT 1": SearchReport(0, 0),
    "DELETE FROM search_rows": SearchReport(2, 0),
    "DELETE FROM search_texts": SearchReport(2, 2),
    "DELETE FROM search_rows WHERE activity_id = 'activity-2'": SearchReport(1, 0),
    "UPDATE search_texts SET folded = 'khac' WHERE rowid % 2 = 0": SearchReport(0, 1),
    "UPDATE search_rows SET title_key = 'z' WHERE activity_id = 'activity-2'": SearchReport(0, 1),
    "UPDATE search_rows SET year = 2000": SearchReport(0, 2),
    "UPDATE search_rows SET proofs = 9": SearchReport(0, 2),
    "UPDATE search_rows SET has_result = 1": SearchReport(0, 2),
    "UPDATE search_rows SET id = id + 99999999 WHERE activity_id = 'activity-2'": (
        SearchReport(1, 2)
    ),
    "INSERT INTO search_rows VALUES (1, 'nobody', '', 2026, 1, 0, 0)": SearchReport(1, 1),
    "UPDATE meta SET value = '0' WHERE key = 'fold_version'": SearchReport(0, 1),
}


def _found(store: Store) -> SearchReport:
    with store.read() as connection:
        return search_check.check(connection)


@pytest.mark.parametrize("sql", STALE)
def test_that_whatever_became_of_the_index_is_counted(store: Store, sql: str) -> None:
    record(store, activity(1, "Họp"), activity(2, "Đón đoàn"))

    with closing(sqlite3.connect(store.folder.database)) as other, other:
        other.execute(sql)

    assert _found(store) == STALE[sql]


def test_that_what_is_binned_is_not_missed_in_the_index(store: Store) -> None:
    record(store, activity(1), activity(2))
    with store.change("Lan", "bỏ") as tx:
        activities.bin_one(tx, "activity-1")

    assert _found(store).ok


def test_that_a_record_changed_behind_the_index_is_found(store: Store) -> None:
    record(store, activity(1))

    with closing(sqlite3.connect(store.folder.database)) as other, other:
        other.execute("UPDATE activities SET place = 'Bờ Y'")

    assert _found(store) == SearchReport(0, 1)
