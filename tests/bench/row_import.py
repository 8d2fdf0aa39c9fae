"""Importing the package beside importing what any command line needs: nothing heavy comes along."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.bench.installed import environment
from tests.bench.measure import Pair, Row

if TYPE_CHECKING:
    from pathlib import Path

_OURS = "import ttdn_desktop.__main__, ttdn_desktop.console.main"
_FLOOR = "import argparse, dataclasses, importlib, json, pathlib"


def rows() -> list[Row]:
    """Return the row of the table."""
    return [Row("import of the package", _prepare, size=1, limit=1.5)]


def _prepare(folder: Path, _size: int) -> Pair:
    installed = environment(folder)

    def importing(words: str) -> None:
        subprocess.run([sys.executable, "-c", words], check=True, env=installed)

    return Pair(lambda: importing(_OURS), lambda: importing(_FLOOR))
