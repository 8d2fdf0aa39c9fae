"""`plan read`: what a file is understood as, without a data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from ttdn_desktop.services import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

HEADER = ("TT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện")
ODD = ("Mục số", "Diễn giải", "Ai làm", "Với ai", "Bao giờ")


def written(path: Path, *rows: tuple[str, ...], name: str = "KH") -> Path:
    """Write a workbook of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    book.save(path)
    return path


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    """Return the annex of the plan as a workbook."""
    plan = shipped.plan()
    rows: list[tuple[str, ...]] = []
    for group in plan.groups:
        rows.append((group.code, group.title, "", "", ""))
        rows += [
            (task.code, task.title, task.lead_text, task.support_text, task.period_text)
            for task in plan.tasks
            if task.group_code == group.code
        ]
    return written(tmp_path / "phụ lục.xlsx", HEADER, *rows)


def test_that_the_annex_is_read_as_the_plan_shows_it(
    console: Console, nowhere: Console, annex: Path
) -> None:
    shown = console.json("plan", "show")

    read = nowhere.json("plan", "read", annex)

    assert set(read) == {"file", "sha256", "kind", "groups", "tasks", "problems"}
    assert (read["file"], read["kind"], len(read["sha256"])) == (str(annex), "xlsx", 64)
    assert read["groups"] == shown["groups"]
    assert [{**task, "notes": []} for task in shown["tasks"]] == read["tasks"]
    assert read["problems"] == [
        {
            "where": 'trang tính "KH", ô D31',
            "message": "Nhiệm vụ 3.5 không ghi đơn vị phối hợp.",
            "severity": "note",
        }
    ]


def test_that_reading_needs_no_data_folder_and_makes_none(nowhere: Console, annex: Path) -> None:
    nowhere("plan", "read", annex)

    assert not nowhere.data.exists()


def test_that_what_is_doubtful_is_said_before_the_tasks(nowhere: Console, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", HEADER, ("1", "Việc", "", "Công an tỉnh", "2025"))

    lines = nowhere("plan", "read", path).out.splitlines()

    assert lines[0] == f"{path}: 1 nhiệm vụ, 1 nhóm; 1 điểm cần xem."
    assert lines[1] == '? trang tính "KH", ô C2: Nhiệm vụ 1.1 không ghi đơn vị chủ trì.'
    assert "1.1  Việc" in lines[3]


def test_that_columns_nobody_knows_are_named_by_the_officer(
    nowhere: Console, tmp_path: Path
) -> None:
    row = ("1", "Tổ chức hội nghị", "Sở Ngoại vụ", "Công an tỉnh", "2025")
    path = written(tmp_path / "a.xlsx", ODD, row)
    columns = ("1=code", "2=task", "3=lead", "4=support", "5 = period")

    guessed = nowhere.json("plan", "read", path)
    named = nowhere.json("plan", "read", path, *(f"--column={each}" for each in columns))

    assert (guessed["tasks"], guessed["problems"][0]["severity"]) == ([], "error")
    assert [(task["title"], task["lead"], task["from"]) for task in named["tasks"]] == [
        ("Tổ chức hội nghị", ["Sở Ngoại vụ"], 2025)
    ]


@pytest.mark.parametrize("column", ["task", "0=task", "2=nhiệm vụ", "B=task", ""])
def test_that_a_column_that_is_not_understood_is_refused(
    nowhere: Console, annex: Path, column: str
) -> None:
    assert "--column" not in nowhere("plan", "read", annex, f"--column={column}").refusal


def test_that_a_file_that_is_not_there_is_refused(nowhere: Console, tmp_path: Path) -> None:
    assert "không có.xlsx" in nowhere("plan", "read", tmp_path / "không có.xlsx").refusal


def test_that_an_encoding_nobody_knows_is_wrong_usage(nowhere: Console, annex: Path) -> None:
    assert "tcvn3" in nowhere("plan", "read", annex, "--encoding", "koi8").misuse


def test_that_help_tells_each_word(nowhere: Console) -> None:
    told = nowhere.bare("plan", "read", "--help").out

    assert "FILE" in told
    assert all(f"--{name}" in told for name in ("sheet", "encoding", "column"))
