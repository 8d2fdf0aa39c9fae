"""A refusal leaves nothing behind, and a crash nothing that hinders."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import labels
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import editions, engine, settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.samples import CountingClock
    from ttdn_desktop.store.engine import Store


def _refuse_after_adding(store: Store, content: bytes, key: str) -> None:
    """Add a file within a change that a KnownError ends."""
    with pytest.raises(KnownError), store.change("Lan", "ghi") as tx:  # noqa: PT012  (the change is what is refused)
        store.vault.add(BytesIO(content))
        settings.put(tx, "a", 1)
        raise KnownError(key)


def test_that_a_refused_change_takes_its_new_files_back_and_no_others(store: Store) -> None:
    kept = store.vault.add(BytesIO(b"truoc")).sha256

    _refuse_after_adding(store, b"sau", "item_unknown")
    _refuse_after_adding(store, b"truoc", "item_unknown")

    assert list(store.vault.digests()) == [kept]
    assert labels(store) == ["init"]


def test_that_files_stay_when_nobody_knows_whether_the_record_is_on_the_disk(
    store: Store,
) -> None:
    _refuse_after_adding(store, b"sau", "disk_error")

    assert len(list(store.vault.digests())) == 1


def test_that_the_files_of_a_change_before_stay_when_the_next_is_refused(store: Store) -> None:
    with store.change("Lan", "ghi") as tx:
        kept = store.vault.add(BytesIO(b"truoc")).sha256
        settings.put(tx, "a", 1)

    _refuse_after_adding(store, b"sau", "item_unknown")

    assert list(store.vault.digests()) == [kept]


def test_that_what_a_crash_left_half_written_is_cleared_when_the_folder_is_opened(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()
    (folder / "tmp" / "half").write_bytes(b"x")
    (folder / "tmp" / "a folder of another program").mkdir()

    engine.open(folder, clock=clock).close()

    assert [path.name for path in (folder / "tmp").iterdir()] == ["a folder of another program"]


def test_that_a_copy_of_a_folder_without_its_empty_parts_can_be_opened(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()
    for part in ("vault", "tmp", "editions"):
        (folder / part).rmdir()

    with engine.open(folder, clock=clock) as again:
        assert again.vault.add(BytesIO(b"a")).size == 1


SHA = "ab" * 32


def test_that_an_edition_stays_with_its_record_and_goes_with_a_refusal(
    store: Store, tmp_path: Path
) -> None:
    report = tmp_path / "report.docx"
    report.write_bytes(b"bao cao")
    place = store.folder.editions / SHA

    with pytest.raises(KnownError), editions.kept(store.folder, SHA, report):
        raise KnownError("disk_full")
    gone = not place.exists()
    with editions.kept(store.folder, SHA, report):
        pass

    assert gone
    assert place.read_bytes() == b"bao cao"


def test_that_a_refusal_does_not_take_back_an_edition_kept_before(
    store: Store, tmp_path: Path
) -> None:
    report = tmp_path / "report.docx"
    report.write_bytes(b"bao cao")
    with editions.kept(store.folder, SHA, report):
        pass

    with pytest.raises(KnownError), editions.kept(store.folder, SHA, report):
        raise KnownError("disk_full")

    assert (store.folder.editions / SHA).read_bytes() == b"bao cao"
