"""Backing up, killed: earlier backups stay good, and a backup that is listed is whole."""

from __future__ import annotations

import json
import random
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tests.faults.forked import Ended, forked, forked_work
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.store import bundle, kept_backups
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 2 * 1024 * 1024
FILES = 3
PER_FOLDER = 15
"""Kills a folder takes before a fresh one: each check reads all its backups."""


def unheard(_done: int, _total: int) -> None:
    """Take a step as nobody who watches."""


def started(place: Path) -> Path:
    """Return a data folder of a place: the desk of Sở Ngoại vụ, with a second place of backups."""
    data = place / "started"
    expect(forked(["--data", data, "init", "--unit", "Sở Ngoại vụ", "--confirm", "all"]))
    return data


def add(data: Path, proofs: list[bytes]) -> None:
    """Record an activity with evidence of some contents."""
    words: list[object] = ["--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026"]
    for number, content in enumerate(proofs):
        proof = data.with_name(f"{data.name}-{number}.bin")
        proof.write_bytes(content)
        words += ["--evidence", proof]
    expect(forked(["--data", data, "activity", "add", *words]))


def kill_backing_up(place: Path, kills: int, seed: int) -> Tally:
    """Kill backing up into the data folder and a second place many times; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    tally, base = Tally("back up"), started(place)
    folder = _Folder(shutil.copytree(base, place / "measured"))
    seconds = life(lambda: folder.back_up(dice))
    for number, moment in enumerate(moments(kills, seconds, dice)):
        if number % PER_FOLDER == 0:
            folder.end(tally)
            folder = _Folder(shutil.copytree(base, place / f"data-{number}"))
        folder.kill(moment, dice, tally)
    folder.end(tally)
    return tally


class _Folder:
    """A data folder, its second place, and the backups it has told of."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._stick = data.with_name(f"{data.name}-usb")
        self._stick.mkdir()
        with open_desk(data, writing=True) as desk:
            backing.choose_second(desk.office, self._stick)
            place = backing.second_repository(desk.office)
        assert place is not None
        self._places = (Repository(data / "backups"), place)
        self._told: set[str] = set()

    def back_up(self, dice: random.Random, *, kill_after: float | None = None) -> Ended:
        """Record new evidence, then back up in a child."""
        add(self._data, [dice.randbytes(SIZE) for _ in range(FILES)])
        return forked_work(self._work, kill_after=kill_after)

    def _work(self) -> int:
        with open_desk(self._data, writing=True) as desk:
            sys.stdout.write(f"{backing.back_up(desk.office).manifest.name}\n")
        return 0

    def kill(self, moment: float, dice: random.Random, tally: Tally) -> None:
        """Kill one backup, with no earlier one left to finish, and count what is left."""
        expect(forked_work(self._work))
        before = [place.names() for place in self._places]
        ended = self.back_up(dice, kill_after=moment)
        told = ended.out.strip() if ended.out.endswith("\n") else ""
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += bool(told)
        self._told |= {told} if told else set()
        tally.stages[self._stage(before)] += 1
        self._count(tally)

    def _count(self, tally: Tally) -> None:
        good: set[str] = set()
        for place in self._places:
            backups = kept_backups.verify(place, unheard)
            tally.torn += sum(not each.good for each in backups)
            good |= {each.name for each in backups if each.good}
        tally.lost += len(self._told - good)
        tally.unsound += not json.loads(expect(forked(self._doctor())).out)["ok"]

    def _doctor(self) -> list[object]:
        return ["--data", self._data, "doctor", "--json"]

    def _stage(self, before: list[tuple[str, ...]]) -> str:
        """Tell how far a backup had come when it ended."""
        own, second = (
            place.names() != names for place, names in zip(self._places, before, strict=True)
        )
        if own:
            return "both" if second else "own alone"
        left = list(self._places[0].unfinished.glob("*")) if self._places[0].root.exists() else []
        return "writing" if left else "opening"

    def end(self, tally: Tally) -> None:
        """See that the next backup clears up whatever was left, and remove all."""
        dice = random.Random(0)  # noqa: S311 (any content)
        expect(self.back_up(dice))
        for place in self._places:
            spoken = {each.sha256 for each in kept_backups.newest_list(place)}
            there = {path.name for path in place.files.rglob("*") if path.is_file()}
            tally.torn += len(list(place.unfinished.iterdir())) + len(there - spoken)
        self._count(tally)
        shutil.rmtree(self._data)
        shutil.rmtree(self._stick)


def kill_bundling(place: Path, kills: int, seed: int) -> Tally:
    """Kill `backup --to` many times; each file that bears its name is whole."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    tally, data, out = Tally("backup --to"), started(place), place / "out"
    add(data, [dice.randbytes(SIZE) for _ in range(2 * FILES)])
    words: list[object] = ["--data", data, "backup", "--to", out, "--json"]
    seconds = life(lambda: forked(words))
    for moment in moments(kills, seconds, dice):
        shutil.rmtree(out, ignore_errors=True)
        ended = forked(words, kill_after=moment)
        told = whole_json(ended.out)
        files = list(out.glob(f"*{bundle.SUFFIX}")) if out.exists() else []
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += told is not None
        whole = sum(map(_is_whole, files))
        tally.torn += len(files) - whole
        tally.lost += told is not None and not whole
        tally.stages["file" if files else "writing" if out.exists() else "opening"] += 1
    tally.unsound += not json.loads(expect(forked(["--data", data, "doctor", "--json"])).out)["ok"]
    return tally


def _is_whole(file: Path) -> bool:
    with suppress(KnownError):
        bundle.verify(file, unheard)
        return True
    return False


def whole_json(text: str) -> Any:  # noqa: ANN401 (JSON has any shape)
    """Return what was printed, None where it is not whole."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def expect(ended: Ended) -> Ended:
    """Return how a command ended that must be done."""
    if ended.code != 0:
        raise AssertionError(ended.err)
    return ended
