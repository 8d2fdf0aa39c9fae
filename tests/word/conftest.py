"""The sample report and its file, for every test of the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.word.sample_report import REPORT, Made, made

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Document


@pytest.fixture
def report() -> Document:
    """Return a report with each kind of block, box, row and annex."""
    return REPORT


@pytest.fixture(scope="session")
def file() -> Made:
    """Return the file of `report`."""
    return made(REPORT)
