"""The one change mechanism: all or nothing, and written down."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.store.samples import (
    OFFICE,
    YEAR,
    CountingClock,
    activity,
    all_rows,
    file,
    labels,
    record,
)
from ttdn_desktop.store import activities, changes, engine, evidence
from ttdn_desktop.store import settings as kept
from ttdn_desktop.store.tables import changes as changes_table
from ttdn_desktop.store.tables import evidence as evidence_table
from ttdn_desktop.store.tables import settings as settings_table

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store


def test_that_a_change_is_one_entry_with_each_row_before_and_after(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    with store.change("Nam", "đổi") as tx:
        kept.put(tx, "a", {"b": ["Đ"]})

    with store.read() as connection:
        past = changes.history(connection, "settings", "a")

    assert [(one.actor, one.label, one.before, one.after) for one in past] == [
        ("Lan", "đặt", None, {"key": "a", "value": 1}),
        ("Nam", "đổi", {"key": "a", "value": 1}, {"key": "a", "value": {"b": ["Đ"]}}),
    ]
    assert past[0].seq + 1 == past[1].seq
    assert past[0].at < past[1].at


def test_that_a_change_of_nothing_leaves_no_entry(store: Store) -> None:
    with store.change("Lan", "đặt") as tx:
        kept.put(tx, "a", 1)
    with store.change("Lan", "không đổi gì") as tx:
        kept.put(tx, "a", 1)
        tx.insert_many(settings_table, [])

    assert labels(store) == ["init", "đặt"]


def test_that_an_exception_takes_everything_back(store: Store) -> None:
    before = all_rows(store)

    def record_and_fail() -> None:
        with store.change("Lan", "ghi") as tx:
            activities.add(tx, activity(1), year=YEAR)
            tx.delete(settings_table, "nothing")

    with pytest.raises(KeyError):
        record_and_fail()

    assert all_rows(store) == before
    assert labels(store) == ["init"]


def test_that_a_row_that_is_not_there_cannot_be_changed_or_deleted(store: Store) -> None:
    with pytest.raises(KeyError), store.change("Lan", "sửa") as tx:
        tx.update(settings_table, "nothing", {"value": 1})
    with pytest.raises(KeyError), store.change("Lan", "xóa") as tx:
        tx.delete(settings_table, "nothing")


def test_that_text_is_nfc_on_the_way_in_but_a_file_name_stays_as_it_came(store: Store) -> None:
    decomposed = unicodedata.normalize("NFD", "ảnh đoàn.jpg")
    with store.change(unicodedata.normalize("NFD", "Đặng"), "ghi") as tx:
        evidence.add(tx, file(1, name=decomposed), unit_id=OFFICE.id, year=YEAR)

    with store.read() as connection:
        row = connection.execute(select(evidence_table)).one()
        past = changes.history(connection, "evidence", "evidence-1")

    assert row.name == unicodedata.normalize("NFC", decomposed)
    assert row.original_name == decomposed
    assert past[0].actor == "Đặng"
    assert past[0].after is not None
    assert past[0].after["original_name"] == decomposed


def test_that_one_installation_writes_all_entries(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    record(store, activity(1))
    store.close()
    with engine.open(folder, clock=clock) as again:
        record(again, activity(2))
        with again.read() as connection:
            writers = set(connection.scalars(select(changes_table.c.writer)))

    assert len(writers) == 1
    assert all(len(writer) == 36 for writer in writers)
