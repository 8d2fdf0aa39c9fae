"""What only a process of its own shows: its entry, its environment, its output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.console.process import PROGRAM, ROOT, ttdn

if TYPE_CHECKING:
    from tests.console.told import Console

TITLE = "Đón đoàn Attapư (Lào) 🎉"
ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
FULL = Path("/dev/full")


@pytest.mark.parametrize("environment", [{}, ASCII])
def test_that_letters_go_in_and_out_whatever_the_terminal_claims(
    console: Console, environment: dict[str, str]
) -> None:
    here = {"TTDN_DATA": str(console.data)} | environment
    words = ("--task", "1.10", "--title", TITLE, "--date", "12/3/2026")

    said = ttdn("activity", "add", *words, environment=here)
    (listed,) = ttdn("activity", "list", "--json", environment=here).json["activities"]

    assert said.out == "Đã ghi hoạt động A1, 0 tài liệu kiểm chứng.\n"
    assert listed["title"] == TITLE


def test_that_refusal_and_misuse_are_told_to_the_shell(console: Console, tmp_path: Path) -> None:
    assert "Không thấy thư mục" in ttdn("--data", tmp_path / "none", "units").refusal
    assert ttdn("--data", console.data, "units", "succeed").misuse
    assert ttdn("--help").code == 0


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_that_an_answer_nobody_receives_is_told(console: Console) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "units", "--data", console.data],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_that_a_program_that_stops_listening_is_no_bug(console: Console) -> None:
    reader = f"{sys.executable} -m ttdn_desktop --data '{console.data}' plan show | head -c 1"
    done = subprocess.run(
        ["/bin/sh", "-c", reader], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout == "K"
    assert "lỗi ngoài dự kiến" not in done.stderr
    assert "Traceback" not in done.stderr


def test_that_a_command_does_not_import_what_it_never_uses(console: Console) -> None:
    words = ("-X", "importtime", "-m", "ttdn_desktop", "--data", str(console.data), "units")
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert "sqlalchemy.engine" in imported
    assert imported.isdisjoint(
        {"asyncio.base_events", "ssl", "email.message", "ipaddress", "PySide6"}
    )
