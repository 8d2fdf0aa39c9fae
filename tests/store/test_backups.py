"""A backup is a checked copy of everything, or nothing at all."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.backup_desk import attach, back_up, repository_of, unheard, vault_place
from tests.store.samples import activity, record
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import backups, kept_backups
from ttdn_desktop.store.backups import Wish
from ttdn_desktop.store.journal_head import head_of
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


ENDLESS = 10**9


class StopError(Exception):
    """Somebody stops the work."""


def _left(repository: Repository) -> set[str]:
    return {path.name for path in repository.root.rglob("*") if path.is_file()}


def test_that_a_backup_holds_the_database_as_it_is_and_all_evidence(store: Store) -> None:
    record(store, activity(1))
    digest = attach(store, 1, b"photo")

    manifest = back_up(store)

    repository = repository_of(store)
    copy = repository.database_of(manifest.name)
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == manifest.database
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM activities").fetchone() == (1,)
    assert repository.file(digest).read_bytes() == b"photo"
    assert (manifest.activities, manifest.evidence, manifest.missing) == (1, 1, ())
    with store.read() as connection:
        head = head_of(connection)
    assert (manifest.seq, manifest.head) == (head.seq, head.hash)
    assert manifest.last_label == "đính kèm 1"


def test_that_what_is_still_in_the_log_is_in_the_backup(store: Store) -> None:
    back_up(store)
    assert store.folder.database.with_name("ttdn.sqlite-wal").stat().st_size > 0

    record(store, activity(1))

    assert back_up(store).activities == 1


def test_that_a_change_while_it_is_made_is_wholly_out_of_it(store: Store) -> None:
    record(store, activity(1))
    changed: list[int] = []

    def change(_done: int, _total: int) -> None:
        if not changed:
            changed.append(1)
            record(store, activity(2))

    manifest = back_up(store, step=change)

    assert manifest.activities == 1
    assert kept_backups.latest(repository_of(store)) is not None


def test_that_a_file_is_copied_once_and_never_linked(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    copy = repository_of(store).file(digest)
    first = copy.stat()

    back_up(store)

    assert copy.stat().st_mtime_ns == first.st_mtime_ns
    assert (first.st_nlink, first.st_ino) != (2, vault_place(store, digest).stat().st_ino)
    vault_place(store, digest).write_bytes(b"spoilt")
    assert copy.read_bytes() == b"photo"


def test_that_a_copy_cut_short_is_copied_anew(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    copy = repository_of(store).file(digest)
    copy.write_bytes(b"ph")

    back_up(store)

    assert copy.read_bytes() == b"photo"


def test_that_evidence_altered_in_the_vault_is_not_backed_up_and_named(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    vault_place(store, digest).write_bytes(b"PHOTO")

    manifest = back_up(store)

    assert manifest.missing == (digest,)
    assert not repository_of(store).file(digest).exists()


def test_that_evidence_lost_from_the_vault_stays_in_later_backups(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    vault_place(store, digest).unlink()

    manifest = back_up(store)

    assert (manifest.missing, manifest.evidence) == ((), 1)


@pytest.mark.parametrize("stop_at", range(1, 9))
def test_that_a_stopped_backup_is_none_and_the_next_clears_it_up(
    store: Store, stop_at: int
) -> None:
    first = back_up(store)
    attach(store, 1, b"photo")
    attach(store, 2, b"letter")
    steps: list[int] = []

    def stop(done: int, total: int) -> None:
        steps.append(done)
        if len(steps) == stop_at and done < total:
            raise StopError

    before = {name for name in _left(repository_of(store)) if name.startswith(first.name)}
    try:
        back_up(store, step=stop)
    except StopError:
        repository = repository_of(store)
        assert repository.names() == (first.name,)
        assert before <= _left(repository)
        assert not (repository.unfinished / "ttdn.sqlite").exists()

    last = back_up(store)

    assert list(repository_of(store).unfinished.iterdir()) == []
    assert all(each.good for each in kept_backups.verify(repository_of(store), unheard))
    assert last.evidence == 2


def test_that_what_a_kill_has_left_is_swept(store: Store) -> None:
    manifest = back_up(store)
    repository = repository_of(store)
    stray = "ab" * 32
    (repository.files / "ab").mkdir()
    repository.file(stray).write_bytes(b"copied, and then killed")
    (repository.unfinished / "ttdn.sqlite").write_bytes(b"half")
    (repository.unfinished / "proof").mkdir()
    repository.database_of("000009-20260101-0000").write_bytes(b"no manifest")

    back_up(store)

    assert not repository.file(stray).exists()
    assert list(repository.unfinished.iterdir()) == []
    assert not repository.database_of("000009-20260101-0000").exists()
    assert repository.database_of(manifest.name).exists()


def test_that_nothing_is_swept_while_a_manifest_cannot_be_read(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    manifest = back_up(store)
    repository = repository_of(store)
    repository.manifest_of(manifest.name).write_bytes(b"spoilt")

    repository.sweep()

    assert repository.file(digest).exists()


def test_that_a_damaged_database_makes_no_backup(store: Store) -> None:
    record(store, *(activity(number, content="nội dung " * 200) for number in range(1, 20)))
    first = back_up(store)
    with store.read() as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_activities_start_id'"
        root = int(connection.exec_driver_sql(sql).scalar_one())
        connection.exec_driver_sql("PRAGMA cache_size = 0")
    with closing(sqlite3.connect(store.folder.database)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with store.folder.database.open("r+b") as stream:
        stream.seek((root - 1) * 4096)
        stream.write(b"\xff" * 4096)

    with pytest.raises(KnownError, match=r"backup_unsound|database_damaged"):
        back_up(store)

    assert repository_of(store).names() == (first.name,)


def test_that_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(KnownError, match="backup_unwritable"):
        back_up(store, Repository(tmp_path / "file" / "backups"))


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.ENODEV])
def test_that_a_disk_that_fails_at_any_write_leaves_the_backups_before(
    store: Store, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    first = back_up(store)
    fsync, left = os.fsync, [ENDLESS]

    def failing(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(code, "gone")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    key = "backup_no_room" if code == errno.ENOSPC else "backup_unwritable"
    for tried in range(7):
        attach(store, tried, b"letter %d" % tried)
        left[0] = tried
        with pytest.raises(KnownError, match=key):
            back_up(store)
        left[0] = ENDLESS
        assert repository_of(store).names() == (first.name,)
    back_up(store)

    assert all(each.good for each in kept_backups.verify(repository_of(store), unheard))


def test_that_a_restore_point_copies_the_database_alone(store: Store) -> None:
    digest = attach(store, 1, b"photo")

    wish = Wish(Reason.BEFORE, "Nhập kế hoạch")
    manifest = backups.make(store, repository_of(store), wish, unheard)

    repository = repository_of(store)
    assert manifest.label == "Nhập kế hoạch"
    assert [each.sha256 for each in repository.list_of(manifest)] == [digest]
    assert not repository.file(digest).exists()
    assert [each.good for each in kept_backups.listed(repository)] == [True]
    assert kept_backups.latest(repository) is None


def test_that_numbers_go_up_though_the_clock_goes_back(store: Store) -> None:
    first = back_up(store)
    store.clock.ticks = 1  # type: ignore[attr-defined]  # the tests' clock

    second = back_up(store)

    assert second.made_at < first.made_at
    assert second.number == first.number + 1
    found = kept_backups.latest(repository_of(store))
    assert found is not None
    assert found.name == second.name
