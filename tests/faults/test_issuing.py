"""A report cut off while it is issued: file and scan whole or absent, each step done or not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.cutting import cut_issuing
from tests.faults.forked import warm_up
from tests.faults.issuing import AFTER, BEFORE, kill_issuing

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="forks, and notes the calls of Linux"
)


def test_that_a_power_cut_leaves_what_is_frozen_whole_or_absent_and_there_once_recorded(
    tmp_path: Path,
) -> None:
    tally = cut_issuing(tmp_path, 1, 1)

    assert (tally.lost, tally.torn) == (0, 0)
    assert tally.kills > 30


def test_that_kills_fall_within_the_issuing_and_cost_nothing(tmp_path: Path) -> None:
    warm_up()

    tally = kill_issuing(tmp_path, 8, 1)

    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert tally.kills - tally.stages[BEFORE] - tally.stages[AFTER] > 0
