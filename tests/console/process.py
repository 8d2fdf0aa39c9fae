"""The console as a process of its own, as IT staff start it."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.console.told import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "ttdn_desktop")
HOLD = """
import sys
from pathlib import Path
from ttdn_desktop.desk import open_desk

with open_desk(Path(sys.argv[1]), writing=True):
    print("held", flush=True)
    sys.stdin.read()
"""


def ttdn(
    *words: object,
    environment: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    file_limit: int | None = None,
    cwd: Path = ROOT,
) -> Answer:
    """Run one command line; `before` starts it, `file_limit` is the largest file in bytes."""

    def limited() -> None:
        if file_limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))

    done = subprocess.run(
        [*before, *PROGRAM, *(os.fspath(w) if isinstance(w, Path) else str(w) for w in words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        capture_output=True,
        check=False,
        preexec_fn=limited,  # the limit must be the child's alone
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def bound_by_permissions() -> tuple[str, ...]:
    """Return what starts a program that file permissions bind, as they do not bind root."""
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root without setpriv: permissions do not bind")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search")


@contextmanager
def second_program(data: Path) -> Iterator[int]:
    """Let another process hold a data folder; return its pid."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, data], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield holder.pid
        assert holder.stdin is not None
        holder.stdin.close()


@contextmanager
def small_disk(place: Path, size_kib: int) -> Iterator[Path]:
    """Mount a disk of a size; only root may."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("only root may mount a small disk")
    place.mkdir()
    asked = [mount, "-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", str(place)]
    if subprocess.run(asked, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        # Whoever looks at all disks may hold this one for a moment: it goes as soon as they let go.
        subprocess.run([umount, "-l", place], check=True)


def fill(disk: Path, *, but: int) -> None:
    """Fill a disk until `but` KiB are left."""
    free = os.statvfs(disk)
    kib = free.f_bavail * free.f_frsize // 1024
    (disk / "filler").write_bytes(bytes((kib - but) * 1024))
