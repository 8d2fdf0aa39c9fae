"""A kill at any moment: nothing told as saved is lost, nothing is half there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.__main__ import QUICK
from tests.faults.forked import warm_up
from tests.faults.recovering import recover
from tests.faults.spread import FULL, KILLS, OTHER, Row, counts

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="forks, and waits on a handle of the child"
)

TIMES = dict(counts(QUICK))
SEED = 20260312


@pytest.mark.parametrize("row", KILLS, ids=[row.trial.__name__ for row in KILLS])
def test_that_no_kill_loses_what_was_told_or_leaves_half_of_anything(
    tmp_path: Path, row: Row
) -> None:
    warm_up()

    tally = row.trial(tmp_path, TIMES[row], SEED)

    assert tally.kills == TIMES[row]
    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert tally.survived < tally.kills, "none was killed at its work"


def test_that_fifty_kills_are_tried_in_every_run() -> None:
    assert sum(TIMES[row] for row in KILLS) == QUICK
    assert min(TIMES.values()) >= 2


@pytest.mark.parametrize("kills", [7, 50, 999, 1000, 2000])
def test_that_as_many_kills_are_tried_as_are_asked_for(kills: int) -> None:
    assert sum(times for row, times in counts(kills) if row in KILLS) == kills


def test_that_the_whole_table_fills_a_disk_at_fifty_moments_and_damages_fifty_databases() -> None:
    asked = dict(counts(1000))

    assert sum(asked[row] for row in FULL) == 50
    assert [asked[row] for row in OTHER if row.trial is recover] == [50]
