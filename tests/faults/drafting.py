"""Saving what is being typed, killed: the last draft told as kept is there, or a later one."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from tests.faults.backing_up import started
from tests.faults.forked import Ended, forked_work
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services import keep_draft
from ttdn_desktop.services.check_folder import check

if TYPE_CHECKING:
    from pathlib import Path

SAVES = 30
TEXT = "Đón đoàn công tác tỉnh Attapư (Lào), trao đổi kế hoạch phối hợp năm 2026. "


def kill_drafting(place: Path, kills: int, seed: int) -> Tally:
    """Kill a program that keeps drafts one after another; open it again after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments)
    tally, data = Tally("save a draft"), started(place)
    seconds = life(lambda: _typed(data))
    for moment in moments(kills, seconds, dice):
        with open_desk(data, writing=True) as desk:
            keep_draft.discard(desk.office, keep_draft.key_of())
        ended = _typed(data, kill_after=moment)
        told = ended.out.count("\n")
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += told > 0
        tally.stages["typing" if told else "opening"] += 1
        with open_desk(data, writing=True) as desk:
            kept = keep_draft.load(desk.office, keep_draft.key_of()) or {"number": 0, "text": ""}
            tally.lost += kept["number"] < told
            tally.torn += kept["text"] != TEXT * kept["number"]
            tally.unsound += not check(desk.office).ok
    return tally


def _typed(data: Path, *, kill_after: float | None = None) -> Ended:
    return forked_work(lambda: _type(data), kill_after=kill_after)


def _type(data: Path) -> int:
    with open_desk(data, writing=True) as desk:
        for number in range(1, SAVES + 1):
            content = {"number": number, "text": TEXT * number}
            keep_draft.save(desk.office, keep_draft.key_of(), content)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
    return 0
