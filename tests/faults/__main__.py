"""`python -m tests.faults [--kills N] [--seed N]`: kill commands at work and count what is lost.

N kills of `activity add`, and a third as many of `report export`. The exit code is 1 where
anything was lost, torn or unsound.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults.adding import kill_adding
from tests.faults.exporting import kill_exporting
from tests.faults.forked import warm_up


def main() -> int:
    """Kill, print a line a kind, and tell by the exit code whether all is well."""
    parser = argparse.ArgumentParser(prog="faults")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    warm_up()
    with tempfile.TemporaryDirectory() as folder:
        adding, exporting = Path(folder, "adding"), Path(folder, "exporting")
        adding.mkdir()
        exporting.mkdir()
        tallies = (
            kill_adding(adding, given.kills, given.seed),
            kill_exporting(exporting, given.kills // 3, given.seed),
        )
    sys.stdout.write("".join(f"{tally.line()}\n" for tally in tallies))
    return 0 if all(tally.ok for tally in tallies) else 1


if __name__ == "__main__":
    sys.exit(main())
