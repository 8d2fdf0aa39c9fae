"""The files are looked at before they are written: what is damaged is refused and left as it is."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import CountingClock, activity, labels, record
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store import damage, engine

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store

FRAME = 24 + 4096


@pytest.fixture
def crashed(store: Store, tmp_path: Path) -> DataFolder:
    """Return a copy of a folder as a killed program leaves it: three changes in the log alone."""
    with closing(sqlite3.connect(store.folder.database)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    record(store, activity(1, "một"), activity(2, "hai"), activity(3, "ba"))
    copy = DataFolder(shutil.copytree(store.folder.root, tmp_path / "crashed"))
    assert _log(copy).stat().st_size > 3 * FRAME
    return copy


def _log(folder: DataFolder) -> Path:
    return folder.root / "ttdn.sqlite-wal"


def _spoil(file: Path, place: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(place)
        stream.write(b"\xa5" * 16)


def _refusal(folder: DataFolder) -> str:
    before = {path.name: path.read_bytes() for path in folder.root.glob("ttdn.sqlite*")}
    before.pop("ttdn.sqlite-shm", None)
    with pytest.raises(KnownError) as refused:
        engine.open(folder.root, clock=CountingClock())
    for name, content in before.items():
        assert (folder.root / name).read_bytes() == content
    return refused.value.key


def test_that_a_log_left_by_a_crash_is_read_on(crashed: DataFolder) -> None:
    assert damage.of_files(crashed) is None

    with engine.open(crashed.root, clock=CountingClock()) as store:
        assert labels(store) == ["init", "một", "hai", "ba"]


def test_that_a_log_spoilt_before_other_commits_is_refused(crashed: DataFolder) -> None:
    _spoil(_log(crashed), 32 + 24 + 100)

    assert _refusal(crashed) == "log_damaged"


def test_that_a_last_change_torn_by_a_power_cut_is_no_damage(crashed: DataFolder) -> None:
    _spoil(_log(crashed), _log(crashed).stat().st_size - 100)

    with engine.open(crashed.root, clock=CountingClock()) as store:
        assert labels(store) == ["init", "một", "hai"]


@pytest.mark.parametrize("place", [0, 8, 16, 24])
def test_that_a_log_with_a_spoilt_head_is_refused(crashed: DataFolder, place: int) -> None:
    _spoil(_log(crashed), place)

    assert _refusal(crashed) == "log_damaged"


def test_that_a_log_cut_short_in_its_head_is_that_of_a_crash(store: Store) -> None:
    store.close()
    _log(store.folder).write_bytes(b"\x37\x7f\x06")

    with engine.open(store.folder.root, clock=CountingClock()) as again:
        assert labels(again) == ["init"]


def test_that_a_database_cut_short_is_refused(store: Store) -> None:
    store.close()
    content = store.folder.database.read_bytes()
    store.folder.database.write_bytes(content[:-4096])

    assert damage.of_files(store.folder) == "size"
    assert _refusal(store.folder) == "database_damaged"


def test_that_a_damaged_page_is_refused_and_the_rest_still_read(store: Store) -> None:
    with store.read() as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'drafts'"
        root = int(connection.exec_driver_sql(sql).scalar_one())
    store.close()
    _spoil(store.folder.database, (root - 1) * 4096)

    assert _refusal(store.folder) == "database_damaged"
    with engine.open(store.folder.root, clock=CountingClock(), read_only=True) as reading:
        assert labels(reading) == ["init"]


@pytest.mark.parametrize("version", [0, 3, 77])
def test_that_the_database_of_another_program_is_told_from_a_damaged_one(
    store: Store, version: int
) -> None:
    store.close()
    store.folder.database.unlink()
    with closing(sqlite3.connect(store.folder.database)) as other:
        other.execute("CREATE TABLE moz_places (url TEXT)")
        other.execute(f"PRAGMA user_version = {version}")

    assert _refusal(store.folder) == "database_foreign"
    with pytest.raises(KnownError, match="database_foreign"):
        engine.open(store.folder.root, clock=CountingClock(), read_only=True)
