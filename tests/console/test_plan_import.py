"""`plan import`: the difference as JSON and as lines, adopted only when asked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import pytest

from tests.domain.listed_plan import NAME, added, altered, listed, new_task, without
from tests.faults.earlier import rows_of
from ttdn_desktop.console import plan_import, plan_read
from ttdn_desktop.console.arguments import Options
from ttdn_desktop.console.messages import Messages
from ttdn_desktop.domain.task_list import Column, ReadingChoice
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from tests.console.told import Console
    from ttdn_desktop.domain.task_list import TaskList

PLAN = shipped_plan()
LIST = listed(PLAN)
TITLE = PLAN.tasks[1].title
CHANGED = added(
    altered(
        altered(without(LIST, "2.1"), "1.2", title=f"{TITLE} thêm"), "3.7", code="3.9", lead_text=""
    ),
    new_task("3.8", "Mở lớp tiếng Lào", "3"),
)
JOURNAL = {"changes", "change_rows", "meta"}


def _given(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    plan_import.arguments(parser)
    return parser.parse_args(["danh-muc.xlsx", *words])


def _run(console: Console, tasks: TaskList, *words: str) -> dict[str, Any]:
    options = Options(console.data, json=True, messages=Messages("vi"))
    return plan_import.run(_given(*words), options, lambda _office, _path, _choice: tasks)


def _rows(console: Console) -> dict[str, Any]:
    found = rows_of(console.data / "ttdn.sqlite")
    return {table: rows for table, rows in found.items() if table not in JOURNAL}


def test_that_columns_are_named_as_when_a_file_is_only_read() -> None:
    choice = plan_read.choice_of(_given("--column=2=task", "--column=3=lead", "--sheet=2"))
    assert choice == ReadingChoice("2", {1: Column.TASK, 2: Column.LEAD})


def test_that_the_difference_is_told_and_nothing_written(console: Console) -> None:
    before = _rows(console)

    told = _run(console, CHANGED)

    assert {name: told[name] for name in ("added", "removed", "unchanged", "applied")} == {
        "added": ["3.8"],
        "removed": ["2.1"],
        "unchanged": 26,
        "applied": False,
    }
    assert told["reworded"] == [{"code": "1.2", "old": TITLE, "new": f"{TITLE} thêm"}]
    assert told["renumbered"] == [{"old": "3.7", "new": "3.9"}]
    assert (told["lead_changed"], told["support_changed"], told["period_changed"]) == ([], [], [])
    assert told["unknown_units"] == []
    assert _rows(console) == before


def test_that_the_same_list_is_told_to_be_the_same_and_is_not_applied(console: Console) -> None:
    told = _run(console, LIST, "--apply")

    assert (told["applied"], told["differs"], told["unchanged"]) == (False, False, 29)
    assert "không khác kế hoạch" in list(plan_import.lines(told, Messages("vi")))[-1]


def test_that_what_is_applied_is_taken_back_by_one_undo(console: Console) -> None:
    before = _rows(console)

    assert _run(console, CHANGED, "--apply")["applied"]
    assert len(console.json("plan", "show")["tasks"]) == 29
    assert console.json("undo") == {"undone": f"Cập nhật kế hoạch từ tệp {NAME}"}

    assert _rows(console) == before
    assert console.json("doctor")["ok"]


def test_that_work_under_a_task_that_has_left_is_listed_with_its_code(console: Console) -> None:
    console.json("activity", "add", "--task", "2.1", "--title", "Họp báo", "--date", "5/3/2026")
    _run(console, without(LIST, "2.1"), "--apply")

    assert [each["tasks"] for each in console.json("activity", "list")["activities"]] == [["2.1"]]


def test_that_it_is_told_in_lines(console: Console) -> None:
    told = list(plan_import.lines(_run(console, CHANGED), Messages("vi")))

    assert told[0] == f"{NAME}: 1 nhiệm vụ mới, 1 không còn, 1 sửa lời văn, 1 đổi số, 26 như cũ."
    assert told[1:3] == ["  Nhiệm vụ mới: 3.8", "  Không còn: 2.1"]
    assert told[-1] == "Chưa ghi gì; thêm --apply để cập nhật kế hoạch."


def test_that_an_empty_list_is_refused_when_it_is_to_be_applied(console: Console) -> None:
    with pytest.raises(KnownError) as refused:
        _run(console, without(LIST, *(task.code for task in LIST.tasks)), "--apply")

    assert refused.value.key == "plan_list_empty"
