"""What was done can be taken back while nothing newer stands on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import (
    OFFICE,
    YEAR,
    CountingClock,
    activity,
    all_rows,
    all_settings,
    file,
    is_sound,
    labels,
    record,
)
from ttdn_desktop.domain.activity import Obstacle
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import activities, changes, engine, evidence, units
from ttdn_desktop.store import settings as kept
from ttdn_desktop.store.activities import ActivityQuery
from ttdn_desktop.store.tables import activities as activities_table
from ttdn_desktop.store.tables import change_rows
from ttdn_desktop.store.tables import settings as settings_table

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store


def test_that_undo_gives_back_the_rows_and_is_an_entry_of_its_own(store: Store) -> None:
    before = all_rows(store)
    record(store, activity(1, "Đón đoàn", obstacles=(Obstacle("Mưa lớn"),)))

    undone = changes.undo(store, "Lan")

    assert undone is not None
    assert undone.label == "Đón đoàn"
    assert all_rows(store) == before
    assert labels(store) == ["init", "Đón đoàn", "undo"]
    assert is_sound(store)


def test_that_undo_walks_back_past_what_is_undone_and_what_cannot_be(store: Store) -> None:
    record(store, activity(1, "một"), activity(2, "hai"))
    with store.change("Lan", "xuất báo cáo", undoable=False) as tx:
        kept.put(tx, "exported", value=True)

    taken = [undone and undone.label for undone in (changes.undo(store, "Lan") for _ in range(3))]

    assert taken == ["hai", "một", None]
    assert all_settings(store) == {"exported": True}


def test_that_undo_of_a_change_gives_back_what_was_before(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    with store.change("Lan", "đổi hai lần") as tx:
        kept.put(tx, "a", 2)
        kept.put(tx, "a", 3)

    changes.undo(store, "Lan")

    assert all_settings(store) == {"a": 1}


def test_that_undo_of_a_deletion_gives_the_row_back(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", [1, 2])
    with store.change("Lan", "xóa") as tx:
        tx.delete(settings_table, "a")
    assert all_settings(store) == {}

    changes.undo(store, "Lan")

    assert all_settings(store) == {"a": [1, 2]}


def test_that_undo_is_blocked_where_a_row_has_moved_on(store: Store) -> None:
    record(store, activity(1, "ghi"))
    with store.change("Lan", "đánh dấu", undoable=False) as tx:
        tx.update(activities_table, "activity-1", {"highlight": True})
    before = all_rows(store)

    with pytest.raises(KnownError) as refused:
        changes.undo(store, "Lan")

    assert refused.value.key == "undo_blocked"
    assert refused.value.facts == {
        "label": "ghi",
        "record": "A1 ghi",
        "later": "đánh dấu",
    }
    assert all_rows(store) == before
    assert labels(store) == ["init", "ghi", "đánh dấu"]


def test_that_undo_is_blocked_where_something_newer_stands_on_the_row(store: Store) -> None:
    with store.change("Lan", "thêm tài liệu") as tx:
        evidence.add(tx, file(1), unit_id=OFFICE.id, year=YEAR)
    with store.change("Lan", "ghi", undoable=False) as tx:
        activities.add(tx, activity(1, evidence=(file(1),)), year=YEAR)

    with pytest.raises(KnownError) as refused:
        changes.undo(store, "Lan")

    assert refused.value.key == "undo_blocked"
    assert refused.value.facts["later"] == "ghi"


def test_that_the_search_index_follows_an_undo(store: Store) -> None:
    record(store, activity(1, "Hội nghị Attapư"))
    record(store, activity(2, "Hội nghị Bờ Y"))

    changes.undo(store, "Lan")

    with store.read() as connection:
        found = activities.page(connection, ActivityQuery(search="hội nghị"))
    assert [one.title for one in found] == ["Hội nghị Attapư"]


def test_that_a_long_import_is_one_entry_that_one_undo_takes_back(store: Store) -> None:
    before = all_rows(store)
    with store.change("Lan", "nhập bảng") as tx:
        activities.add_many(tx, [activity(number + 1) for number in range(1200)], year=YEAR)
    assert is_sound(store)

    changes.undo(store, "Lan")

    assert all_rows(store) == before
    assert is_sound(store)


def test_that_what_was_purged_cannot_be_undone_and_still_verifies(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    with store.write() as connection:
        wiped = {"before": None, "after": None, "purged": True}
        connection.execute(change_rows.update().where(change_rows.c.row_id == "a").values(wiped))

    with pytest.raises(KnownError) as refused:
        changes.take_back(store, "Lan", 2, "undo")

    assert refused.value.key == "undo_purged"
    assert changes.undo(store, "Lan") is None
    assert is_sound(store)


def test_that_names_of_a_body_can_be_replaced_and_taken_back(store: Store) -> None:
    shorter = replace(OFFICE, names=OFFICE.names[:1], place="Đăk Hà")
    with store.change("Lan", "sửa đơn vị") as tx:
        units.put(tx, shorter)
    with store.read() as connection:
        assert units.by_id(connection, OFFICE.id) == shorter

    changes.undo(store, "Lan")

    with store.read() as connection:
        assert units.by_id(connection, OFFICE.id) == OFFICE


Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "drop", "undo"]), st.integers(0, 3), st.integers(0, 9)),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_that_undoing_everything_gives_back_the_beginning_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("undo") / "data"
    with engine.create(folder, clock=CountingClock()) as store:
        states: list[dict[str, object]] = [{}]
        for step in steps:
            _take(store, step, states)
            assert all_settings(store) == states[-1]
        while changes.undo(store, "Lan"):
            states.pop()
            assert all_settings(store) == states[-1]
        assert states == [{}]
        assert is_sound(store)


def _take(store: Store, step: Step, states: list[dict[str, object]]) -> None:
    """Do one step and keep the state it must lead to; an undo forgets the last."""
    kind, number, value = step
    key, current = f"k{number}", dict(states[-1])
    if kind == "undo":
        if changes.undo(store, "Lan"):
            states.pop()
        return
    with store.change("Lan", kind) as tx:
        if kind == "put":
            kept.put(tx, key, value)
            current[key] = value
        elif key in current:
            tx.delete(settings_table, key)
            del current[key]
    if current != states[-1]:
        states.append(current)
