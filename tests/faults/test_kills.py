"""A kill at any moment: nothing told as saved is lost, nothing is half there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.adding import kill_adding
from tests.faults.backing_up import kill_backing_up, kill_bundling
from tests.faults.exporting import kill_exporting
from tests.faults.forked import warm_up
from tests.faults.restoring import kill_restoring, kill_swapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="forks, and waits on a handle of the child"
)


def test_that_no_kill_of_a_recording_loses_what_was_told(tmp_path: Path) -> None:
    warm_up()

    tally = kill_adding(tmp_path, kills=16, seed=20260312)

    assert (tally.kills, tally.lost, tally.torn, tally.unsound) == (16, 0, 0, 0)
    assert tally.survived < tally.kills
    assert len(tally.stages) > 1


def test_that_no_kill_of_an_export_leaves_half_a_report(tmp_path: Path) -> None:
    warm_up()

    tally = kill_exporting(tmp_path, kills=8, seed=20260312)

    assert (tally.kills, tally.lost, tally.torn, tally.unsound) == (8, 0, 0, 0)
    assert tally.survived < tally.kills


@pytest.mark.parametrize("kind", [kill_backing_up, kill_bundling, kill_restoring, kill_swapping])
def test_that_no_kill_of_a_backup_or_a_restore_costs_data_or_an_earlier_backup(
    tmp_path: Path, kind: Callable[[Path, int, int], Tally]
) -> None:
    warm_up()

    tally = kind(tmp_path, 6, 20260312)

    assert (tally.kills, tally.lost, tally.torn, tally.unsound) == (6, 0, 0, 0)
    assert tally.survived < tally.kills
