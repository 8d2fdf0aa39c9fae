"""The console answers, and the window is painted, before the heavy libraries are read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import ttdn_desktop

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "alembic", "docx", "lxml", "openpyxl", "PySide6"}


def _imported_by(*arguments: str) -> tuple[str, set[str]]:
    """Return what a Python command prints, and the top names of all modules it imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout, set(re.findall(r"^import time:.*\| +(\w+)", done.stderr, re.MULTILINE))


def test_that_the_version_is_told_without_the_heavy_libraries() -> None:
    told, imported = _imported_by("-m", "ttdn_desktop", "--version")

    assert told.strip() == ttdn_desktop.__version__
    assert "argparse" in imported
    assert imported & HEAVY == set()


LATE = ("domain", "services", "store", "desk", "gui.pages", "gui.session", "gui.jobs")
"""What nobody needs to see an empty window."""

_PAINT = """
import sys
from pathlib import Path
from ttdn_desktop.app import open_shell

open_shell(Path("nowhere"), "vi", exit_when="painted")
print(*sorted(sys.modules))
"""


def test_that_the_window_is_painted_before_anything_of_its_data_is_read(tmp_path: Path) -> None:
    home = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", _PAINT],
        cwd=ROOT,
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = set(done.stdout.split())
    late = tuple(f"ttdn_desktop.{name}" for name in LATE)

    assert "ttdn_desktop.gui.shell" in imported
    assert sorted(name for name in imported if name.startswith(late)) == []
    assert {name.partition(".")[0] for name in imported} & (HEAVY - {"PySide6"}) == set()


def test_that_a_report_is_written_without_the_heavy_libraries() -> None:
    write = "from ttdn_desktop.word.writer import report_writer; report_writer()"
    _, imported = _imported_by("-c", write)

    assert "zipfile" in imported
    assert imported & HEAVY == set()


def test_that_a_heavy_library_would_be_seen() -> None:
    _, imported = _imported_by("-c", "import lxml.etree")

    assert imported & HEAVY == {"lxml"}
