"""Repair mends what is safe, says what it mended, and never touches a record silently."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import FULL, TickingClock, form
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.browse_activities import Browse, page
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.history import RecordKind, of_record
from ttdn_desktop.services.mend_folder import mend
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.check_folder import Health
    from ttdn_desktop.services.office import Office


@pytest.fixture
def activity(office: Office) -> Activity:
    """Return an activity with something of everything."""
    return record(office, FULL)


def _outside(office: Office, *statements: str) -> None:
    with closing(sqlite3.connect(office.store.folder.database)) as other, other:
        for sql in statements:
            other.execute(sql)


def _mended(health: Health) -> list[str]:
    return [each.key for each in health.repaired]


def _file(office: Office, digest: str) -> Path:
    return office.store.folder.vault / digest[:2] / digest


def test_that_a_sound_folder_needs_no_repair_and_no_restore_point(
    office: Office, activity: Activity
) -> None:
    asked: list[str] = []

    health = mend(office, before=lambda _office, label: asked.append(label))

    assert activity.code == "A1"
    assert (health.ok, health.repaired, asked) == (True, (), [])


def test_that_an_emptied_index_is_found_and_made_anew(office: Office, activity: Activity) -> None:
    _outside(office, "DELETE FROM search_texts", "DELETE FROM search_rows")
    assert [each.key for each in check(office).problems] == ["search_index"]

    health = mend(office)

    assert (health.ok, _mended(health)) == (True, ["search_rebuilt"])
    assert [each.id for each in find(office, "bien ban")] == [activity.id]


def test_that_a_missing_index_of_the_schema_is_made_again(office: Office) -> None:
    _outside(office, "DROP INDEX ix_activities_start_id")

    health = mend(office)

    assert (health.ok, _mended(health)) == (True, ["index_added"])
    assert health.repaired[0].facts["name"] == "ix_activities_start_id"


def _spoil_index(office: Office) -> None:
    """Give an index one row too few, as a torn write does: its table stays whole."""
    name, sql = "ix_activities_start_id", "PRAGMA writable_schema = ON"
    with closing(sqlite3.connect(office.store.folder.database)) as other:
        other.execute(sql)
        kept = other.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        partial = f"{kept} WHERE start > '9'"
        other.execute("DROP INDEX ix_activities_start_id")
        other.execute(partial)
        update = "UPDATE sqlite_master SET sql = ? WHERE name = ?"
        other.execute(update, (kept, name))
        other.commit()


def test_that_a_torn_index_is_found_and_made_anew(
    office: Office, activity: Activity, folder: Path
) -> None:
    _spoil_index(office)
    office.store.close()
    with open_desk(folder, writing=True, clock=TickingClock()) as desk:
        assert check(desk.office).database == "faulty"

        health = mend(desk.office)

        assert (health.ok, _mended(health)) == (True, ["reindexed"])
        assert [row.id for row in page(desk.office, Browse(), 0, 9)] == [activity.id]


@pytest.mark.parametrize("altered", [True, False])
def test_that_a_file_is_put_back_from_an_intact_copy(
    office: Office, activity: Activity, *, altered: bool
) -> None:
    piece = activity.evidence[0]
    place = _file(office, piece.sha256)
    content = place.read_bytes()
    backups = office.store.folder.root / "backups" / "kho" / "01"
    backups.mkdir(parents=True)
    shutil.copy(place, backups / piece.sha256)
    place.unlink()
    if altered:
        place.write_bytes(b"khac")

    health = mend(office)

    assert (health.ok, _mended(health)) == (True, ["evidence_put_back"])
    assert health.repaired[0].facts["record"] == f"{piece.code} {piece.name}"
    assert place.read_bytes() == content
    aside = office.store.folder.root / "aside"
    assert [each.read_bytes() for each in aside.glob("*")] == ([b"khac"] if altered else [])


def test_that_a_copy_that_is_not_intact_itself_is_not_taken(
    office: Office, activity: Activity, tmp_path: Path
) -> None:
    piece = activity.evidence[0]
    _file(office, piece.sha256).write_bytes(b"khac")
    copy = tmp_path / "copy"
    copy.write_bytes(b"cung khac")

    health = mend(office, find=lambda _digest: copy)

    assert (health.ok, health.repaired) == (False, ())
    assert health.evidence.altered == (piece.sha256,)
    assert _file(office, piece.sha256).read_bytes() == b"khac"


def test_that_what_cannot_be_mended_is_told_by_the_name_of_its_record(
    office: Office, activity: Activity
) -> None:
    first, second = activity.evidence[:2]
    _file(office, first.sha256).write_bytes(b"khac")
    _file(office, second.sha256).unlink()

    told = {each.key: each.facts["record"] for each in mend(office).problems}

    assert told == {
        "evidence_altered": f"{first.code} {first.name}",
        "evidence_missing": f"{second.code} {second.name}",
    }


def test_that_a_row_changed_outside_is_told_and_left(office: Office, activity: Activity) -> None:
    _outside(office, "UPDATE activities SET year = 2025")

    health = mend(office)

    (problem,) = [each for each in health.problems if each.key == "row_changed"]
    assert problem.facts["record"] == "A1 Đón đoàn"
    assert problem.facts["fields"] == "year: 2026 → 2025"
    assert activity.title == "Đón đoàn"
    assert not health.ok


def test_that_a_change_outside_is_taken_into_the_history_only_when_asked(
    office: Office, activity: Activity
) -> None:
    _outside(
        office,
        "UPDATE activities SET title = 'Đón đoàn Lào'",
        "DELETE FROM obstacles WHERE ordinal = 0",
    )

    health = mend(office, adopt=True)

    assert (health.ok, _mended(health)) == (True, ["rows_adopted", "search_rebuilt"])
    event = of_record(office, RecordKind.ACTIVITY, activity.id)[-1]
    assert event.label == "Sửa ngoài chương trình"
    assert {each.name: each.after for each in event.fields} == {
        "title": "Đón đoàn Lào",
        "obstacle": "",
    }
    take_back(office)
    assert find(office, "Mạng yếu")[0].title == "Đón đoàn"
    assert check(office).ok


def test_that_the_restore_point_comes_first_and_its_refusal_stops_the_repair(
    office: Office, activity: Activity
) -> None:
    _outside(office, "DELETE FROM search_rows")

    def refuse(_office: Office, _label: str) -> None:
        raise KnownError("disk_full", place=activity.id)

    with pytest.raises(KnownError, match="disk_full"):
        mend(office, before=refuse)

    assert not check(office).ok


class _Stopping:
    """Stops at a step."""

    def __init__(self, at: int) -> None:
        """Count down to it."""
        self.left = at

    def step(self, done: int, total: int) -> None:
        """Take note, or stop."""
        assert 0 <= done <= total
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def _until_done(office: Office) -> Iterator[int]:
    """Stop the check at each of its steps in turn; yield how many there were."""
    for at in range(1000):
        try:
            check(office, _Stopping(at))
        except Cancelled:
            continue
        yield at
        return


def test_that_the_check_can_be_stopped_at_each_step(office: Office, activity: Activity) -> None:
    (steps,) = _until_done(office)

    assert steps > len({each.sha256 for each in activity.evidence if each.sha256})
    assert check(office).ok


def test_that_drafts_nobody_can_read_and_items_nobody_has_are_told(office: Office) -> None:
    record(office, form("Họp"))
    _outside(
        office,
        "INSERT INTO drafts VALUES ('activity:new', '{', 1)",
        "INSERT INTO plan_items VALUES ('x', 'task')",
    )

    told = {each.key: dict(each.facts) for each in check(office).problems}

    assert told["draft_unreadable"] == {"key": "activity:new"}
    assert told["item_lost"] == {"item": "x"}
