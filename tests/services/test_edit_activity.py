"""Changing what was recorded: only what differs is changed, told, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.services.office_desk import FULL, form, paper, unreadable
from ttdn_desktop.domain.activity import Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.edit_activity import duplicate_form, form_of, load, put_into_bin, save
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import next_undo, take_back
from ttdn_desktop.store.tables import change_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office


@pytest.fixture
def one(office: Office) -> Activity:
    """Return an activity with something of everything."""
    return record(office, FULL)


def _changed(office: Office) -> list[tuple[str, bool, bool]]:
    """Return table, whether there was a row before and after, of the last change's rows."""
    with office.store.read() as connection:
        rows: list[Any] = list(connection.execute(change_rows.select()).all())
    last = max(row.seq for row in rows)
    return sorted(
        (row.table_name, row.before is not None, row.after is not None)
        for row in rows
        if row.seq == last
    )


def test_that_what_is_loaded_is_what_was_recorded(office: Office, one: Activity) -> None:
    assert load(office, one.id) == one


def test_that_a_form_left_as_it_is_changes_nothing(office: Office, one: Activity) -> None:
    assert save(office, one.id, form_of(office, one)) == one
    assert next_undo(office) == "Ghi hoạt động: Đón đoàn"


WITHOUT: dict[str, Any] = {
    "until": None,
    "obstacles": (),
    "proposals": (),
    "readings": (),
    "fundings": (),
    "evidence_ids": (),
    "partners": (),
    "result": "",
    "highlight": False,
}
OTHERS: dict[str, Any] = {
    "title": "Tiễn đoàn",
    "items": ("2.4", "1.10"),
    "start": parse_moment("3/2026"),
    "part": Part.ADVISE,
    "obstacles": (Obstacle("Mưa lớn", Cause.OBJECTIVE), Obstacle("Mạng yếu"), Obstacle("Mới")),
    "proposals": (Proposal("Tập huấn", "Sở Nội vụ", answered=True),),
    "readings": (parse_reading("D2=1"), parse_reading("D1=3")),
    "fundings": (parse_funding("xã hội hóa=2 triệu"),),
    "documents": ("Công văn số 8/SNgV ngày 2/3/2026 của Sở Ngoại vụ",),
}


@pytest.mark.parametrize("name", WITHOUT)
def test_that_what_is_taken_out_is_gone_and_comes_back(
    office: Office, one: Activity, name: str
) -> None:
    nothing = WITHOUT[name]

    saved = save(office, one.id, replace(form_of(office, one), **{name: nothing}))

    assert saved == replace(one, **{name.replace("_ids", ""): nothing})
    assert load(office, one.id) == saved
    take_back(office)
    assert load(office, one.id) == one
    assert check(office).ok


@pytest.mark.parametrize("name", OTHERS)
def test_that_what_is_changed_is_read_again_and_comes_back(
    office: Office, one: Activity, name: str
) -> None:
    changed = replace(form_of(office, one), **{name: OTHERS[name]})
    saved = save(office, one.id, changed)

    assert load(office, one.id) == saved
    again = form_of(office, saved)
    assert replace(again, evidence_ids=()) == replace(changed, evidence_ids=(), documents=())
    assert save(office, one.id, again) == saved
    take_back(office)
    assert load(office, one.id) == one
    assert check(office).ok


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"place": "xã Ia Dom"}, [("activities", True, True)]),
        ({"obstacles": FULL.obstacles[1:]}, [("obstacles", True, False)]),
        ({"obstacles": (*FULL.obstacles, Obstacle("Mới"))}, [("obstacles", False, True)]),
        ({"fundings": FULL.fundings[1:]}, [("fundings", True, False)]),
        ({"readings": FULL.readings[:1]}, [("readings", True, False)] * 2),
        (
            {"readings": (parse_reading("D1=4"), *FULL.readings[1:])},
            [("readings", True, True)],
        ),
        ({"items": ("1.10", "2.4")}, [("activity_items", True, False)]),
    ],
)
def test_that_the_history_tells_what_was_changed_and_no_more(
    office: Office, one: Activity, changes: dict[str, Any], rows: list[tuple[str, bool, bool]]
) -> None:
    save(office, one.id, replace(form_of(office, one), **changes))

    assert _changed(office) == rows
    assert next_undo(office) == "Sửa hoạt động A1: Đón đoàn"


def test_that_code_and_plan_year_stay_though_the_day_moves(office: Office, one: Activity) -> None:
    moved = replace(form_of(office, one), start=parse_moment("5/3/2025"))

    saved = save(office, one.id, replace(moved, until=None, files=(paper("c.png", b"3"),)))

    assert saved.code == "A1"
    assert saved.evidence[-1].code == "E5"
    assert record(office, form("Họp")).code == "A2"


def test_that_an_item_the_plan_no_longer_has_is_kept(
    office: Office, one: Activity, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = office.surroundings()
    tasks = tuple(task for task in around.version.tasks if task.code != "2.4")
    shorter = replace(around, version=replace(around.version, tasks=tasks))
    monkeypatch.setattr(type(office), "surroundings", lambda _office: shorter)

    typed = form_of(office, one)
    saved = save(office, one.id, replace(typed, title="Tiễn đoàn"))

    assert typed.items == ("1.10", "II.3")
    assert saved.item_ids == one.item_ids


BAD = (
    ({"items": ()}, "item_missing"),
    ({"items": ("9.9",)}, "item_unknown"),
    ({"title": " "}, "title_missing"),
    ({"until": date(2026, 3, 4)}, "end_before_start"),
    ({"readings": (parse_reading("D1=2:nuoc=Lào"),)}, "part_without_total"),
    ({"title": "Tiễn", "files": (unreadable("c"),)}, "file_unreadable"),
)


@pytest.mark.parametrize(("changes", "key"), BAD)
def test_that_a_bad_form_leaves_the_activity_as_it_was(
    office: Office, one: Activity, changes: dict[str, Any], key: str
) -> None:
    with pytest.raises(KnownError) as refused:
        save(office, one.id, replace(form_of(office, one), **changes))

    assert refused.value.key == key
    assert load(office, one.id) == one


def test_that_the_bin_hides_an_activity_until_it_is_taken_back(
    office: Office, one: Activity
) -> None:
    assert put_into_bin(office, one.id) == one
    assert find(office) == ()
    assert next_undo(office) == "Bỏ vào thùng rác: A1 Đón đoàn"
    take_back(office)
    assert load(office, one.id) == one


@pytest.mark.parametrize("binned", [True, False])
def test_that_an_activity_that_is_gone_is_told(
    office: Office, one: Activity, *, binned: bool
) -> None:
    gone = one.id if binned else "không có"
    if binned:
        put_into_bin(office, gone)
    attempts: tuple[Callable[[], Activity], ...] = (
        lambda: load(office, gone),
        lambda: save(office, gone, FULL),
        lambda: put_into_bin(office, gone),
    )
    for attempt in attempts:
        with pytest.raises(KnownError, match="activity_gone"):
            attempt()


def test_that_a_copy_has_the_words_and_nothing_that_came_of_the_first(
    office: Office, one: Activity
) -> None:
    copied = record(office, duplicate_form(office, one))

    same = ("title", "item_ids", "start", "part", "kind", "place", "content", "partners")
    assert [getattr(copied, name) for name in same] == [getattr(one, name) for name in same]
    left = (copied.readings, copied.fundings, copied.evidence, copied.obstacles, copied.proposals)
    assert left == ((), (), (), (), ())
    assert (copied.result, copied.highlight, copied.good_practice) == ("", False, False)
