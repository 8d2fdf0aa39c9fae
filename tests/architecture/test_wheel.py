"""What is installed holds what the program reads: resources and migrations."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("ttdn_desktop", "resources", "db", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built without the network from a copy of the tree."""
    tree = tmp_path_factory.mktemp("tree")
    junk = shutil.ignore_patterns("__pycache__")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=junk)
        else:
            shutil.copy(ROOT / name, tree / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    return next((tree / "dist").glob("*.whl"))


def test_that_the_wheel_holds_resources_and_migrations(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())

    shipped = {
        f"ttdn_desktop/{path.relative_to(ROOT).as_posix()}"
        for folder in ("resources", "db")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "ttdn_desktop/db/alembic.ini" in shipped
    assert shipped - held == set()
    assert "ttdn_desktop/__main__.py" in held


def test_that_the_installed_program_reads_its_own_resources(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    ask = "from ttdn_desktop import paths; print(paths.shipped('db'), paths.shipped('resources'))"

    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    home = installed.resolve() / "ttdn_desktop"
    assert told.stdout.split() == [str(home / "db"), str(home / "resources")]
