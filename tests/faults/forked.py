"""A command line in a process of its own, ended or killed: everything it imports is warm.

The child is a fork of this process that runs the console's own entry and writes real files; what
it printed is read from its stdout, which is a file.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from ttdn_desktop.console import activity, backup, doctor, plan, report, restore, sample, start
from ttdn_desktop.console.main import run
from ttdn_desktop.desk import report_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

WARM = (activity, backup, doctor, plan, report, restore, sample, start)
"""What the commands are made of; imported once, before any fork."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit code (below zero: killed), its life, and what it printed."""

    code: int
    seconds: float
    out: str
    err: str

    @property
    def killed(self) -> bool:
        """Tell whether the kill came before its end."""
        return self.code == -signal.SIGKILL


def forked(words: Sequence[object], *, kill_after: float | None = None) -> Ended:
    """Run a command line in a child; kill it after some seconds, or let it end."""
    return forked_work(lambda: run([str(word) for word in words]), kill_after=kill_after)


def forked_work(work: Callable[[], int], *, kill_after: float | None = None) -> Ended:
    """Do some work in a child, whose exit code it returns; kill it after some seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        child = os.fork()
        if child == 0:
            _become(work, out, err)
        _wait(child, kill_after)
        if kill_after is not None:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        seconds = time.perf_counter() - began
        code = os.waitstatus_to_exitcode(status)
        return Ended(code, seconds, _all_of(out), _all_of(err))


def _wait(child: int, seconds: float | None) -> None:
    """Wait until a child has ended, or for some seconds; it stays to be waited for."""
    handle = os.pidfd_open(child)
    try:
        select.select([handle], [], [], seconds)
    finally:
        os.close(handle)


def _become(work: Callable[[], int], out: BinaryIO, err: BinaryIO) -> NoReturn:
    code = 1
    try:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 (a handle)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 (a handle)
        code = work()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _all_of(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")


def warm_up() -> None:
    """Import what the commands import when they first need it."""
    import_module("alembic.command")
    report_writer()
