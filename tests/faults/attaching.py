"""Evidence added to the pile, killed: what was told as added is listed and reads as it was."""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from tests.faults.backing_up import started
from tests.faults.forked import forked_work
from tests.faults.tally import Tally, life, moments
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.services import keep_evidence
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.check_folder import check

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 1024 * 1024
FILES = 3
PER_FOLDER = 20


def kill_attaching(place: Path, kills: int, seed: int) -> Tally:
    """Kill the adding of three files at once many times; look after each."""
    dice = random.Random(seed)  # noqa: S311 (chooses moments and contents)
    tally, base = Tally("attach evidence"), started(place)
    measured = shutil.copytree(base, place / "measured")
    seconds = life(lambda: forked_work(lambda: _attach(measured, _contents(dice))))
    data, told = measured, set[str]()
    for number, moment in enumerate(moments(kills, seconds, dice)):
        if number % PER_FOLDER == 0:
            shutil.rmtree(data)
            data, told = shutil.copytree(base, place / f"data-{number}"), set()
        contents = _contents(dice)
        ended = forked_work(partial(_attach, data, contents), kill_after=moment)
        tally.kills += 1
        tally.survived += not ended.killed
        if ended.out.endswith("\n"):
            tally.told += 1
            told.update(ended.out.split())
        _look(data, told, contents, tally)
    return tally


def _contents(dice: random.Random) -> list[bytes]:
    return [dice.randbytes(SIZE) for _ in range(FILES)]


def _attach(data: Path, contents: list[bytes]) -> int:
    files = [
        IncomingFile(f"{number}.bin", partial(BytesIO, each))
        for number, each in enumerate(contents)
    ]
    with open_desk(data, writing=True) as desk:
        added = keep_evidence.add_files(desk.office, files)
        sys.stdout.write(" ".join(str(each.sha256) for each in added) + "\n")
        sys.stdout.flush()
    return 0


def _look(data: Path, told: set[str], contents: list[bytes], tally: Tally) -> None:
    with open_desk(data, writing=True) as desk:
        pieces = keep_evidence.page(desk.office, Shelf(), 0, 1000)
        listed = {str(each.sha256) for each in pieces}
        tally.lost += sum(not _reads(data, each) for each in told | listed) + len(told - listed)
        now = {hashlib.sha256(each).hexdigest() for each in contents}
        tally.torn += len(now & listed) not in (0, FILES)
        tally.stages[_stage(data, now, listed)] += 1
        tally.unsound += not check(desk.office).ok


def _reads(data: Path, digest: str) -> bool:
    file = data / "vault" / digest[:2] / digest
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest


def _stage(data: Path, now: set[str], listed: set[str]) -> str:
    if now <= listed:
        return "recorded"
    stored = sum((data / "vault" / each[:2] / each).exists() for each in now)
    return f"stored {stored} of {FILES}"
