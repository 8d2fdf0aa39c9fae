"""`plan import --apply`, killed: the plan of before is in force, or the whole new one.

The process that reads the file ends with the one who asked, and the restore point is there whole
before anything is adopted.
"""

from __future__ import annotations

import json
import random
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from tests.faults.backing_up import started, unheard
from tests.faults.forked import Ended, forked
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import open_desk, task_reader
from ttdn_desktop.domain.task_list import ReadingChoice
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.import_plan import preview
from ttdn_desktop.services.read_task_list import read_for
from ttdn_desktop.store import kept_backups
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import PlanVersion

_PER_FOLDER = 10
"""Kills a folder takes before a fresh one: each check reads all its backups."""

_HEADINGS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
_PATIENCE = 5.0
"""Seconds in which the process that reads has to be gone; it needs a few hundredths."""


def kill_importing(place: Path, kills: int, seed: int) -> Tally:
    """Kill `plan import --apply` many times, each of a list not seen before; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments)
    tally, base = Tally("import a plan"), started(place)
    measured = _Desk(shutil.copytree(base, place / "measured"))
    seconds = life(measured.imported)
    desk = measured
    for number, moment in enumerate(moments(kills, seconds, dice)):
        if number % _PER_FOLDER == 0:
            desk = _Desk(shutil.copytree(base, place / f"data-{number}"))
        desk.kill(moment, tally)
    return tally


class _Desk:
    """A data folder into which lists are imported, each with another wording."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._file = data.with_name(f"{data.name}-danh-muc.xlsx")
        self._lists = 0

    def imported(self) -> Ended:
        """Import the next list, after all that warms a process up before a kill, too."""
        self._next_list()
        self._expected()
        return self._import(None)

    def kill(self, moment: float, tally: Tally) -> None:
        """Kill one import at a moment and count what is left."""
        self._next_list()
        old, new = self._expected()
        before = self._backups(tally)
        ended = self._import(moment)
        _wait_until_let_go(self._data)
        tally.kills += 1
        tally.survived += not ended.killed
        tally.told += ended.out.endswith("}\n")
        self._look(old, new, ended, tally)
        made = self._backups(tally) - before
        with open_desk(self._data, writing=False) as desk:
            adopted = desk.office.surroundings().version.id == new.id
        tally.torn += made != 1 if adopted else made not in (0, 1)
        tally.torn += not _is_gone(self._file)
        tally.stages["adopted" if adopted else "restore point" if made else "read"] += 1

    def _expected(self) -> tuple[PlanVersion, PlanVersion]:
        """Return the version in force, and the one that the list would make of it."""
        with open_desk(self._data, writing=False) as desk:
            listed = read_for(desk.office, task_reader(), self._file, ReadingChoice())
            seen = preview(desk.office, listed)
            return seen.now, seen.version

    def _look(self, old: PlanVersion, new: PlanVersion, ended: Ended, tally: Tally) -> None:
        with open_desk(self._data, writing=True) as desk:
            found = desk.office.surroundings().version
            whole = old if found.id == old.id else new
            tally.torn += (found.id, found.tasks, found.groups) != (
                whole.id,
                whole.tasks,
                whole.groups,
            )
            tally.lost += ended.out.endswith("}\n") and found.id != new.id
            tally.unsound += not check(desk.office).ok

    def _import(self, kill_after: float | None) -> Ended:
        words = ("plan", "import", self._file, "--apply", "--json")
        ended = forked(["--data", self._data, *words], kill_after=kill_after)
        if not ended.killed and not json.loads(ended.out)["applied"]:
            raise AssertionError(ended.err)
        return ended

    def _backups(self, tally: Tally) -> int:
        """Return how many backups there are; one that is not whole counts as torn."""
        found = kept_backups.verify(Repository(self._data / "backups"), unheard)
        tally.torn += any(not each.good for each in found)
        return len(found)

    def _next_list(self) -> None:
        """Write the plan in force as a list in which some tasks are worded anew."""
        self._lists += 1
        with open_desk(self._data, writing=False) as desk:
            version = desk.office.surroundings().version
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(_HEADINGS)
        for group in version.groups:
            sheet.append([group.code, group.title])
            for task in (each for each in version.tasks if each.group_code == group.code):
                title = f"{task.title.partition(' (lần')[0]} (lần {self._lists})"
                sheet.append(
                    [task.code, title, task.lead_text, task.support_text, task.period_text]
                )
        book.save(self._file)


def _wait_until_let_go(data: Path) -> None:
    """Return once a killed one's reader, not begun yet, holds the folder's lock no more.

    Between its fork and its own program it has all that its parent had. Raises KnownError as
    opening does where it lasts.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with open_desk(data, writing=True):
                return
        except KnownError as refusal:
            if refusal.key != "folder_held" or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _is_gone(file: Path) -> bool:
    """Tell whether no process reads a file any more, or soon none does."""
    until = time.monotonic() + _PATIENCE
    while _is_read(file):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def _is_read(file: Path) -> bool:
    asked = str(file).encode()
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = process.read_bytes().split(b"\0")
        except OSError:
            continue
        if asked in words and b"-c" in words:
            return True
    return False
