"""A full disk or a pulled stick: clear words, nothing lost, and the next backup is made."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.filling import fill_backing_up, fill_restoring, pull_stick
from tests.faults.full_disk import (
    fill_drafting,
    fill_exporting,
    fill_issuing,
    fill_recording,
    fill_upgrading,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk in memory")


def test_that_a_disk_full_at_any_moment_of_a_backup_costs_nothing(tmp_path: Path) -> None:
    tally = fill_backing_up(tmp_path, 12, 1)

    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert set(tally.stages) == {"backup_no_room"}
    assert 0 < tally.survived < tally.kills


def test_that_a_disk_full_at_any_moment_of_a_restore_leaves_nothing(tmp_path: Path) -> None:
    tally = fill_restoring(tmp_path, 12, 1)

    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert set(tally.stages) == {"restore_no_room"}
    assert 0 < tally.survived < tally.kills


@pytest.mark.parametrize(
    ("trial", "told"),
    [
        (fill_recording, "disk_full"),
        (fill_drafting, "disk_full"),
        (fill_exporting, "target_unwritable"),
        (fill_issuing, "disk_full"),
        (fill_upgrading, "disk_full"),
    ],
)
def test_that_a_full_disk_is_told_and_costs_nothing(
    tmp_path: Path, trial: Callable[[Path, int, int], Tally], told: str
) -> None:
    tally = trial(tmp_path, 6, 1)

    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert set(tally.stages) == {told}
    assert 0 < tally.survived < tally.kills


def test_that_a_stick_pulled_at_any_step_costs_no_backup_of_the_first_place(
    tmp_path: Path,
) -> None:
    tally = pull_stick(tmp_path, 16, 1)

    assert (tally.lost, tally.torn, tally.unsound) == (0, 0, 0)
    assert tally.stages["backup_unwritable"] > 0
    assert not tally.stages["backup_unsound"], "the first backup was checked: the data are sound"
