"""A data folder of Sở Ngoại vụ, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services.start_folder import ALL, Start, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all reorganisations confirmed; never written to."""
    folder = tmp_path_factory.mktemp("started") / "data"
    start(folder, TickingClock(), Start(unit=SO_NGOAI_VU, officer="Lê Thị Hoa", confirm=(ALL,)))
    return folder


@pytest.fixture
def folder(started: Path, tmp_path: Path) -> Path:
    """Return a copy of that folder."""
    return shutil.copytree(started, tmp_path / "data")


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """Return the office at work in that copy."""
    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        yield desk.office
