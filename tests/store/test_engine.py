"""A data folder is made whole or not at all, and opened as what it is."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, NoReturn

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.samples import CountingClock, activity, fill, record
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import activities, engine, settings, upgrade
from ttdn_desktop.store.activities import ActivityQuery
from ttdn_desktop.store.tables import settings as settings_table

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


def _pragma(store: Store, name: str) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_that_each_connection_keeps_what_it_promised(store: Store) -> None:
    assert _pragma(store, "foreign_keys") == 1
    assert _pragma(store, "synchronous") == 2  # FULL
    assert _pragma(store, "journal_mode") == "wal"
    assert _pragma(store, "busy_timeout") == 5000


def test_that_a_row_pointing_at_nothing_is_refused(store: Store) -> None:
    orphan = activity(1, item_ids=("no such task",))

    with pytest.raises((IntegrityError, sqlite3.IntegrityError)):
        record(store, orphan)

    with store.read() as connection:
        assert activities.count(connection, ActivityQuery()) == 0


def test_that_what_was_recorded_is_there_after_opening_again(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    record(store, activity(1, "Đón đoàn Attapư"))
    store.close()

    with engine.open(folder, clock=clock) as again, again.read() as connection:
        titles = [one.title for one in activities.page(connection, ActivityQuery())]

    assert titles == ["Đón đoàn Attapư"]


def test_that_a_folder_with_data_is_not_made_again(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with pytest.raises(KnownError) as refused:
        engine.create(folder, clock=clock)

    assert refused.value.key == "folder_taken"
    engine.open(folder, clock=clock).close()


def test_that_a_key_is_refused_until_databases_are_encrypted(
    folder: Path, clock: CountingClock
) -> None:
    with pytest.raises(KnownError) as refused:
        engine.open(folder, "bí mật", clock=clock)

    assert refused.value.key == "key_unsupported"


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_folder_of_a_newer_program_is_refused_untouched(
    store: Store, folder: Path, clock: CountingClock, *, read_only: bool
) -> None:
    database = store.folder.database
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA user_version = {upgrade.SCHEMA_VERSION + 1}")
    before = database.read_bytes()

    with pytest.raises(KnownError) as refused:
        engine.open(folder, clock=clock, read_only=read_only)

    assert refused.value.key == "folder_newer"
    assert database.read_bytes() == before


def test_that_an_older_folder_is_brought_up_to_date_when_opened_for_writing(
    folder: Path, clock: CountingClock
) -> None:
    folder.mkdir()
    upgrade.run_steps(folder / "ttdn.sqlite", to="0004")

    with pytest.raises(KnownError) as refused:
        engine.open(folder, clock=clock, read_only=True)
    engine.open(folder, clock=clock).close()

    assert refused.value.key == "folder_older"
    assert [kept.name for kept in (folder / "backups").iterdir()] == ["before-0010.sqlite"]
    engine.open(folder, clock=clock, read_only=True).close()


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_missing_and_an_empty_folder_are_told_apart(
    tmp_path: Path, clock: CountingClock, *, read_only: bool
) -> None:
    with pytest.raises(KnownError) as missing:
        engine.open(tmp_path / "nowhere", clock=clock, read_only=read_only)
    with pytest.raises(KnownError) as empty:
        engine.open(tmp_path, clock=clock, read_only=read_only)

    assert (missing.value.key, empty.value.key) == ("folder_missing", "folder_empty")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"x"])
def test_that_a_file_that_is_no_database_is_told(
    tmp_path: Path, clock: CountingClock, content: bytes, *, read_only: bool
) -> None:
    (tmp_path / "ttdn.sqlite").write_bytes(content)

    with pytest.raises(KnownError) as refused:
        engine.open(tmp_path, clock=clock, read_only=read_only)

    assert refused.value.key == "database_damaged"
    assert (tmp_path / "ttdn.sqlite").read_bytes() == content


def test_that_a_reader_needs_no_lock_and_cannot_write(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    record(store, activity(1))

    with engine.open(folder, clock=clock, read_only=True) as reader:
        with reader.read() as connection:
            assert activities.count(connection, ActivityQuery()) == 1
        with pytest.raises(KnownError) as refused, reader.change("Lan", "ghi") as tx:
            settings.put(tx, "a", 1)

    assert refused.value.key == "opened_for_reading"


def test_that_a_folder_nobody_can_write_in_can_be_read(
    store: Store, folder: Path, clock: CountingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(store, activity(1))
    store.close()
    monkeypatch.setattr(os, "access", lambda *_: False)

    with engine.open(folder, clock=clock, read_only=True) as reader, reader.read() as connection:
        assert activities.count(connection, ActivityQuery()) == 1
    assert not list(folder.glob("*-wal")) + list(folder.glob("*-shm"))


def test_that_writing_into_a_read_only_database_is_told(store: Store) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")

    with pytest.raises(KnownError) as refused, store.change("Lan", "ghi") as tx:
        settings.put(tx, "a", 1)

    assert refused.value.key == "folder_read_only"


def test_that_a_full_disk_takes_the_whole_change_back(store: Store) -> None:
    record(store, activity(1))
    big = activity(2, content="dài " * 100_000)

    with store.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(KnownError) as refused, store.change("Lan", "ghi") as tx:
        activities.add(tx, big, year=2026)

    assert refused.value.key == "disk_full"
    with store.read() as connection:
        assert activities.count(connection, ActivityQuery()) == 1


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EACCES, "folder_denied"),
    ],
)
def test_that_a_folder_that_cannot_be_made_is_told_and_left_without_a_database(
    folder: Path, clock: CountingClock, monkeypatch: pytest.MonkeyPatch, code: int, key: str
) -> None:
    def refuse(_folder: Path) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(engine, "sync_folder", refuse)
    monkeypatch.setattr(engine, "move", lambda _from, to: refuse(to))

    with pytest.raises(KnownError) as refused:
        engine.create(folder, clock=clock)

    assert refused.value.key == key
    assert not (folder / "ttdn.sqlite").exists()
    assert list((folder / "tmp").iterdir()) == []


def test_that_a_creation_that_failed_can_be_done_again(
    folder: Path, clock: CountingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr(upgrade, "run_steps", fail)
        with pytest.raises(KnownError):
            engine.create(folder, clock=clock)

    with engine.create(folder, clock=clock) as store:
        fill(store)


def test_that_drafts_and_facts_are_refused_without_the_lock(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with (
        engine.open(folder, clock=clock, read_only=True) as reader,
        pytest.raises(KnownError) as refused,
        reader.write(),
    ):
        pass

    assert refused.value.key == "opened_for_reading"


def test_that_our_own_mistakes_are_no_known_errors(store: Store) -> None:
    with pytest.raises(KeyError), store.change("Lan", "sai") as tx:
        tx.insert(settings_table, {"key": "a", "value": 1, "colour": "đỏ"})


OPENING = """
import sys
from pathlib import Path
from ttdn_desktop.store import engine

class Clock:
    def now_ms(self): return 1
    def random(self, count): return bytes(count)

engine.open(Path(sys.argv[1]), clock=Clock()).close()
print("alembic" in sys.modules, "sqlalchemy.orm" in sys.modules)
"""


def test_that_opening_an_up_to_date_folder_imports_neither_alembic_nor_the_orm(
    store: Store, folder: Path
) -> None:
    store.close()

    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(folder)], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "False"]
