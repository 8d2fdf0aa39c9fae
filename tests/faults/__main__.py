"""`python -m tests.faults [--kills N] [--seed N]`: kill commands at work and count what is lost.

N kills of `activity add`, and a third as many of each other kind: exporting a report, backing up,
restoring, putting a restored folder in place. The exit code is 1 where anything was lost, torn or
unsound.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.adding import kill_adding
from tests.faults.backing_up import kill_backing_up, kill_bundling
from tests.faults.exporting import kill_exporting
from tests.faults.filling import fill_backing_up, fill_restoring, pull_stick
from tests.faults.forked import warm_up
from tests.faults.restoring import kill_restoring, kill_swapping
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = (
    (kill_adding, 1),
    (kill_exporting, 3),
    (kill_backing_up, 3),
    (kill_bundling, 3),
    (kill_restoring, 3),
    (kill_swapping, 3),
    (fill_backing_up, 6),
    (fill_restoring, 6),
    (pull_stick, 6),
)
"""Each kind of kill, and the part of the kills asked for that it gets."""


def _killed(kind: Callable[[Path, int, int], Tally], folder: Path, kills: int, seed: int) -> Tally:
    place = folder / kind.__name__
    place.mkdir()
    try:
        return kind(place, kills, seed)
    except pytest.skip.Exception:
        return Tally(f"{kind.__name__}: not tried, for only root may mount a small disk")


def main() -> int:
    """Kill, print a line a kind, and tell by the exit code whether all is well."""
    parser = argparse.ArgumentParser(prog="faults")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    warm_up()
    with tempfile.TemporaryDirectory() as folder:
        place, kills, seed = Path(folder), int(given.kills), int(given.seed)
        tallies = [_killed(kind, place, kills // share, seed) for kind, share in KINDS]
    sys.stdout.write("".join(f"{tally.line()}\n" for tally in tallies))
    return 0 if all(tally.ok for tally in tallies) else 1


if __name__ == "__main__":
    sys.exit(main())
