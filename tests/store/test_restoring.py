"""A restore gives the whole backup in a folder of its own, or nothing at all."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.backup_desk import attach, back_up, repository_of, unheard, vault_place
from tests.store.samples import all_rows, is_sound
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import backup_sources, engine, integrity, kept_backups, restoring

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.backup_sources import InRepository
    from ttdn_desktop.store.clock import Clock
    from ttdn_desktop.store.engine import Store


class StopError(Exception):
    """Somebody stops the work."""


def _source(store: Store, *, spare: bool = False) -> InRepository:
    """Return the newest backup, whatever is wrong with it."""
    newest = kept_backups.listed(repository_of(store))[0]
    return backup_sources.in_repository(newest, store.folder if spare else None)


def test_that_a_restored_folder_is_sound_and_the_same(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    attach(store, 1, b"photo")
    attach(store, 2, b"letter")
    back_up(store)
    target = tmp_path / "Phục hồi" / "mới"

    restored = restoring.restore(_source(store), target, unheard)

    assert (restored.records, restored.evidence, restored.missing) == (0, 2, ())
    with engine.open(target, clock=clock) as copy:
        assert all_rows(copy) == all_rows(store)
        assert is_sound(copy)
        assert integrity.check(copy).ok
    assert list(target.parent.iterdir()) == [target]


def test_that_its_progress_only_grows_to_its_end(store: Store, tmp_path: Path) -> None:
    attach(store, 1, b"photo")
    made = back_up(store)
    steps: list[tuple[int, int]] = []

    restoring.restore(_source(store), tmp_path / "new", lambda *step: steps.append(step))

    assert steps == sorted(steps)
    assert steps[-1] == (made.size, made.size)


def test_that_an_empty_folder_is_taken_and_a_full_one_left(store: Store, tmp_path: Path) -> None:
    back_up(store)
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    (full / "thư.txt").write_text("mine")

    restoring.restore(_source(store), empty, unheard)
    for taken in (full, full / "thư.txt", empty):
        with pytest.raises(KnownError, match="restore_taken"):
            restoring.restore(_source(store), taken, unheard)

    assert [path.name for path in full.iterdir()] == ["thư.txt"]


def test_that_nothing_is_restored_into_a_data_folder(store: Store) -> None:
    back_up(store)

    with pytest.raises(KnownError, match="restore_inside_data"):
        restoring.restore(_source(store), store.folder.root / "vault" / "x", unheard)


def test_that_an_altered_file_refuses_the_whole_unless_part_of_it_is_wanted(
    store: Store, tmp_path: Path
) -> None:
    kept, lost = attach(store, 1, b"photo"), attach(store, 2, b"letter")
    back_up(store)
    repository_of(store).file(lost).write_bytes(b"LETTER")
    target = tmp_path / "new"

    with pytest.raises(KnownError, match="backup_damaged"):
        restoring.restore(_source(store), target, unheard)
    assert not target.exists()
    restored = restoring.restore(_source(store), target, unheard, partly=True)

    assert (restored.evidence, restored.missing) == (1, (lost,))
    assert (target / "vault" / kept[:2] / kept).read_bytes() == b"photo"
    assert not (target / "vault" / lost[:2] / lost).exists()


def test_that_a_file_the_backups_lack_is_taken_from_the_vault(store: Store, tmp_path: Path) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    repository_of(store).file(digest).write_bytes(b"PHOTO")

    restored = restoring.restore(_source(store, spare=True), tmp_path / "new", unheard)

    assert restored.missing == ()
    assert (tmp_path / "new" / "vault" / digest[:2] / digest).read_bytes() == b"photo"


def test_that_what_a_backup_said_was_missing_is_told_again(store: Store, tmp_path: Path) -> None:
    digest = attach(store, 1, b"photo")
    vault_place(store, digest).unlink()
    back_up(store)

    restored = restoring.restore(_source(store), tmp_path / "new", unheard)

    assert (restored.evidence, restored.missing) == (0, (digest,))


def test_that_an_altered_database_is_refused(store: Store, tmp_path: Path) -> None:
    made = back_up(store)
    with closing(sqlite3.connect(repository_of(store).database_of(made.name))) as raw, raw:
        raw.execute("UPDATE meta SET value = 'x' WHERE key = 'no such'")
        raw.execute("PRAGMA user_version = 5")

    with pytest.raises(KnownError, match="backup_damaged"):
        restoring.restore(_source(store), tmp_path / "new", unheard)

    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("stop_at", range(1, 4))
def test_that_a_stopped_restore_leaves_nothing(store: Store, tmp_path: Path, stop_at: int) -> None:
    attach(store, 1, b"photo")
    attach(store, 2, b"letter")
    back_up(store)
    steps: list[int] = []

    def stop(_done: int, _total: int) -> None:
        steps.append(1)
        if len(steps) == stop_at:
            raise StopError

    (tmp_path / "out").mkdir()
    with pytest.raises(StopError):
        restoring.restore(_source(store), tmp_path / "out" / "new", stop)

    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "key"), [(errno.ENOSPC, "restore_no_room"), (errno.EIO, "restore_unwritable")]
)
def test_that_a_disk_that_fails_at_any_write_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, key: str
) -> None:
    attach(store, 1, b"photo")
    back_up(store)
    fsync, source = os.fsync, _source(store)
    (tmp_path / "out").mkdir()
    for tried in range(5):
        left = [tried]

        def failing(handle: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(code, "gone")
            fsync(handle)

        monkeypatch.setattr(os, "fsync", failing)
        with pytest.raises(KnownError, match=key):
            restoring.restore(source, tmp_path / "out" / "new", unheard)
        assert list((tmp_path / "out").iterdir()) == []


def test_that_a_disk_without_room_is_told_before_anything_is_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(store)
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage(10**9, 10**9, 0))

    with pytest.raises(KnownError, match="restore_no_room"):
        restoring.restore(_source(store), tmp_path / "new", unheard)


def test_that_what_a_kill_has_left_beside_the_place_is_removed(
    store: Store, tmp_path: Path
) -> None:
    back_up(store)
    place = tmp_path / "out" / "new"
    seen: list[Path] = []

    def look(_done: int, _total: int) -> None:
        seen.extend(place.parent.iterdir())

    restoring.restore(_source(store), place, look)
    shutil.rmtree(place)
    (seen[0] / "vault").mkdir(parents=True)
    restoring.restore(_source(store), place, unheard)

    assert list(place.parent.iterdir()) == [place]


def test_that_a_newer_programs_backup_is_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(store)
    monkeypatch.setattr("ttdn_desktop.store.upgrade.SCHEMA_VERSION", 5)

    with pytest.raises(KnownError, match="folder_newer"):
        restoring.restore(_source(store), tmp_path / "new", unheard)
