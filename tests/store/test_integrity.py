"""The whole check finds what is wrong, and nothing where nothing is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from tests.store.samples import OFFICE, YEAR, CountingClock, activity, file, record
from ttdn_desktop.store import engine, evidence, integrity
from ttdn_desktop.store.integrity import EvidenceReport, ForeignKeyProblem

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


def _attach(store: Store, number: int, content: bytes) -> Path:
    """Record a file; return where it lies."""
    digest = store.vault.add(BytesIO(content)).sha256
    with store.change("Lan", "đính kèm") as tx:
        evidence.add(tx, file(number, sha256=digest), unit_id=OFFICE.id, year=YEAR)
    return store.folder.vault / digest[:2] / digest


def _outside(store: Store, *statements: str) -> None:
    with closing(sqlite3.connect(store.folder.database)) as connection, connection:
        for sql in statements:
            connection.execute(sql)


def test_that_a_healthy_folder_is_well(store: Store) -> None:
    record(store, activity(1))
    _attach(store, 1, b"a")

    report = integrity.check(store)

    assert report.ok
    assert report.database.ok
    assert report.chain.entries == 3
    assert report.evidence == EvidenceReport(1, (), (), ())


def test_that_missing_altered_and_orphaned_files_are_told_apart(store: Store) -> None:
    missing, altered = _attach(store, 1, b"a"), _attach(store, 2, b"b")
    _attach(store, 3, b"c")
    missing.unlink()
    altered.write_bytes(b"B")
    orphan = store.vault.add(BytesIO(b"d")).sha256

    report = integrity.check(store)

    assert report.evidence == EvidenceReport(3, (missing.name,), (altered.name,), (orphan,))
    assert not report.ok


def test_that_orphans_alone_are_no_fault(store: Store) -> None:
    store.vault.add(BytesIO(b"d"))

    assert integrity.check(store).ok


def test_that_a_file_that_cannot_be_read_is_altered(store: Store) -> None:
    place = _attach(store, 1, b"a")
    place.unlink()
    place.mkdir()

    assert integrity.check(store).evidence.altered == (place.name,)


def test_that_a_row_pointing_at_nothing_is_found(store: Store) -> None:
    record(store, activity(1))

    _outside(store, "PRAGMA foreign_keys = OFF", "DELETE FROM activities")

    report = integrity.check(store)
    points = ForeignKeyProblem("activity_items", "activities", "1.1 Nhiệm vụ 1")
    assert report.database.dangling == (points,)
    assert not report.ok


def test_that_a_schema_changed_by_another_program_is_found(store: Store) -> None:
    _outside(
        store,
        "ALTER TABLE drafts ADD COLUMN colour TEXT",
        "ALTER TABLE meta RENAME COLUMN value TO fact",
        "DROP TABLE officers",
        "PRAGMA user_version = 2",
    )

    with store.read() as connection:
        report = integrity.check_database(connection)

    assert sorted(report.schema) == [
        "drafts.colour",
        "meta.fact",
        "meta.value",
        "officers",
        "user_version 2",
    ]
    assert not report.ok


def test_that_a_changed_row_and_a_broken_chain_are_in_the_report(store: Store) -> None:
    record(store, activity(1))

    _outside(store, "UPDATE activities SET title = 'khác'", "UPDATE changes SET label = 'khác'")

    report = integrity.check(store)
    assert report.chain.broken_at == 1
    assert [problem.row_id for problem in report.rows] == ["activity-1"]
    assert not report.ok


def _spoil(store: Store, name: str) -> None:
    """Overwrite the first page of a table or an index."""
    record(store, *(activity(number, content="nội dung " * 200) for number in range(1, 20)))
    with store.read() as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        root = connection.exec_driver_sql(sql, (name,)).scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    store.close()
    with store.folder.database.open("r+b") as raw:
        raw.seek((int(root) - 1) * int(size))
        raw.write(b"\xff" * int(size))


def test_that_a_damaged_index_is_found(store: Store, folder: Path, clock: CountingClock) -> None:
    _spoil(store, "ix_activities_start_id")

    with engine.open(folder, clock=clock, read_only=True) as damaged:
        report = integrity.check(damaged)

    assert report.database.damage
    assert report.chain.ok
    assert not report.ok


def test_that_a_journal_that_cannot_be_read_is_a_finding_and_no_crash(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    _spoil(store, "changes")

    with engine.open(folder, clock=clock, read_only=True) as damaged:
        report = integrity.check(damaged)

    assert report.database.damage
    assert not report.chain.ok
    assert not report.ok
