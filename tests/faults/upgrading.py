"""Bringing an older folder up to date, killed: it is the old one or the new, and its copy whole."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from tests.faults.earlier import PAST, Rows, at_step, rows_of
from tests.faults.forked import Ended, forked, forked_work
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import open_desk
from ttdn_desktop.store import upgrade

if TYPE_CHECKING:
    from pathlib import Path

ACTIVITIES = 30
COPY = f"backups/before-{upgrade.SCHEMA_VERSION:04d}.sqlite"


def kill_upgrading(place: Path, kills: int, seed: int) -> Tally:
    """Kill the opening of folders of every past schema; open each again after it."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments)
    tally, sample, data = Tally("upgrade"), place / "sample", place / "data"
    if forked(["sample", sample, "--activities", ACTIVITIES]).code:
        raise AssertionError(sample)
    folders = [at_step(sample, place / f"step-{step}", step) for step in PAST]
    before = [rows_of(folder / "ttdn.sqlite") for folder in folders]
    seconds = life(lambda: _opened_fresh(folders[-1], data))
    for number, moment in enumerate(moments(kills, seconds, dice)):
        which = number % len(folders)
        ended = _opened_fresh(folders[which], data, kill_after=moment)
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += not ended.killed
        _look(data, before[which], tally)
    return tally


def _opened_fresh(folder: Path, data: Path, *, kill_after: float | None = None) -> Ended:
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(folder, data)
    return forked_work(lambda: _open(data), kill_after=kill_after)


def _open(data: Path) -> int:
    with open_desk(data, writing=True):
        return 0


def _look(data: Path, before: Rows, tally: Tally) -> None:
    database, copy = data / "ttdn.sqlite", data / COPY
    version = upgrade.version_of(database)
    tally.stages[
        "new" if version == upgrade.SCHEMA_VERSION else "copied" if copy.exists() else "old"
    ] += 1
    tally.torn += copy.exists() and rows_of(copy) != before
    tally.unsound += _open(data) != 0
    after = rows_of(database)
    tally.lost += sum(
        len(set(map(repr, rows)) - set(map(repr, after[table])))
        for table, rows in before.items()
        if table != "meta"
    )
    tally.torn += not copy.exists() or rows_of(copy) != before
