"""Moving and removing: on Windows as long as an antivirus may hold a file, elsewhere once."""

from __future__ import annotations

import pathlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import durable

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


class Antivirus:
    """Holds a file for some tries; what would be waited is noted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, windows: bool = True) -> None:
        """Hold nothing yet."""
        self.left = 0
        self.pauses: list[float] = []
        monkeypatch.setattr(durable, "HELD", windows)
        monkeypatch.setattr("time.sleep", self.pauses.append)
        for name in ("replace", "unlink"):
            plain = getattr(pathlib.Path, name)
            monkeypatch.setattr(pathlib.Path, name, self._held(plain))

    def _held(self, plain: object) -> object:
        def held(*given: object, **named: object) -> object:
            if self.left:
                self.left -= 1
                raise PermissionError(13, "held by another program")
            return plain(*given, **named)  # type: ignore[operator]  # a method of Path

        return held


@pytest.fixture
def antivirus(monkeypatch: pytest.MonkeyPatch) -> Antivirus:
    """Return an antivirus on Windows."""
    return Antivirus(monkeypatch)


def test_that_a_file_held_for_a_moment_is_moved_all_the_same(
    tmp_path: Path, antivirus: Antivirus
) -> None:
    (tmp_path / "new").write_text("mới")
    (tmp_path / "place").write_text("cũ")
    antivirus.left = 4

    durable.move(tmp_path / "new", tmp_path / "place")

    assert (tmp_path / "place").read_text() == "mới"
    assert not (tmp_path / "new").exists()
    assert antivirus.pauses == sorted(antivirus.pauses) == list(durable.PAUSES[:4])


def test_that_a_file_held_for_good_is_told_within_two_seconds(
    tmp_path: Path, antivirus: Antivirus
) -> None:
    (tmp_path / "new").write_text("mới")
    antivirus.left = 1000

    with pytest.raises(PermissionError):
        durable.move(tmp_path / "new", tmp_path / "place")

    assert 1 < sum(antivirus.pauses) < 2
    assert (tmp_path / "new").read_text() == "mới"


def test_that_a_held_file_is_removed_later_and_one_that_is_gone_is_none(
    tmp_path: Path, antivirus: Antivirus
) -> None:
    (tmp_path / "old").write_text("cũ")
    antivirus.left = 2

    durable.remove(tmp_path / "old")
    durable.remove(tmp_path / "old")

    assert not (tmp_path / "old").exists()
    assert len(antivirus.pauses) == 2


def test_that_other_systems_are_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Antivirus(monkeypatch, windows=False)
    (tmp_path / "new").write_text("mới")
    elsewhere.left = 1

    with pytest.raises(PermissionError):
        durable.move(tmp_path / "new", tmp_path / "place")

    assert elsewhere.pauses == []


def test_that_evidence_is_stored_though_an_antivirus_looks_through_it(
    store: Store, antivirus: Antivirus
) -> None:
    antivirus.left = 5

    stored = store.vault.add(BytesIO(b"photo"))

    with store.vault.open(stored.sha256) as stream:
        assert stream.read() == b"photo"
    assert list(store.folder.unfinished.iterdir()) == []


def test_that_evidence_held_for_good_is_refused_in_plain_words(
    store: Store, antivirus: Antivirus
) -> None:
    antivirus.left = len(durable.PAUSES) + 1

    with pytest.raises(KnownError) as refused:
        store.vault.add(BytesIO(b"photo"))

    assert refused.value.key == "folder_denied"
    assert list(store.folder.unfinished.iterdir()) == []
    assert list(store.vault.digests()) == []
