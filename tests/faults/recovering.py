"""Damaged databases: each is recognised, and its records come back whole from the backup."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tests.faults.backing_up import add, expect, started
from tests.faults.forked import forked, forked_work
from tests.faults.tally import Tally
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services import back_up as backing

if TYPE_CHECKING:
    from pathlib import Path

_DAMAGES = "tests.faults.damaged"
SIZE = 200 * 1024


def recover(place: Path, times: int, seed: int) -> Tally:
    """Damage copies of a folder that has a backup; see each recognised, and restore it."""
    tally = Tally("damaged database")
    if find_spec(_DAMAGES) is None:
        return tally
    damages = import_module(_DAMAGES)
    source = _backed_up(place, seed)
    whole = _content(source)
    for number in range(times):
        folder = shutil.copytree(source, place / "damaged")
        kind = damages.damaged(folder, seed + number)
        tally.kills += 1
        tally.stages[kind] += 1
        tally.unsound += damages.unrecognised(folder) is not None
        target = place / "restored"
        expect(forked(["restore", folder / "backups", "--to", target]))
        tally.lost += _content(target) != whole
        tally.torn += not json.loads(expect(forked(["--data", target, "doctor", "--json"])).out)[
            "ok"
        ]
        shutil.rmtree(folder)
        shutil.rmtree(target)
    return tally


def recover_from(place: Path, corpus: Path) -> Tally:
    """Put each file of a folder in the place of a database: it is refused, and restored."""
    tally, source = Tally("damaged database, given"), _backed_up(place, 1)
    whole = _content(source)
    for file in sorted(corpus.iterdir()):
        folder, target = shutil.copytree(source, place / "damaged"), place / "restored"
        shutil.copyfile(file, folder / "ttdn.sqlite")
        tally.kills += 1
        answer = json.loads(expect(forked(["--data", folder, "doctor", "--json"])).out)
        tally.unsound += bool(answer["ok"]) or forked(["--data", folder, "undo"]).code != 1
        expect(forked(["restore", folder / "backups", "--to", target]))
        tally.lost += _content(target) != whole
        shutil.rmtree(folder)
        shutil.rmtree(target)
    return tally


def _backed_up(place: Path, seed: int) -> Path:
    """Return a closed folder with records, evidence, and a backup of all of it."""
    source, dice = started(place), random.Random(seed)  # noqa: S311 (any content)
    for _ in range(5):
        add(source, [dice.randbytes(SIZE)])
    expect(forked_work(lambda: _back_up(source)))
    return source


def _back_up(source: Path) -> int:
    with open_desk(source, writing=True) as desk:
        backing.back_up(desk.office)
    return 0


def _content(folder: Path) -> tuple[str, frozenset[str]]:
    """Return what a folder lists, and the evidence that reads as it is named."""
    listed = expect(forked(["--data", folder, "activity", "list", "--json"])).out
    files = (path for path in (folder / "vault").rglob("*") if path.is_file())
    sound = (f for f in files if hashlib.sha256(f.read_bytes()).hexdigest() == f.name)
    return listed, frozenset(file.name for file in sound)
