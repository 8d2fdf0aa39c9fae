"""Restoring, killed: the new folder is whole or not there; the data and their kept copy stay."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from typing import TYPE_CHECKING

from tests.faults.backing_up import FILES, SIZE, add, expect, started, whole_json
from tests.faults.forked import Ended, forked, forked_work
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import SystemClock, open_desk
from ttdn_desktop.services.swap_folder import use_instead

if TYPE_CHECKING:
    from pathlib import Path


def kill_restoring(place: Path, kills: int, seed: int) -> Tally:
    """Kill `restore` many times; the folder is whole, or there is none, and the next one works."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    tally, data, target = Tally("restore"), started(place), place / "out" / "new"
    add(data, [dice.randbytes(SIZE) for _ in range(2 * FILES)])
    made = json.loads(expect(forked(["--data", data, "backup", "--json"])).out)
    words: list[object] = ["restore", made["file"], "--to", target, "--json"]

    def fresh() -> None:
        shutil.rmtree(target, ignore_errors=True)

    def freshly() -> Ended:
        fresh()
        return forked(words)

    seconds = life(freshly)
    for moment in moments(kills, seconds, dice):
        fresh()
        ended = forked(words, kill_after=moment)
        told = whole_json(ended.out) is not None
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += told
        tally.lost += told and not target.exists()
        tally.stages["folder" if target.exists() else _left(target)] += 1
        tally.torn += target.exists() and not _is_sound(target)
    fresh()
    expect(forked(words))
    tally.torn += len(list(target.parent.iterdir())) - 1
    with open(made["file"], "rb") as stream:  # noqa: PTH123 (as it was told)
        tally.lost += hashlib.file_digest(stream, "sha256").hexdigest() != made["sha256"]
    tally.unsound += not _is_sound(data)
    return tally


def _left(target: Path) -> str:
    there = target.parent.exists() and any(target.parent.iterdir())
    return "writing" if there else "opening"


def _is_sound(data: Path) -> bool:
    answer: dict[str, object] = json.loads(expect(forked(["--data", data, "doctor", "--json"])).out)
    return bool(answer["ok"])


def kill_swapping(place: Path, kills: int, seed: int) -> Tally:
    """Kill putting a restored folder in the place of the data; both are there after it, whole."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments)
    tally, base = Tally("swap folders"), started(place)
    desk = place / "desk"

    def swap() -> int:
        use_instead(desk / "data", desk / "copy", SystemClock())
        return 0

    def prepare() -> None:
        shutil.rmtree(desk, ignore_errors=True)
        for name in ("data", "copy"):
            shutil.copytree(base, desk / name)
            (desk / name / "mark").write_text(name)
        (desk / "data" / "backups").mkdir()

    def prepared() -> Ended:
        prepare()
        return forked_work(swap)

    for moment in moments(kills, life(prepared), dice):
        prepare()
        ended = forked_work(swap, kill_after=moment)
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += not ended.killed
        tally.stages[_state(desk)] += 1
        with open_desk(desk / "data", writing=True):
            pass
        marks = {path.read_text() for path in desk.glob("*/mark")}
        tally.lost += 2 - len(marks)
        tally.torn += len(list(desk.iterdir())) != 2 or not (desk / "data" / "backups").is_dir()
        tally.unsound += not all(map(_is_sound, desk.iterdir()))
    return tally


def _state(desk: Path) -> str:
    if not (desk / "data").exists():
        return "between"
    return "before" if (desk / "data" / "mark").read_text() == "data" else "after"
