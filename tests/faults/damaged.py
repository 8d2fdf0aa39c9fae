"""Fifty damaged databases of our own making: each must be recognised, and none written into.

`damaged(folder, number)` does one of them to a data folder; the same number does the same. A folder
is recognised when doctor names a problem, when a change is refused or leaves the files as they are,
and when nothing ends in a traceback.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.forked import forked, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Damage = Callable[["Victim"], None]

PAGE = 4096
COUNT = 50
_CRASH = "lỗi ngoài dự kiến"


@dataclass(frozen=True, slots=True)
class Victim:
    """A data folder to be damaged, and the dice that say where."""

    folder: Path
    dice: random.Random

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / "ttdn.sqlite"

    @property
    def log(self) -> Path:
        """The log, which is there only after a crash."""
        return self.folder / "ttdn.sqlite-wal"

    def pages(self) -> int:
        """Return how many pages the database has."""
        return self.database.stat().st_size // PAGE

    def page(self) -> int:
        """Return the number of a page that holds records, counted from 0; never the first."""
        used = _pages_in_use(self.database)
        return self.dice.choice(used) - 1

    def write(self, file: Path, place: int, content: bytes) -> None:
        """Overwrite a piece of a file."""
        with file.open("r+b") as stream:
            stream.seek(place)
            stream.write(content)


def _pages_in_use(database: Path) -> list[int]:
    """Return the root pages of all tables and indexes that are not empty."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as raw:
        roots = raw.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 1").fetchall()
    return sorted(row[0] for row in roots)


def _truncated(victim: Victim) -> None:
    size = victim.database.stat().st_size
    with victim.database.open("r+b") as stream:
        stream.truncate(victim.dice.randrange(1, size))


def _flipped(victim: Victim) -> None:
    """Flip bits in the head of a page, where its cells are pointed at, and in its body."""
    for _ in range(4):
        place = victim.page() * PAGE
        for at in (place + victim.dice.randrange(12), place + victim.dice.randrange(PAGE)):
            byte = victim.database.read_bytes()[at]
            victim.write(victim.database, at, bytes([byte ^ 1 << victim.dice.randrange(8)]))


def _zeroed(victim: Victim) -> None:
    victim.write(victim.database, victim.page() * PAGE, bytes(PAGE))


def _overwritten(victim: Victim) -> None:
    victim.write(victim.database, victim.page() * PAGE, victim.dice.randbytes(PAGE))


def _headless(victim: Victim) -> None:
    victim.write(victim.database, 0, victim.dice.randbytes(100))


def _garbage_log(victim: Victim) -> None:
    victim.log.write_bytes(victim.dice.randbytes(victim.dice.randrange(2, 20) * PAGE))


def _spoilt_log(victim: Victim) -> None:
    """Spoil the first frame of a log in which several changes were told as saved."""
    _crash_with_log(victim.folder)
    victim.write(victim.log, 32 + 24 + victim.dice.randrange(PAGE - 8), victim.dice.randbytes(8))


def _torn_log_header(victim: Victim) -> None:
    _crash_with_log(victim.folder)
    victim.write(victim.log, victim.dice.randrange(24), victim.dice.randbytes(8))


def _crash_with_log(folder: Path) -> None:
    """Leave changes in the log as a killed program does: copied while it is open."""
    with closing(sqlite3.connect(folder / "ttdn.sqlite")) as raw:
        raw.execute("PRAGMA wal_autocheckpoint = 0")
        for number in range(4):
            raw.execute("UPDATE meta SET value = value WHERE key = 'writer'")
            raw.execute("INSERT OR REPLACE INTO meta VALUES ('probe', ?)", (str(number),))
            raw.commit()
        kept = (folder / "ttdn.sqlite-wal").read_bytes()
        base = (folder / "ttdn.sqlite").read_bytes()
    (folder / "ttdn.sqlite").write_bytes(base)
    (folder / "ttdn.sqlite-wal").write_bytes(kept)


def _wrong_file(victim: Victim) -> None:
    victim.database.write_bytes(b"%PDF-1.7\n" + victim.dice.randbytes(3 * PAGE))


def _emptied(victim: Victim) -> None:
    victim.database.write_bytes(b"")


def _of_another_program(victim: Victim) -> None:
    victim.database.unlink()
    with closing(sqlite3.connect(victim.database)) as raw:
        raw.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        raw.execute(f"PRAGMA user_version = {victim.dice.randrange(100)}")
        raw.commit()


def _holed(victim: Victim) -> None:
    table = victim.dice.choice(("activities", "units", "plan_items", "evidence"))
    with closing(sqlite3.connect(victim.database)) as raw:
        raw.execute(f"DELETE FROM {table}")  # noqa: S608 (one of four names)
        raw.commit()


def _edited(victim: Victim) -> None:
    with closing(sqlite3.connect(victim.database)) as raw:
        raw.execute("UPDATE activities SET title = ?", (f"khác {victim.dice.random()}",))
        raw.commit()


KINDS: tuple[tuple[str, Damage], ...] = (
    ("truncated", _truncated),
    ("flipped bits", _flipped),
    ("zero page", _zeroed),
    ("random page", _overwritten),
    ("header", _headless),
    ("garbage log", _garbage_log),
    ("spoilt log", _spoilt_log),
    ("torn log header", _torn_log_header),
    ("wrong file", _wrong_file),
    ("emptied", _emptied),
    ("another program's", _of_another_program),
    ("foreign key holes", _holed),
    ("edited rows", _edited),
)


def damaged(folder: Path, number: int) -> str:
    """Do the damage of a number to a closed data folder; return what kind it was."""
    kind, damage = KINDS[number % len(KINDS)]
    damage(Victim(folder, random.Random(number)))  # noqa: S311 (chooses where to spoil)
    return kind


def unrecognised(folder: Path) -> str | None:
    """Return what is wrong with how a damaged folder is met; None where it is recognised."""
    checked = forked(["doctor", "--json", "--data", folder])
    if checked.code or _CRASH in checked.err:
        return f"doctor: {checked.code} {checked.err}"
    if json.loads(checked.out)["ok"]:
        return "doctor found nothing"
    before = (folder / "ttdn.sqlite").read_bytes()
    listed = forked(["activity", "list", "--data", folder])
    written = forked(["undo", "--data", folder])
    if _CRASH in listed.err + written.err:
        return f"crash: {listed.err}{written.err}"
    refused = written.code == 1
    if refused and (folder / "ttdn.sqlite").read_bytes() != before:
        return "refused, and written all the same"
    return None


def run(source: Path, count: int = COUNT) -> Iterator[tuple[int, str, str | None]]:
    """Damage copies of a sound folder one by one; yield number, kind, and what was wrong if so."""
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            folder = shutil.copytree(source, Path(place, str(number)))
            kind = damaged(folder, number)
            yield number, kind, unrecognised(folder)
            shutil.rmtree(folder)


def main() -> int:
    """Print what was not recognised, and one line for all."""
    warm_up()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "sample")
        forked(["sample", source, "--activities", "40"])
        found = list(run(source))
    wrong = [each for each in found if each[2]]
    sys.stdout.writelines(f"{number} {kind}: {what}\n" for number, kind, what in wrong)
    sys.stdout.write(f"damaged databases {len(found)}  recognised {len(found) - len(wrong)}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
