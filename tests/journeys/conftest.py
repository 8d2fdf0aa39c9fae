"""A screen for each journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.screen import display

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def screen() -> Iterator[str]:
    """Lend a screen."""
    with display() as shown_on:
        yield shown_on
