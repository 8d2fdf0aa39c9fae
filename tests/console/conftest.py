"""A data folder, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.console.told import Console
from ttdn_desktop.console.main import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of Sở Ngoại vụ with all reorganisations confirmed; never written to."""
    folder = tmp_path_factory.mktemp("started") / "data"
    assert run(["init", "--unit", "Sở Ngoại vụ", "--confirm", "all", "--data", str(folder)]) == 0
    return folder


@pytest.fixture
def console(started: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """Return the console on a fresh copy of that folder."""
    return Console(capsys, shutil.copytree(started, tmp_path / "data"))


@pytest.fixture
def nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """Return the console on a folder that does not exist yet."""
    return Console(capsys, tmp_path / "new")
