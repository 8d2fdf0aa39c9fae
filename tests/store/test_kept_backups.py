"""Backups as listed: what is damaged is said, and never chosen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tests.store.backup_desk import attach, back_up, repository_of, unheard, vault_place
from tests.store.samples import activity, record
from ttdn_desktop.domain.backup import DAY_MS, Reason
from ttdn_desktop.store import kept_backups
from ttdn_desktop.store.manifest import Manifest, read, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.repository import Repository


def _flip(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)


Spoil = dict[str, "Callable[[Repository, Manifest, str], Path]"]
PARTS: Spoil = {
    "manifest": lambda repository, made, _file: repository.manifest_of(made.name),
    "database": lambda repository, made, _file: repository.database_of(made.name),
    "list": lambda repository, made, _file: repository.lists / made.files,
    "files": lambda repository, _made, file: repository.file(file),
}


@pytest.mark.parametrize("part", sorted(PARTS))
def test_that_a_flipped_bit_in_any_part_is_found_by_reading(store: Store, part: str) -> None:
    digest = attach(store, 1, b"photo")
    made = back_up(store)
    repository = repository_of(store)

    _flip(PARTS[part](repository, made, digest))

    assert [each.fault for each in kept_backups.verify(repository, unheard)] == [part]


@pytest.mark.parametrize("part", sorted(PARTS))
def test_that_a_part_that_is_gone_is_seen_and_the_one_before_is_latest(
    store: Store, part: str
) -> None:
    before = back_up(store)
    digest = attach(store, 1, b"photo")
    made = back_up(store)
    repository = repository_of(store)

    place = PARTS[part](repository, made, digest)
    place.write_bytes(b"") if part == "manifest" else place.unlink()

    assert [each.fault for each in kept_backups.listed(repository)] == [part, ""]
    found = kept_backups.latest(repository)
    assert found is not None
    assert found.name == before.name


def test_that_a_manifest_under_another_name_is_damaged(store: Store) -> None:
    made = back_up(store)
    repository = repository_of(store)

    repository.manifest_of(made.name).rename(repository.manifest_of("000099-20260101-0000"))

    assert [each.fault for each in kept_backups.listed(repository)] == ["manifest"]


def test_that_a_newer_programs_backup_is_told_apart(store: Store) -> None:
    made = back_up(store)
    repository, place = repository_of(store), repository_of(store).manifest_of(made.name)
    line = place.read_bytes().splitlines()[0].replace(b'"format": 1', b'"format": 2')
    place.write_bytes(line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n")

    assert [each.fault for each in kept_backups.listed(repository)] == ["newer"]


def test_that_no_repository_has_no_backups(store: Store) -> None:
    assert kept_backups.listed(repository_of(store)) == ()
    assert kept_backups.latest(repository_of(store)) is None


def test_that_old_backups_go_with_the_files_only_they_had(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    old = back_up(store)
    repository = repository_of(store)
    (repository.manifest_of(old.name)).unlink()
    vault_place(store, digest).unlink()

    kept_backups.let_go(repository, 0, sweep=True)

    assert not repository.file(digest).exists()
    assert not repository.database_of(old.name).exists()


def test_that_retention_runs_with_each_backup(store: Store) -> None:
    for number in range(1, 31):
        store.clock.ticks = number * DAY_MS  # type: ignore[attr-defined]  # the tests' clock
        back_up(store)

    repository = repository_of(store)
    assert 15 <= len(repository.names()) <= 19
    assert len(list(repository.databases.iterdir())) == len(repository.names())
    assert all(each.good for each in kept_backups.verify(repository, unheard))


def test_that_only_the_last_twenty_restore_points_stay(store: Store) -> None:
    backup = back_up(store)
    points = [back_up(store, reason=Reason.BEFORE).name for _ in range(23)]

    assert set(repository_of(store).names()) == {backup.name, *points[3:]}


def test_that_old_databases_are_packed_and_read_as_before(store: Store) -> None:
    record(store, activity(1))
    made = [back_up(store) for _ in range(4)]
    repository = repository_of(store)

    kept_backups.pack_old(repository, unheard)

    plain = [repository.database_of(each.name).exists() for each in made]
    assert plain == [False, False, True, True]
    packed = repository.database_of(made[0].name, packed=True)
    assert packed.stat().st_size < made[0].database_size / 2
    assert all(each.good for each in kept_backups.verify(repository, unheard))
    packed.write_bytes(packed.read_bytes()[:-9])
    assert kept_backups.verify(repository, unheard)[-1].fault == "database"


def test_that_an_altered_copy_is_dropped_and_copied_anew(store: Store) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    repository = repository_of(store)
    _flip(repository.file(digest))

    assert kept_backups.drop_altered(repository, unheard) == 1
    back_up(store)

    assert all(each.good for each in kept_backups.verify(repository, unheard))


def test_that_a_manifest_is_read_as_it_was_written(store: Store) -> None:
    made = back_up(store)

    assert read(written(made)) == made
