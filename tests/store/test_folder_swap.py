"""A copy takes the place of the data folder: both are whole, whenever it is cut off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import CountingClock, fill
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import engine, folder_swap

if TYPE_CHECKING:
    import os


class KillError(BaseException):
    """The process ends here."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a data folder with backups, closed."""
    return _made(tmp_path / "data", backups=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return the folder that is to take its place, closed."""
    return _made(tmp_path / "copy", backups=False)


def _made(folder: Path, *, backups: bool) -> Path:
    made = engine.create(folder, clock=CountingClock())
    fill(made)
    made.close()
    (folder / "mark").write_text(folder.name)
    if backups:
        (folder / "backups" / "manifests").mkdir(parents=True)
    return folder


def _mark(folder: Path) -> str:
    return (folder / "mark").read_text()


def test_that_both_are_whole_and_the_backups_stay(root: Path, copy: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"

    folder_swap.swap(root, copy, kept, now_ms=1)

    assert (_mark(root), _mark(kept)) == ("copy", "data")
    assert (root / "backups" / "manifests").is_dir()
    assert not (kept / "backups").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"data", "kept"}
    for folder in (root, kept):
        with engine.open(folder, clock=CountingClock()):
            pass


def test_that_it_can_be_swapped_back(root: Path, copy: Path, tmp_path: Path) -> None:
    folder_swap.swap(root, copy, tmp_path / "kept", now_ms=1)

    folder_swap.swap(root, tmp_path / "kept", tmp_path / "again", now_ms=2)

    assert (_mark(root), _mark(tmp_path / "again")) == ("data", "copy")
    assert (root / "backups" / "manifests").is_dir()


def test_that_an_open_folder_is_not_moved(root: Path, copy: Path, tmp_path: Path) -> None:
    for folder in (root, copy):
        with (
            engine.open(folder, clock=CountingClock()),
            pytest.raises(KnownError, match="folder_in_use"),
        ):
            folder_swap.swap(root, copy, tmp_path / "kept", now_ms=1)

    assert (_mark(root), _mark(copy)) == ("data", "copy")


def test_that_a_folder_without_data_takes_no_place(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(KnownError, match="folder_empty"):
        folder_swap.swap(root, tmp_path / "empty", tmp_path / "kept", now_ms=1)

    assert _mark(root) == "data"


@pytest.mark.parametrize("cut", range(5))
def test_that_a_kill_at_any_move_is_brought_to_its_end_by_the_next_opening(
    root: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    kept, left = tmp_path / "kept", [cut]
    moves = {name: getattr(Path, name) for name in ("rename", "replace", "unlink")}

    def killed(name: str) -> None:
        def move(self: Path, *words: object, **more: object) -> object:
            if ".swap" in self.name or self in {root, copy, kept / "backups"}:
                left[0] -= 1
                if left[0] < 0:
                    raise KillError
            return moves[name](self, *words, **more)

        monkeypatch.setattr(Path, name, move)

    for name in moves:
        killed(name)
    with pytest.raises(KillError):
        folder_swap.swap(root, copy, kept, now_ms=1)
    monkeypatch.undo()

    with engine.open(root, clock=CountingClock()):
        pass

    assert not (tmp_path / ".data.swap").exists()
    whole = {_mark(folder) for folder in (root, copy, kept) if folder.exists()}
    assert whole == {"data", "copy"}
    assert (root / "backups" / "manifests").is_dir()


@pytest.mark.parametrize("refused", ["data", "copy"])
def test_that_a_folder_that_cannot_be_moved_leaves_both_in_place(
    root: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    rename = Path.replace

    def stuck(self: Path, target: os.PathLike[str]) -> Path:
        if self.name == refused:
            raise PermissionError(13, "open elsewhere")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", stuck)
    with pytest.raises(KnownError, match="swap_refused"):
        folder_swap.swap(root, copy, tmp_path / "kept", now_ms=1)

    assert (_mark(root), _mark(copy)) == ("data", "copy")
    assert {path.name for path in tmp_path.iterdir()} == {"data", "copy"}


def test_that_a_torn_note_hinders_nothing(root: Path) -> None:
    (root.parent / ".data.swap").write_text("{")

    folder_swap.finish(root)

    assert _mark(root) == "data"
