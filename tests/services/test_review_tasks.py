"""Cần rà soát: what a reworded task shows, and the ways of settling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.domain.listed_plan import altered, listed
from tests.services.office_desk import form
from ttdn_desktop.domain.story import RecordKind
from ttdn_desktop.domain.word_diff import SegmentKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import edit_activity, history, review_tasks, take_back
from ttdn_desktop.services.import_plan import adopt, preview
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

PLAN = shipped_plan()
IDS = {task.code: task.id for task in PLAN.tasks}
OLD = PLAN.tasks[9].title
NEW = f"{OLD} và với Nhật Bản"


@pytest.fixture
def recorded(office: Office) -> tuple[str, ...]:
    """Record three activities under 1.10, one of them under 2.4 too, and reword 1.10."""
    made = [record(office, form("Đón đoàn", "1.10")), record(office, form("Họp", "1.10", "2.4"))]
    made.append(record(office, form("Tiếp khách", "1.10", on="7/4/2026")))
    adopt(office, preview(office, altered(listed(PLAN), "1.10", title=NEW)))
    return tuple(each.id for each in made)


def _items(office: Office, activity_id: str) -> tuple[str, ...]:
    return edit_activity.load(office, activity_id).item_ids


def test_that_both_wordings_stand_beside_the_records(
    office: Office, recorded: tuple[str, ...]
) -> None:
    (review,) = review_tasks.to_review(office)

    assert (review.code, review.old, review.new) == ("1.10", OLD, NEW)
    assert [each.text for each in review.wording if each.kind is SegmentKind.ADDED] == [
        " và với Nhật Bản"
    ]
    assert {row.id for row in review.activities} == set(recorded)


def test_that_keeping_settles_it_with_its_reason(office: Office, recorded: tuple[str, ...]) -> None:
    review_tasks.keep(office, IDS["1.10"], " Nội dung  như cũ ")

    assert review_tasks.to_review(office) == ()
    assert _items(office, recorded[0]) == (IDS["1.10"],)
    told = history.of_record(office, RecordKind.ITEM, IDS["1.10"])[-1]
    assert [(each.name, each.after) for each in told.fields] == [
        ("review", "giữ nguyên hoạt động: Nội dung như cũ")
    ]
    assert told.label == "Rà soát nhiệm vụ 1.10: giữ nguyên hoạt động – Nội dung như cũ"


def test_that_some_records_are_moved_and_the_rest_stay(
    office: Office, recorded: tuple[str, ...]
) -> None:
    moved = review_tasks.split(office, IDS["1.10"], recorded[:2], IDS["2.4"], "Thuộc nhiệm vụ 2.4")

    assert moved == 2
    assert [_items(office, each) for each in recorded] == [
        (IDS["2.4"],),
        (IDS["2.4"],),
        (IDS["1.10"],),
    ]
    assert review_tasks.to_review(office) == ()


def test_that_all_are_moved_and_one_undo_brings_them_back(
    office: Office, recorded: tuple[str, ...]
) -> None:
    assert review_tasks.move(office, IDS["1.10"], IDS["2.4"], "Đổi nhiệm vụ") == 3
    assert _items(office, recorded[2]) == (IDS["2.4"],)

    take_back.take_back(office)

    assert [_items(office, each) for each in recorded] == [
        (IDS["1.10"],),
        (IDS["1.10"], IDS["2.4"]),
        (IDS["1.10"],),
    ]
    assert len(review_tasks.to_review(office)) == 1


def test_that_what_cannot_be_settled_is_refused_and_changes_nothing(
    office: Office, recorded: tuple[str, ...]
) -> None:
    task, other = IDS["1.10"], IDS["2.4"]
    for key, work in (
        ("reason_missing", lambda: review_tasks.keep(office, task, " ")),
        ("review_gone", lambda: review_tasks.keep(office, other, "x")),
        ("item_unknown", lambda: review_tasks.move(office, task, "nobody", "x")),
        ("activity_gone", lambda: review_tasks.split(office, task, (), other, "x")),
        ("activity_gone", lambda: review_tasks.split(office, task, ("nobody",), other, "x")),
        ("activity_gone", lambda: review_tasks.move(office, task, task, "x")),
    ):
        with pytest.raises(KnownError) as refused:
            work()
        assert refused.value.key == key

    assert len(review_tasks.to_review(office)[0].activities) == len(recorded)
