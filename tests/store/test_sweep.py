"""What a crash left in the vault goes after a week; what any record speaks of stays."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import OFFICE, YEAR, CountingClock, file
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.store import changes, drafts, engine, evidence, rounds, submissions

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store

DAY = 24 * 60 * 60
NOW = 1_800_000_000
ROUND = annual_round(YEAR, OFFICE.id)


class _LateClock(CountingClock):
    """A clock that stands at an instant of the year 2027."""

    def now_ms(self) -> int:
        return NOW * 1000


def _left(store: Store, content: bytes, *, days: float) -> str:
    """Put a file into the vault that was last written some days ago."""
    digest = store.vault.add(BytesIO(content)).sha256
    written = NOW - days * DAY
    os.utime(store.folder.vault / digest[:2] / digest, (written, written))
    return digest


def _recorded(store: Store, digest: str) -> None:
    with store.change("Lan", "tài liệu") as tx:
        evidence.add(tx, file(1, sha256=digest), unit_id=OFFICE.id, year=YEAR)


def _reopened(store: Store) -> set[str]:
    store.close()
    with engine.open(store.folder.root, clock=_LateClock()) as again:
        return set(again.vault.digests())


@pytest.mark.parametrize(("days", "stays"), [(8, False), (7.1, False), (6.9, True), (-1, True)])
def test_that_an_orphan_is_collected_after_a_week(
    store: Store, days: float, *, stays: bool
) -> None:
    orphan = _left(store, b"mo coi", days=days)

    assert (orphan in _reopened(store)) is stays


def test_that_what_is_recorded_stays(store: Store) -> None:
    kept = _left(store, b"bien ban", days=400)
    _recorded(store, kept)

    assert _reopened(store) == {kept}


def test_that_what_was_taken_back_stays(store: Store) -> None:
    kept = _left(store, b"bien ban", days=400)
    orphan = _left(store, b"mo coi", days=400)
    _recorded(store, kept)
    changes.undo(store, "Lan")

    assert _reopened(store) == {kept}
    assert orphan != kept
    assert (store.folder.vault / kept[:2] / kept).stat().st_mtime == NOW


def test_that_what_a_draft_speaks_of_stays(store: Store) -> None:
    kept = _left(store, b"bien ban", days=400)
    drafts.save(store, "activity", {"files": [kept]})

    assert _reopened(store) == {kept}


def _kept(store: Store, content: bytes, *, days: float) -> str:
    """Put a report into `editions/` that was last written some days ago."""
    digest = hashlib.sha256(content).hexdigest()
    place = store.folder.editions / digest
    place.write_bytes(content)
    os.utime(place, (NOW - days * DAY, NOW - days * DAY))
    return digest


def _editions(store: Store) -> set[str]:
    store.close()
    with engine.open(store.folder.root, clock=_LateClock()):
        return {path.name for path in store.folder.editions.iterdir()}


@pytest.mark.parametrize(("days", "stays"), [(8, False), (6.9, True)])
def test_that_a_report_nobody_recorded_is_collected_after_a_week(
    store: Store, days: float, *, stays: bool
) -> None:
    orphan = _kept(store, b"dang ky do", days=days)
    stray = store.folder.editions / "ghi chu.txt"
    stray.write_bytes(b"")
    os.utime(stray, (0, 0))

    assert _editions(store) == ({orphan, stray.name} if stays else {stray.name})


@pytest.mark.parametrize("taken_back", [False, True])
def test_that_a_recorded_report_stays_though_it_was_taken_back(
    store: Store, *, taken_back: bool
) -> None:
    kept = _kept(store, b"ban trinh", days=400)
    with store.change("Lan", "báo cáo") as tx:
        rounds.ensure(tx, ROUND)
        submissions.add(tx, ROUND.id, "c0de", kept)
    if taken_back:
        changes.undo(store, "Lan")

    assert _editions(store) == {kept}
    renewed = (store.folder.editions / kept).stat().st_mtime == NOW
    assert renewed is taken_back


def test_that_strays_and_reading_collect_nothing(store: Store) -> None:
    orphan = _left(store, b"mo coi", days=400)
    stray = store.folder.vault / orphan[:2] / "Thumbs.db"
    stray.write_bytes(b"")
    os.utime(stray, (0, 0))
    store.close()

    with engine.open(store.folder.root, clock=_LateClock(), read_only=True) as reading:
        assert set(reading.vault.digests()) == {orphan}
    with engine.open(store.folder.root, clock=_LateClock()):
        assert stray.exists()


def test_that_a_file_that_cannot_be_removed_is_left(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    orphan = _left(store, b"mo coi", days=400)

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", lambda path, **_: refuse(path))
    store.vault.collect(orphan)

    assert set(store.vault.digests()) == {orphan}
