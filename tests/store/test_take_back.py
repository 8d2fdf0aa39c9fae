"""One change is taken back though others came after it; the taking back itself, too."""

from __future__ import annotations

import json
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
    record,
)
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import activities, changes, engine, evidence
from ttdn_desktop.store import settings as kept
from ttdn_desktop.store.tables import activities as activities_table
from ttdn_desktop.store.tables import change_rows
from ttdn_desktop.store.tables import settings as settings_table

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store


def test_that_a_change_is_taken_back_though_others_came_after_it(store: Store) -> None:
    record(store, activity(1, "một"))
    one = all_rows(store)
    record(store, activity(2, "hai"), activity(3, "ba"))

    changes.take_back(store, "Lan", 3, "undo")
    changes.undo(store, "Lan")

    assert all_rows(store) == one
    assert is_sound(store)


def test_that_taking_back_the_undo_does_it_again_and_can_be_undone_again(store: Store) -> None:
    empty = all_rows(store)
    record(store, activity(1, "ghi"))
    done = all_rows(store)
    changes.undo(store, "Lan")

    again = changes.take_back(store, "Lan", 3, "làm lại")

    assert again.label == "ghi"
    assert all_rows(store) == done
    assert changes.undo(store, "Lan") == changes.Undone(4, "ghi")
    assert all_rows(store) == empty
    assert changes.undo(store, "Lan") is None
    assert is_sound(store)


@pytest.mark.parametrize(
    ("seq", "key"), [(1, "undo_fixed"), (2, "undo_done"), (9, "change_unknown")]
)
def test_that_what_is_never_taken_back_says_why(store: Store, seq: int, key: str) -> None:
    record(store, activity(1, "ghi"))
    changes.undo(store, "Lan")
    before = all_rows(store)

    with pytest.raises(KnownError) as refused:
        changes.take_back(store, "Lan", seq, "undo")

    assert refused.value.key == key
    assert all_rows(store) == before


def test_that_a_code_given_anew_blocks_doing_it_again(store: Store) -> None:
    record(store, activity(1, "cũ"))
    changes.undo(store, "Lan")
    with store.change("Lan", "mới") as tx:
        activities.add(tx, replace(activity(1, "Việc mới"), id="activity-other"), year=YEAR)

    with pytest.raises(KnownError) as refused:
        changes.take_back(store, "Lan", 3, "làm lại")

    assert refused.value.facts["record"] == "A1 Việc mới"
    assert refused.value.facts["later"] == "mới"


def test_that_a_link_does_not_come_back_to_evidence_that_is_gone(store: Store) -> None:
    with store.change("Lan", "thêm tài liệu") as tx:
        evidence.add(tx, file(1), unit_id=OFFICE.id, year=YEAR)
    record(store, activity(1))
    with store.change("Lan", "gắn") as tx:
        evidence.link(tx, "activity-1", "evidence-1")
    changes.undo(store, "Lan")
    changes.take_back(store, "Lan", 2, "undo")

    with pytest.raises(KnownError) as refused:
        changes.take_back(store, "Lan", 5, "làm lại")

    assert refused.value.key == "undo_blocked"
    assert refused.value.facts["record"] == "A1 Đón đoàn công tác"


def test_that_a_row_changed_by_another_program_is_not_overwritten(store: Store) -> None:
    record(store, activity(1))
    with store.write() as connection:
        connection.execute(activities_table.update().values(title="khác"))

    with pytest.raises(KnownError) as refused:
        changes.undo(store, "Lan")

    assert refused.value.key == "undo_outside"


def test_that_the_change_in_the_way_is_one_that_still_stands(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    with store.change("Lan", "đổi") as tx:
        kept.put(tx, "a", 2)
    with store.change("Lan", "đổi nữa") as tx:
        kept.put(tx, "a", 3)
    changes.undo(store, "Lan")

    with pytest.raises(KnownError) as refused:
        changes.take_back(store, "Lan", 2, "undo")

    assert refused.value.facts["later"] == "đổi"


WILD = st.lists(
    st.tuples(st.sampled_from(["put", "drop", "back"]), st.integers(0, 2), st.integers(1, 14)),
    max_size=14,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=WILD)
def test_that_taking_back_any_change_gives_its_before_or_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("back") / "data"
    with engine.create(folder, clock=CountingClock()) as store:
        for kind, number, value in steps:
            if kind == "back":
                _back(store, value)
            else:
                _change(store, kind, f"k{number}", value)
            assert is_sound(store)


def _change(store: Store, kind: str, key: str, value: int) -> None:
    there = key in all_settings(store)
    with store.change("Lan", kind) as tx:
        if kind == "put":
            kept.put(tx, key, value)
        elif there:
            tx.delete(settings_table, key)


def _back(store: Store, seq: int) -> None:
    """Take a change back; where nothing hindered it, each row is as it was before that change."""
    before = all_settings(store)
    with store.read() as connection:
        own = change_rows.select().where(change_rows.c.seq == seq)
        rows = connection.execute(own).all()
    try:
        changes.take_back(store, "Lan", seq, "undo")
    except KnownError:
        assert all_settings(store) == before
        return
    for row in rows:
        former = json.loads(row.before)["value"] if row.before else None
        assert all_settings(store).get(row.row_id) == former
