"""The page "Nhiệm vụ": the same counts and states as the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.show_items import ItemRow, items, other_items

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def _row(office: Office, code: str, year: int = 2026) -> ItemRow:
    (row,) = [row for row in items(office, year) if row.code == code]
    return row


def _counts(row: ItemRow) -> tuple[int, int | None, int, int]:
    return row.activities, row.evidence, row.without_evidence, row.withheld


def test_that_items_come_in_plan_order_with_their_place(office: Office) -> None:
    rows = items(office, 2026)
    kinds = [row.kind for row in rows]
    order = [ItemKind.DIRECTION, ItemKind.TASK, ItemKind.DUTY]
    assert kinds == sorted(kinds, key=order.index)
    row = _row(office, "1.10")
    assert (row.group_code, row.involvement) == ("1", Involvement.LEAD)
    assert row.group_title
    assert "Sở Ngoại vụ" in row.lead_text
    assert row.period_text


def test_that_the_words_are_those_of_the_plan(office: Office) -> None:
    plan = office.surroundings().version
    for row in (*items(office, 2026), *other_items(office, 2026)):
        (item,) = [each for _kind, each in plan.items() if each.id == row.id]
        assert (row.title, row.notes) == (item.title, item.notes)
        assert len(row.short_title) <= 90
        assert row.title.startswith(row.short_title.rstrip("…"))


def test_that_a_duty_names_the_bodies_it_is_laid_on(office: Office) -> None:
    row = _row(office, "IV.1")
    assert row.lead_text
    assert row.body
    assert (row.group_code, row.support_text, row.period_text, row.cited) == ("", "", "", ())


def test_that_own_and_other_items_make_up_the_plan(office: Office) -> None:
    own, others = items(office, 2026), other_items(office, 2026)
    plan = {item.id for _kind, item in office.surroundings().version.items()}
    assert {row.id for row in own} | {row.id for row in others} == plan
    assert len(own) + len(others) == len(plan)
    assert all(row.involvement is None and row.state is None for row in others)


def test_that_an_activity_makes_another_s_item_shown(office: Office) -> None:
    assert "2.6" in [row.code for row in other_items(office, 2026)]
    record(office, form("Ấn phẩm", "2.6"))
    row = _row(office, "2.6")
    assert (row.involvement, row.activities) == (None, 1)
    assert not row.must_answer
    assert row.stands


def test_that_an_activity_counts_at_each_item_and_evidence_once(office: Office) -> None:
    proof = paper("ảnh.png", b"1")
    record(office, form("Đón đoàn", "1.10", "1.5", files=(proof, paper("hai.png", b"2"))))
    record(office, form("Đón đoàn khác", "1.10", files=(proof,)))
    record(office, form("Họp", "1.10"))
    assert _counts(_row(office, "1.10")) == (3, 2, 1, 0)
    assert _counts(_row(office, "1.5")) == (1, 2, 0, 0)


def test_that_only_the_year_s_round_counts(office: Office) -> None:
    for day in ("14/12/2025", "15/12/2025", "14/12/2026", "15/12/2026"):
        record(office, form(f"Họp {day}", on=day))
    assert [_row(office, "1.10", year).activities for year in (2025, 2026, 2027)] == [1, 2, 1]


def test_that_a_result_or_a_figure_makes_an_item_done(office: Office) -> None:
    assert _row(office, "1.10").state is None
    record(office, form("Đón đoàn"))
    assert _row(office, "1.10").state is TaskState.IN_PROGRESS
    record(office, form("Đón đoàn", readings=("D1=1",)))
    assert _row(office, "1.10").state is TaskState.DONE
    record(office, replace(form("Họp", "1.5"), result="Đã ký biên bản"))
    assert _row(office, "1.5").state is TaskState.DONE


def test_that_what_was_stated_is_told_beside_what_it_stands_at(office: Office) -> None:
    set_state(office, 2026, ["3.6"], TaskState.NONE, "Chưa có đề nghị")
    row = _row(office, "3.6")
    assert (row.state, row.stated, row.reason) == (
        TaskState.NONE,
        TaskState.NONE,
        "Chưa có đề nghị",
    )
    record(office, form("Khen thưởng", "3.6"))
    row = _row(office, "3.6")
    assert (row.state, row.stated) == (TaskState.IN_PROGRESS, TaskState.NONE)


def test_that_what_is_reported_apart_counts_nowhere(office: Office) -> None:
    record(office, form("Diễn tập", "2.3", "1.10", files=(paper("a.png", b"a"),)))
    set_state(office, 2026, ["2.3"], TaskState.SEPARATE, "")
    assert _counts(_row(office, "2.3")) == (0, 0, 0, 1)
    assert _counts(_row(office, "1.10")) == (0, 0, 0, 1)
    assert _row(office, "2.3").state is TaskState.SEPARATE
    assert _row(office, "1.10").state is None


def test_that_an_impossible_year_is_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="year_impossible"):
        items(office, 26)
