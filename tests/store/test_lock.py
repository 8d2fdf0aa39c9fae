"""One writing program a folder, and the second is told who the first is."""

from __future__ import annotations

import getpass
import os
import platform
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, TYPE_CHECKING, cast

import pytest

from ttdn_desktop import holder
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store import engine, lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.store.samples import CountingClock
    from ttdn_desktop.store.engine import Store

HOLDING = """
import sys
from pathlib import Path
from ttdn_desktop.store import engine

class Clock:
    def now_ms(self): return 1_700_000_000_000
    def random(self, count): return bytes(count)

store = engine.open(Path(sys.argv[1]), clock=Clock())
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def _another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a second program that holds the folder; it ends at the latest with the test."""
    command = [sys.executable, "-c", HOLDING, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert cast("IO[str]", program.stdout).readline() == "held\n"
        try:
            yield program
        finally:
            program.kill()


def test_that_a_second_program_is_told_who_holds_the_folder(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with _another_program(folder) as other, pytest.raises(KnownError) as refused:
        engine.open(folder, clock=clock)

    assert refused.value.key == "folder_in_use"
    assert refused.value.facts["pid"] == other.pid
    assert refused.value.facts["since"] == 1_700_000_000_000
    assert str(other.pid) in str(refused.value.facts["holder"])


def test_that_the_holder_is_named_with_user_computer_and_since_when(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with _another_program(folder), pytest.raises(KnownError) as refused:
        engine.open(folder, clock=clock)

    facts = refused.value.facts
    assert (facts["who"], facts["computer"]) == (getpass.getuser(), platform.node())
    told = str(refused.value.facts["holder"])
    assert f"{facts['who']}, {facts['computer']}, 05:13 15/11/2023, ttdn (pid " in told


def test_that_a_lock_whose_noted_process_is_gone_is_told_apart(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with _another_program(folder) as other:
        with subprocess.Popen([sys.executable, "-c", ""]) as dead:
            dead.wait()
        note = holder.written(replace(holder.this_program(1), pid=dead.pid))
        DataFolder(folder).holder.write_text(note, "utf-8")
        with pytest.raises(KnownError) as refused:
            engine.open(folder, clock=clock)
        assert other.poll() is None

    assert refused.value.key == "folder_held"
    assert refused.value.facts["pid"] == dead.pid


def test_that_a_note_that_cannot_be_written_leaves_no_lock(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()
    DataFolder(folder).holder.mkdir()

    with pytest.raises(IsADirectoryError):
        engine.open(folder, clock=clock)
    DataFolder(folder).holder.rmdir()

    engine.open(folder, clock=clock).close()


def test_that_a_folder_gone_by_closing_time_is_no_fault(store: Store, folder: Path) -> None:
    shutil.rmtree(folder)

    store.close()

    assert not folder.exists()


def test_that_a_running_process_is_told_from_an_ended_one() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()

    assert holder.is_running(os.getpid())
    assert not holder.is_running(ended.pid)


def test_that_reading_goes_on_while_another_program_writes(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()

    with (
        _another_program(folder),
        engine.open(folder, clock=clock, read_only=True) as reader,
        reader.read() as connection,
    ):
        entries = connection.exec_driver_sql("SELECT count(*) FROM changes").scalar_one()

    assert entries == 1


def test_that_a_program_that_was_killed_holds_nothing(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    store.close()
    with _another_program(folder) as other:
        other.kill()
        other.wait()

        engine.open(folder, clock=clock).close()


def test_that_a_folder_cannot_be_made_twice_at_once(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    with pytest.raises(KnownError) as refused:
        engine.create(folder, clock=clock)

    assert refused.value.key == "folder_in_use"
    assert store.folder.database.exists()


def test_that_closing_lets_the_next_in_and_forgets_the_holder(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    assert lock.holder_of(store.folder).program == lock.PROGRAM

    store.close()

    assert lock.holder_of(store.folder) == lock.Holder()
    engine.open(folder, clock=clock).close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"program": "ttdn"}', '{"pid": null}', "\0"])
def test_that_a_torn_note_of_the_holder_is_nobody(store: Store, note: str) -> None:
    store.folder.holder.write_text(note, "utf-8")

    assert lock.holder_of(store.folder) == lock.Holder()


def test_that_a_refused_opening_keeps_no_lock(
    store: Store, folder: Path, clock: CountingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    with monkeypatch.context() as newer:
        newer.setattr("ttdn_desktop.store.upgrade.SCHEMA_VERSION", 1)
        with pytest.raises(KnownError):
            engine.open(folder, clock=clock)

    engine.open(folder, clock=clock).close()
