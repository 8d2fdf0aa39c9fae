"""`report export`, killed: the target is the whole old file, or the whole new one."""

from __future__ import annotations

import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

from tests.faults.forked import Ended, forked
from tests.faults.tally import Tally, life, moments

if TYPE_CHECKING:
    from pathlib import Path

ACTIVITIES = 30
OLD = b"the report of before"


def kill_exporting(place: Path, kills: int, seed: int) -> Tally:
    """Kill `report export` many times beside an old file or none; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments)
    desk = _Desk(place / "data", place / "out")
    tally = Tally("report export")
    seconds = life(desk.export)
    for number, moment in enumerate(moments(kills, seconds, dice)):
        desk.kill(moment, tally, old=OLD if number % 2 else None)
    return tally


class _Desk:
    """A filled data folder and the folder its reports go to."""

    def __init__(self, data: Path, out: Path) -> None:
        out.mkdir()
        self._data = data
        self._target = out / "bao-cao.docx"
        self._ask("sample", data, "--activities", ACTIVITIES)
        self._change()
        self._whole = self._exported()

    def export(self, *, kill_after: float | None = None) -> Ended:
        """Export the report of the year."""
        words = ("report", "export", "--year", "2026", "--out", self._target, "--json")
        return forked(["--data", self._data, *words], kill_after=kill_after)

    def kill(self, moment: float, tally: Tally, *, old: bytes | None) -> None:
        """Kill one export at a moment and count what is left; old: what the target was."""
        self._target.unlink(missing_ok=True)
        if old is not None:
            self._target.write_bytes(old)
        ended = self.export(kill_after=moment)
        found = self._target.read_bytes() if self._target.exists() else None
        told = found == self._whole and ended.out.endswith("}\n")
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += told
        tally.lost += ended.out.endswith("}\n") and not told
        tally.torn += found not in {old, self._whole}
        tally.stages["new file" if found == self._whole else "old file" if old else "no file"] += 1
        tally.unsound += not self._ask("--data", self._data, "doctor")["ok"]

    def _exported(self) -> bytes:
        """Return the bytes of the whole report."""
        if self.export().code != 0 or zipfile.ZipFile(self._target).testzip() is not None:
            raise AssertionError(self._target)
        return self._target.read_bytes()

    def _change(self) -> None:
        words = ("--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026")
        self._ask("--data", self._data, "activity", "add", *words)

    def _ask(self, *words: object) -> Any:  # noqa: ANN401 (JSON has any shape)
        ended = forked([*words, "--json"])
        if ended.code != 0:
            raise AssertionError(ended.err)
        return json.loads(ended.out)
