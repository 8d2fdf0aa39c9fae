"""A data folder in a temporary place, filled with the small province of `samples`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.samples import CountingClock, fill
from ttdn_desktop.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


@pytest.fixture
def clock() -> CountingClock:
    """Return a clock that counts."""
    return CountingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the data folder of a test is made."""
    return tmp_path / "Dữ liệu 100% #1"


@pytest.fixture
def store(folder: Path, clock: CountingClock) -> Iterator[Store]:
    """Return an open, filled store."""
    made = engine.create(folder, clock=clock)
    fill(made)
    yield made
    made.close()
