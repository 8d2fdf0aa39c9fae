"""What a power cut may leave of our own file writes: every legal state, made and looked at.

A work is done once for real while its calls are noted. Between any two of them the power may go.
Then of a file only what was forced to disk is sure: the rest may be missing, torn or zeros. A new
name, a rename or a removal is sure only once its folder was forced: until then those pending may be
there up to any one of them, or any one alone.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Check = Callable[[Path, bool], str | None]
    """Says what is wrong with a state, given whether the work was told as done; None: nothing."""

NAMING = ("replace", "rename", "unlink", "remove", "mkdir", "rmdir")
"""Calls that change names; `fsync` is noted beside them."""

Key = tuple[int, str]
"""A name: the number of its folder, and what it is called in there."""

Names = dict[Key, tuple[int, bool]]
"""What lies under each name: its number, and whether it is a folder."""

Change = dict[Key, tuple[int, bool] | None]
"""What one call did to names; None where a name is gone."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment at which the power may go; `told` whether the work had said that it is done."""

    sure: Names
    pending: tuple[Change, ...]
    forced: Mapping[int, bytes]
    written: Mapping[int, bytes]
    told: bool


class Recorder:
    """Notes what becomes of the files below a folder; a database at work looks after itself."""

    def __init__(self, root: Path, stack: ExitStack) -> None:
        """Take what is there now for safely on the disk; `stack` holds files, for their numbers."""
        self._root, self._stack = root, stack
        self._held: set[int] = set()
        self._seen, self._written = self._look()
        self._sure, self._forced = dict(self._seen), dict(self._written)
        self._pending: list[Change] = []
        self.moments: list[Moment] = []

    def note(self, *, told: bool = False) -> None:
        """Note the present moment, and what has happened to names since the last."""
        names, self._written = self._look()
        keys = {*names, *self._seen}
        change = {key: names.get(key) for key in keys if names.get(key) != self._seen.get(key)}
        if change:
            self._pending.append(change)
        self._seen = names
        moment = Moment(
            dict(self._sure), tuple(self._pending), dict(self._forced), self._written, told
        )
        if not self.moments or self.moments[-1] != moment:
            self.moments.append(moment)

    def force(self, handle: int) -> None:
        """Take a file's content, or the changes of a folder's names, for safely on the disk."""
        number = os.fstat(handle).st_ino
        if number in self._written:
            self._forced[number] = self._written[number]
            return
        left: list[Change] = []
        for change in self._pending:
            if any(folder == number for folder, _name in change):
                _apply(self._sure, change)
            else:
                left.append(change)
        self._pending = left

    def _look(self) -> tuple[Names, dict[int, bytes]]:
        names: Names = {}
        contents: dict[int, bytes] = {}
        for path in self._root.rglob("*"):
            if not _is_at_work(path):
                number = path.stat().st_ino
                self._hold(path, number)
                names[path.parent.stat().st_ino, path.name] = (number, path.is_dir())
                if not path.is_dir():
                    contents[number] = path.read_bytes()
        return names, contents

    def _hold(self, path: Path, number: int) -> None:
        """Keep a number from being given to another file."""
        if number not in self._held:
            self._held.add(number)
            self._stack.callback(os.close, os.open(path, os.O_RDONLY))


def _is_at_work(path: Path) -> bool:
    """Tell whether SQLite or the lock is at work on a file, and sees to it itself."""
    if path.name.startswith(("ttdn.sqlite-", "ttdn.lock", "ttdn.holder")):
        return True
    return path.name == "ttdn.sqlite" and path.with_name("ttdn.sqlite-shm").exists()


def recorded(root: Path, work: Callable[[], object]) -> list[Moment]:
    """Do a work for real; return each moment at which the power might have gone."""
    with ExitStack() as stack:
        recorder = Recorder(root, stack)
        with _noting(recorder):
            work()
        recorder.note(told=True)
        return recorder.moments


@contextmanager
def _noting(recorder: Recorder) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in NAMING:
            patch.setattr(os, name, _noted(getattr(os, name), recorder))
        fsync = os.fsync

        def forced(handle: int) -> None:
            recorder.note()
            fsync(handle)
            recorder.force(handle)
            recorder.note()

        patch.setattr(os, "fsync", forced)
        yield


def _noted(plain: Callable[..., Any], recorder: Recorder) -> Callable[..., Any]:
    def noted(*given: Any, **named: Any) -> Any:  # noqa: ANN401 (any call of the system)
        recorder.note()
        answer = plain(*given, **named)
        recorder.note()
        return answer

    return noted


def torn(moments: list[Moment], root: Path, scratch: Path, check: Check) -> tuple[int, list[str]]:
    """Look at every state of every moment; return how many there were, and what was wrong.

    `check` is given a state and whether the work was told as done; it says what is wrong, or None.
    """
    tried, wrong = 0, []
    for moment in moments:
        for state in _states(moment, root, scratch):
            tried += 1
            found = check(state, moment.told)
            if found is not None:
                wrong.append(f"state {tried}: {found}")
    return tried, wrong


def _states(moment: Moment, root: Path, scratch: Path) -> Iterator[Path]:
    """Make each state that a power cut at a moment may leave, one after another, in one place."""
    for names in _names_left(moment):
        for content in _contents_left(moment, names):
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir(parents=True)
            _make(names, content, root.stat().st_ino, scratch)
            yield scratch


def _names_left(moment: Moment) -> Iterator[Names]:
    made: list[Names] = [dict(moment.sure)]
    for change in moment.pending:
        made.append(_applied(made[-1], change))
    made += [_applied(moment.sure, change) for change in moment.pending[1:]]
    yield from (each for number, each in enumerate(made) if each not in made[:number])


def _applied(names: Names, change: Change) -> Names:
    after = dict(names)
    _apply(after, change)
    return after


def _apply(names: Names, change: Change) -> None:
    for key, found in change.items():
        if found is None:
            names.pop(key, None)
        else:
            names[key] = found


def _contents_left(moment: Moment, names: Names) -> Iterator[dict[int, bytes]]:
    """Yield what the files may hold: all as forced, all as written, torn, or zeros."""
    files = {number for number, is_folder in names.values() if not is_folder}
    forced = {number: moment.forced.get(number, b"") for number in files}
    now = {number: moment.written.get(number, forced[number]) for number in files}
    loose = [number for number in files if now[number] != forced[number]]
    yield forced
    if loose:
        yield now
        yield {**now, **{number: now[number][: len(now[number]) // 2] for number in loose}}
        yield {**now, **{number: bytes(len(now[number])) for number in loose}}


def _make(names: Names, content: Mapping[int, bytes], folder: int, place: Path) -> None:
    """Write what lies in a folder, by its number, into a place."""
    for (within, name), (number, is_folder) in names.items():
        if within != folder:
            continue
        if is_folder:
            (place / name).mkdir()
            _make(names, content, number, place / name)
        else:
            (place / name).write_bytes(content[number])
