"""The console driven in this process: what it prints, its exit code, and what a folder holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ttdn_desktop.console.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_BUG = "lỗi ngoài dự kiến"
"""What the console says of an exception of ours: never an answer to bad input."""

_LOCK = frozenset({"ttdn.lock", "ttdn.holder"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code, stdout and stderr of one command line."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 (JSON has any shape)
        """The result of a command that was done."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line of a command that was refused."""
        assert (self.code, self.out) == (1, "")
        assert _BUG not in self.err
        return self._line()

    @property
    def misuse(self) -> str:
        """The one line of a command that was typed wrongly."""
        assert (self.code, self.out) == (2, "")
        return self._line()

    def _line(self) -> str:
        assert self.err.endswith("\n")
        assert len(self.err.splitlines()) == 1
        return self.err.rstrip("\n")


@dataclass(frozen=True, slots=True)
class Console:
    """The console on one data folder."""

    capture: pytest.CaptureFixture[str]
    data: Path

    def __call__(self, *words: object) -> Answer:
        """Run one command line on the folder."""
        return self.bare("--data", self.data, *words)

    def json(self, *words: object) -> Any:  # noqa: ANN401 (JSON has any shape)
        """Run one command line that is done; return its JSON."""
        return self(*words, "--json").json

    def bare(self, *words: object) -> Answer:
        """Run one command line as it stands."""
        self.capture.readouterr()
        code = run([str(word) for word in words])
        return Answer(code, *self.capture.readouterr())


def contents(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder by its path.

    The lock is no content, nor are the database's shared memory and an empty log.
    """
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _is_housekeeping(path)
    }


def _is_housekeeping(path: Path) -> bool:
    empty_log = path.name.endswith("-wal") and path.stat().st_size == 0
    return path.name in _LOCK or path.name.endswith("-shm") or empty_log
