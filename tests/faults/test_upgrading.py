"""Every past schema with data in it: a whole copy first, all rows after, cut off or not."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.faults.earlier import PAST, at_step, rows_of
from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.browse_activities import Browse, count
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store import upgrade

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="leaves a database open")
COPY = f"before-{upgrade.SCHEMA_VERSION:04d}.sqlite"


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of today's schema with activities and evidence; never written to."""
    folder, clock = tmp_path_factory.mktemp("present") / "data", TickingClock()
    start(folder, clock, Start(unit=SO_NGOAI_VU, confirm=(ALL,)))
    with open_desk(folder, writing=True, clock=clock) as desk:
        for number in range(3):
            files = (paper(f"{number}.png", bytes([number])),)
            record(desk.office, form(f"Họp {number}", "1.10", readings=("D1=3",), files=files))
    return folder


@pytest.mark.parametrize("step", PAST)
def test_that_a_folder_of_every_past_schema_comes_up_with_all_its_rows(
    present: Path, tmp_path: Path, step: int
) -> None:
    folder = at_step(present, tmp_path / "data", step)
    before = rows_of(folder / "ttdn.sqlite")

    with open_desk(folder, writing=True, clock=TickingClock()):
        pass

    assert upgrade.version_of(folder / "ttdn.sqlite") == upgrade.SCHEMA_VERSION
    after = rows_of(folder / "ttdn.sqlite")
    lost = {
        table: set(map(repr, rows)) - set(map(repr, after[table]))
        for table, rows in before.items()
        if table != "meta"
    }
    assert not any(lost.values())
    assert rows_of(folder / "backups" / COPY) == before
    assert upgrade.version_of(folder / "backups" / COPY) == step
    assert [path.name for path in (folder / "backups").iterdir()] == [COPY]


def test_that_the_records_of_the_last_schema_are_worked_on_after_it(
    present: Path, tmp_path: Path
) -> None:
    folder = at_step(present, tmp_path / "data", PAST[-1])

    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        record(desk.office, form("Họp tiếp"))

        assert count(desk.office, Browse()) == 4
        assert count(desk.office, Browse(search="hop")) == 4


def test_that_what_a_cut_off_copy_has_left_is_nobodys(present: Path, tmp_path: Path) -> None:
    folder = at_step(present, tmp_path / "data", PAST[-1])
    before = rows_of(folder / "ttdn.sqlite")
    (folder / "backups").mkdir()
    (folder / "backups" / f".{COPY}.tmp").write_bytes(b"SQLite format 3\0 and then the lights went")

    with open_desk(folder, writing=True, clock=TickingClock()):
        pass

    assert [path.name for path in (folder / "backups").iterdir()] == [COPY]
    assert rows_of(folder / "backups" / COPY) == before


def test_that_nothing_is_brought_up_to_date_without_its_copy(present: Path, tmp_path: Path) -> None:
    folder = at_step(present, tmp_path / "data", PAST[-1])
    (folder / "backups").write_text("in the way")

    with pytest.raises(KnownError), open_desk(folder, writing=True, clock=TickingClock()):
        pass

    assert upgrade.version_of(folder / "ttdn.sqlite") == PAST[-1]


def test_that_an_older_program_refuses_a_newer_folder_and_leaves_it_alone(
    present: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(present, tmp_path / "data")
    with closing(sqlite3.connect(folder / "ttdn.sqlite")) as raw:
        raw.execute(f"PRAGMA user_version = {upgrade.SCHEMA_VERSION + 1}")
    before = (folder / "ttdn.sqlite").read_bytes()

    told = []
    for writing in (True, False):
        with pytest.raises(KnownError) as refused, open_desk(folder, writing=writing):
            pass
        told.append(refused.value.key)

    assert told == ["folder_newer", "folder_newer"]
    assert (folder / "ttdn.sqlite").read_bytes() == before
    assert not (folder / "backups").exists()
