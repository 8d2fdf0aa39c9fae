"""The console answers before the heavy libraries are read."""

from __future__ import annotations

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


def test_that_a_heavy_library_would_be_seen() -> None:
    _, imported = _imported_by("-c", "import lxml.etree")

    assert imported & HEAVY == {"lxml"}
