"""Reorganisations, officers, rounds, states, settings, bản trình and drafts come back as kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.samples import OFFICE, PROVINCE, VISITORS, CountingClock
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind
from ttdn_desktop.domain.officer import Mode, Officer
from ttdn_desktop.domain.progress import Progress, TaskState
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.succession import Heir, Succession, SuccessionKind
from ttdn_desktop.store import (
    changes,
    drafts,
    engine,
    indicators,
    officers,
    progress,
    rounds,
    settings,
    submissions,
    successions,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.store.engine import Store

MERGER = Succession(
    id="succession-1",
    code="S1",
    kind=SuccessionKind.SPLIT,
    on=date(2025, 3, 1),
    basis="Nghị quyết 202/2025/QH15",
    from_ids=(PROVINCE.id, OFFICE.id),
    heirs=(Heir(OFFICE.id, ("1.1", "1.2")), Heir(PROVINCE.id)),
    certainty="chắc chắn",
    note="chú thích",
)
ROUND = annual_round(2026, OFFICE.id)
OFFICER = Officer(
    id="officer-1",
    unit_id=OFFICE.id,
    name="Nguyễn Thị Lan",
    title="Chuyên viên",
    decision="QĐ 12",
    mode=Mode.FULL_TIME,
    phone="0260",
    email="lan@kontum.gov.vn",
    since=date(2024, 8, 1),
    alternate=True,
)


def test_that_a_reorganisation_is_a_proposal_until_confirmed(store: Store) -> None:
    with store.change("Lan", "đề xuất") as tx:
        successions.add(tx, MERGER, replace(MERGER, id="succession-2", code="S2"))
    with store.change("Lan", "xác nhận") as tx:
        successions.confirm(tx, MERGER.id)

    with store.read() as connection:
        assert successions.all_successions(connection) == (
            replace(MERGER, confirmed=True),
            replace(MERGER, id="succession-2", code="S2"),
        )


def test_that_the_catalogue_keeps_its_order(store: Store) -> None:
    persons = Indicator("i2", "A2", "Lượt người", "người", IndicatorKind.STOCK, (), "D1", True)  # noqa: FBT003 (a column)
    with store.change("Lan", "thêm") as tx:
        indicators.add(tx, persons)

    with store.read() as connection:
        assert indicators.all_indicators(connection) == (VISITORS, persons)


def test_that_an_officer_can_be_replaced_in_what_they_are(store: Store) -> None:
    gone = replace(OFFICER, until=date(2026, 1, 31), mode=Mode.PART_TIME)
    with store.change("Lan", "thêm") as tx:
        officers.add(tx, OFFICER)
    with store.read() as connection:
        assert officers.of_unit(connection, OFFICE.id) == (OFFICER,)

    with store.change("Lan", "thôi phụ trách") as tx:
        officers.put(tx, gone)

    with store.read() as connection:
        assert officers.of_unit(connection, OFFICE.id) == (gone,)
        assert officers.of_unit(connection, PROVINCE.id) == ()


def test_that_a_round_once_recorded_stands(store: Store) -> None:
    moved = replace(ROUND, cutoff=date(2026, 11, 30))

    with store.change("Lan", "mở kỳ") as tx:
        first = rounds.ensure(tx, moved)
        second = rounds.ensure(tx, ROUND)

    with store.read() as connection:
        assert first == second == rounds.by_id(connection, ROUND.id) == moved
        assert rounds.by_id(connection, "khác") is None


def test_that_a_state_is_one_for_each_unit_item_and_round(store: Store) -> None:
    stated = Progress("progress-1", OFFICE.id, "task-1", ROUND.id, TaskState.NONE, "Không có")
    other = Progress("progress-2", OFFICE.id, "task-2", ROUND.id, TaskState.DONE)
    again = Progress("progress-3", OFFICE.id, "task-1", ROUND.id, TaskState.IN_PROGRESS)

    with store.change("Lan", "đặt") as tx:
        rounds.ensure(tx, ROUND)
        for one in (stated, other, again):
            progress.put(tx, one)

    with store.read() as connection:
        assert progress.of_round(connection, OFFICE.id, ROUND.id) == (
            replace(again, id="progress-1"),
            other,
        )
        assert progress.of_round(connection, PROVINCE.id, ROUND.id) == ()


def test_that_a_setting_is_any_exact_json_value(store: Store) -> None:
    value = {"vị trí": ["Kon Tum", 1, True, None]}

    with store.change("Lan", "đặt") as tx:
        settings.put(tx, "a", "trước")
        settings.put(tx, "a", value)

    with store.read() as connection:
        assert settings.get(connection, "a") == value
        assert settings.get(connection, "b", "mặc định") == "mặc định"
        assert settings.all_settings(connection) == {"a": value}
    with pytest.raises(TypeError), store.change("Lan", "số lẻ") as tx:
        settings.put(tx, "a", 1.5)


def test_that_submissions_count_up_within_their_round(store: Store) -> None:
    with store.change("Lan", "trình", undoable=False) as tx:
        rounds.ensure(tx, ROUND)
        first = submissions.add(tx, ROUND.id, "c0de", "ab" * 32)
        second = submissions.add(tx, ROUND.id, "beef", "cd" * 32)

    assert (first.ordinal, second.ordinal) == (1, 2)
    with store.read() as connection:
        assert submissions.newest(connection, ROUND.id) == second
        assert submissions.newest(connection, "khác") is None
        assert submissions.of_round(connection, ROUND.id) == (first, second)
        assert submissions.by_code(connection, "c0de") == first
        assert submissions.by_code(connection, "none") is None
        assert submissions.all_digests(connection) == {"ab" * 32, "cd" * 32}


def test_that_a_draft_outlives_the_program_and_goes_with_what_it_became(
    store: Store, folder: Path, clock: CountingClock
) -> None:
    drafts.save(store, "activity", {"title": "Đón"})
    drafts.save(store, "activity", {"title": "Đón đoàn"})
    store.close()

    with engine.open(folder, clock=clock) as again:
        with again.read() as connection:
            assert drafts.load(connection, "activity") == {"title": "Đón đoàn"}
            before = changes.verify(connection).entries
        with again.change("Lan", "ghi") as tx:
            drafts.discard(tx, "activity")
        with again.read() as connection:
            assert drafts.load(connection, "activity") is None
            assert changes.verify(connection).entries == before
