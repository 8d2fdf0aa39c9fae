"""`activity add` with a file of three megabytes, killed: what was told as saved is saved."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from typing import TYPE_CHECKING, Any

from tests.faults.forked import Ended, forked
from tests.faults.tally import Tally, life, moments

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 3 * 1024 * 1024
PER_FOLDER = 20
"""Kills a folder takes before a fresh one: each check reads all its evidence."""


def kill_adding(place: Path, kills: int, seed: int) -> Tally:
    """Kill `activity add` many times in an empty folder; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    started = place / "started"
    _expect(forked(["--data", started, "init", "--unit", "Sở Ngoại vụ", "--confirm", "all"]))
    tally = Tally("activity add")
    folder = _Folder(shutil.copytree(started, place / "measured"))
    seconds = life(lambda: folder.add(dice.randbytes(SIZE)))
    for number, moment in enumerate(moments(kills, seconds, dice)):
        if number % PER_FOLDER == 0:
            folder.remove()
            folder = _Folder(shutil.copytree(started, place / f"data-{number}"))
        folder.kill(moment, dice.randbytes(SIZE), tally)
    return tally


class _Folder:
    """A data folder, and what it has told of itself."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._proof = data.with_suffix(".bin")
        self._told: dict[str, str] = {}

    def remove(self) -> None:
        shutil.rmtree(self._data)
        self._proof.unlink()

    def add(self, content: bytes, *, kill_after: float | None = None) -> Ended:
        """Record an activity whose evidence has a content."""
        self._proof.write_bytes(content)
        words = ("--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026")
        command = ["--data", self._data, "activity", "add", *words, "--evidence", self._proof]
        return forked([*command, "--json"], kill_after=kill_after)

    def kill(self, moment: float, content: bytes, tally: Tally) -> None:
        """Kill one recording at a moment and count what is left."""
        ended = self.add(content, kill_after=moment)
        told = _whole_json(ended.out)
        tally.kills += 1
        tally.survived += not ended.killed
        if told is not None:
            tally.told += 1
            self._told[told["id"]] = hashlib.sha256(content).hexdigest()
        listed = {each["id"]: each for each in self._ask("activity", "list")["activities"]}
        tally.stages[self._stage(content, listed, told)] += 1
        tally.lost += sum(not self._is_kept(each, listed) for each in self._told)
        tally.torn += sum(len(each["evidence"]) != 1 for each in listed.values())
        tally.unsound += not self._ask("doctor")["ok"]

    def _is_kept(self, activity: str, listed: dict[str, Any]) -> bool:
        """Tell whether an activity is listed and its evidence reads as it was given."""
        if activity not in listed:
            return False
        digest = self._told[activity]
        file = self._data / "vault" / digest[:2] / digest
        return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest

    def _stage(self, content: bytes, listed: dict[str, Any], told: object) -> str:
        """Tell how far a recording had come when it ended."""
        if told is not None:
            return "told"
        digest = hashlib.sha256(content).hexdigest()
        if any(proof["sha256"] == digest for each in listed.values() for proof in each["evidence"]):
            return "recorded"
        if (self._data / "vault" / digest[:2] / digest).exists():
            return "stored"
        return "storing" if any((self._data / "tmp").iterdir()) else "opening"

    def _ask(self, *words: str) -> Any:  # noqa: ANN401 (JSON has any shape)
        return json.loads(_expect(forked(["--data", self._data, *words, "--json"])).out)


def _whole_json(text: str) -> Any:  # noqa: ANN401 (JSON has any shape)
    """Return what was printed, None where it is not whole."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _expect(ended: Ended) -> Ended:
    """Return how a command ended that must be done."""
    if ended.code != 0:
        raise AssertionError(ended.err)
    return ended
