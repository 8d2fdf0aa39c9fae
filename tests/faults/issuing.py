"""Signing, numbering, freezing with a scan and sending, killed: each step stands whole or not.

The kills are aimed at the issuing itself, whose beginning the killed process tells; what it had
not come to is then done on the folder as the kill left it.
"""

from __future__ import annotations

import random
import sys
import time
from collections import deque
from statistics import median
from typing import TYPE_CHECKING

from tests.faults.backing_up import expect
from tests.faults.forked import Ended, forked_work
from tests.faults.issue_desk import STEPS, Desk, exported
from tests.faults.tally import MEASURED, Tally, moments
from ttdn_desktop.desk import open_desk, report_files
from ttdn_desktop.services.check_folder import check

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tests.faults.issue_desk import Standing

SCAN_SIZE = 4 * 1024 * 1024
BEFORE, AFTER = "not begun", "ended"
"""Stages of kills that did not fall within the issuing."""


def kill_issuing(place: Path, kills: int, seed: int) -> Tally:
    """Kill the issuing of a report many times, each in a folder of its own; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    tally, base = Tally("issue a report"), exported(place)
    report_files()  # imports what fills in a file, before any fork
    lives = deque[tuple[float, float]](maxlen=MEASURED)
    for number in range(MEASURED):
        desk = Desk(base, place / f"measured-{number}", "1", dice.randbytes(SCAN_SIZE))
        lives.append(_life(expect(_issue(desk))))
        desk.remove()
    for number, share in enumerate(moments(kills, 1, dice)):
        scan = dice.randbytes(SCAN_SIZE)
        desk = Desk(base, place / f"data-{number}", str(number + 1), scan)
        ended = _kill(desk, _moment(lives, share), tally)
        if not ended.killed:
            lives.append(_life(ended))
        expect(_issue(desk))
        _look(desk, STEPS, tally)
        desk.remove()
    return tally


def _life(ended: Ended) -> tuple[float, float]:
    """Return for how many seconds an issuing that ended was opening the folder, and at work."""
    opening = float(ended.out.split()[0])
    return opening, ended.seconds - opening


def _moment(lives: Collection[tuple[float, float]], share: float) -> float:
    """Return when a share of the work is usually done: the machine may have become faster."""
    opening = median([opening for opening, _work in lives])
    return opening + share * median([work for _opening, work in lives])


def _issue(desk: Desk, kill_after: float | None = None) -> Ended:
    began = time.perf_counter()
    return forked_work(lambda: _issued(desk, began), kill_after=kill_after)


def _issued(desk: Desk, began: float) -> int:
    with open_desk(desk.data, writing=True) as opened:
        _tell(str(time.perf_counter() - began))
        desk.do(opened.office, _tell)
    return 0


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _kill(desk: Desk, moment: float, tally: Tally) -> Ended:
    """Kill one issuing at a moment, count what is left, and return how it ended."""
    ended = _issue(desk, moment)
    told = [line.strip() for line in ended.out.splitlines(keepends=True) if line.endswith("\n")]
    stands = _look(desk, told, tally)
    tally.kills += 1
    tally.survived += not ended.killed
    tally.told += "issued" in told
    within = stands.stage if ended.killed else AFTER
    tally.stages[within if told else BEFORE] += 1
    return ended


def _look(desk: Desk, told: Collection[str], tally: Tally) -> Standing:
    """Open the folder, as the next start does, and count what is lost, torn or unsound."""
    with open_desk(desk.data, writing=True) as opened:
        stands = desk.standing(opened.office)
        tally.lost += len({*STEPS} & {*told} - {*stands.steps})
        tally.torn += bool(stands.torn)
        tally.unsound += not check(opened.office).ok
    return stands
