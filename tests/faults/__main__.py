"""`python -m tests.faults [--quick] [--kills N] [--seed N] [--corpus DIR]`: one table of faults.

Kills of every work, a disk that fills, sticks pulled, databases damaged: how often each was tried,
after how many everything was whole, and how many records were lost. The exit code is 1 where any
was lost, torn or unsound, and where a fault could not be tried at all it says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.forked import warm_up
from tests.faults.recovering import recover_from
from tests.faults.spread import KILLS, counts, parts, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.tally import Tally

ALL, QUICK = 1000, 50
HEAD = ("fault", "tried", "survived", "records lost")


def main() -> int:
    """Try everything, print the table, and tell by the exit code whether all is well."""
    given = _arguments().parse_args()
    began = time.monotonic()
    warm_up()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        work = list(parts(counts(given.kills), folder, given.seed))
        # The longest first, so that both processes end about together.
        found = tried(sorted(work, key=lambda part: -part.row.share))
        tallies = {row.name: found[row.name] for row, _times in counts(given.kills)}
        if given.corpus is not None:
            (folder / "corpus").mkdir()
            given_ones = recover_from(folder / "corpus", given.corpus)
            tallies[given_ones.name] = given_ones
    lines = [*_table(tallies), f"{time.monotonic() - began:.0f} s"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(tally.ok for tally in tallies.values()) else 1


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="faults")
    parser.add_argument("--kills", type=int, default=ALL)
    parser.add_argument("--quick", action="store_const", const=QUICK, dest="kills")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    return parser


def _table(tallies: dict[str, Tally]) -> Iterator[str]:
    yield "{:<38}{:>7}{:>10}{:>14}   how far it had come, or how it was told".format(*HEAD)
    for name, tally in tallies.items():
        if not tally.kills:
            yield f"{name:<38}{'not tried here':>31}"
            continue
        stages = ", ".join(f"{stage} {count}" for stage, count in tally.stages.most_common())
        torn = f" TORN {tally.torn}" if tally.torn else ""
        unsound = f" UNSOUND {tally.unsound}" if tally.unsound else ""
        counted = f"{name:<38}{tally.kills:>7}{tally.outlived:>10}{tally.lost:>14}"
        yield f"{counted}{torn}{unsound}   {stages}"
    killed = [tallies[row.name] for row in KILLS]
    kills, lost = sum(each.kills for each in killed), sum(each.lost for each in killed)
    yield f"{'kills in all':<38}{kills:>7}{sum(each.outlived for each in killed):>10}{lost:>14}"


if __name__ == "__main__":
    sys.exit(main())
