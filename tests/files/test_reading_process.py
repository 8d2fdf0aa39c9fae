"""The reading process stands alone, holds still within its limits, and goes when it is told to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.workbooks import with_cell, workbook
from ttdn_desktop.domain.task_list import ReadingChoice
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, reading_process, task_reader
from ttdn_desktop.files.reading import read_file
from ttdn_desktop.files.reading_process import ReaderDiedError, Watch, listen
from ttdn_desktop.files.request import Request
from ttdn_desktop.files.task_reader import TaskReader
from ttdn_desktop.services.ports import SILENT, Cancelled
from ttdn_desktop.services.read_task_list import shipped_bodies

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes by name, and signals")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that are started from here on."""
    processes: list[subprocess.Popen[bytes]] = []
    start = reading_process._started  # noqa: SLF001 (watched, not replaced)

    def kept(request: Request) -> subprocess.Popen[bytes]:
        processes.append(start(request))
        return processes[-1]

    monkeypatch.setattr(reading_process, "_started", kept)
    return processes


class _Unwanted:
    def step(self, _done: int, _total: int) -> None:
        raise Cancelled


def test_that_neither_environment_nor_folder_matters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "-kế hoạch.xlsx", [["x"]])
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)

    assert read_file(Path(path.name)).grids[0].rows == (("x",),)


def test_that_the_word_of_the_frozen_program_starts_it(tmp_path: Path) -> None:
    request = Request(workbook(tmp_path / "a.xlsx", [["TT"]]))

    with subprocess.Popen(
        [sys.executable, "-m", "ttdn_desktop", "_read", *request.words()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        code = process.wait()  # before its input is closed, which ends it

    assert told.startswith(b"k\0\0\0\x04xlsx")
    assert code == 0


def test_that_it_knows_neither_the_console_nor_qt() -> None:
    code = "import sys, ttdn_desktop.files.child; print(*sys.modules)"

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )

    known = set(told.stdout.split())
    assert {name for name in known if name.startswith("ttdn_desktop.console")} == set()
    assert (
        known & {"PySide6", "sqlalchemy", "openpyxl", "docx", "pdfplumber", "msoffcrypto"} == set()
    )


def test_that_a_death_is_noticed_and_nothing_of_it_is_left(
    tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    path = with_cell(tmp_path / "a.xlsx", "ZZ1048576", "x")

    with pytest.raises(ReaderDiedError) as death:
        listen(Request(path), Watch(SILENT))

    assert death.value.code != 0
    assert death.value.receiver.kind == "xlsx"
    assert [process.poll() is None for process in started] == [False]


def test_that_a_death_over_a_file_that_has_no_other_way_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_cell(tmp_path / "a.xlsx", "ZZ1048576", "x")
    monkeypatch.setattr("ttdn_desktop.files.reading._CAREFULLY", frozenset())

    with pytest.raises(KnownError, match="file_too_heavy"):
        read_file(path)


def test_that_an_unwanted_process_is_ended(
    tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    with pytest.raises(Cancelled):
        listen(Request(workbook(tmp_path / "a.xlsx", [["x"]])), Watch(_Unwanted()))

    assert [process.returncode is None for process in started] == [False]


def test_that_a_process_killed_from_outside_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x"]])
    start = reading_process._started  # noqa: SLF001 (watched, then killed)

    def killed(request: Request) -> subprocess.Popen[bytes]:
        process = start(request)
        process.kill()
        process.wait()
        return process

    monkeypatch.setattr(reading_process, "_started", killed)

    with pytest.raises(KnownError, match="file_too_heavy") as refused:
        read_file(path)
    assert refused.value.facts == {"name": "a.xlsx"}


def test_that_what_takes_too_long_to_understand_is_told_and_what_is_unwanted_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["TT", "Nhiệm vụ", "Đơn vị chủ trì"], ["1", "Đón đoàn", "Sở Ngoại vụ"]]
    content = read_file(workbook(tmp_path / "a.xlsx", rows))
    monkeypatch.setattr(task_reader, "content_of", lambda *_words: content)

    with pytest.raises(Cancelled):
        TaskReader().read(tmp_path, shipped_bodies(), ReadingChoice(), _Unwanted())
    monkeypatch.setattr(limits, "SECONDS", -1)
    with pytest.raises(KnownError, match="file_too_slow") as refused:
        TaskReader().read(tmp_path, shipped_bodies(), ReadingChoice())
    assert refused.value.facts == {"name": "a.xlsx"}


@posix
def test_that_a_process_that_hangs_is_ended_when_its_time_is_over(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "never")
    monkeypatch.setattr(limits, "SECONDS", 0.2)

    with pytest.raises(KnownError, match="file_too_slow"):
        listen(Request(tmp_path / "never"), Watch(SILENT))

    assert [process.returncode for process in started] == [-9]


@posix
def test_that_it_ends_with_the_one_who_asked(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    process = reading_process._started(  # noqa: SLF001 (what is left when we are killed)
        Request(tmp_path / "never")
    )
    assert process.stdin is not None
    assert process.stdout is not None

    process.stdin.close()

    assert process.wait(30) == 1
    process.stdout.close()


def test_that_a_program_that_cannot_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x"]])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))

    with pytest.raises(KnownError, match="file_reader_absent"):
        read_file(path)


def test_that_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert reading_process._command() == [sys.executable, "_read"]  # noqa: SLF001 (its own words)
