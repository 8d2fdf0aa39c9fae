"""`activity import` and `activity template`: many activities out of a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.faults.earlier import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

HEAD = ("Tên hoạt động", "Nhiệm vụ", "Thời gian", "Đoàn vào")
VISIT = ("Đón đoàn tỉnh Attapư", "1.10", "5-7/3", "2")
COURSE = ("Tập huấn nghiệp vụ", "3.3", "quý II", "")
WRONG = ("Họp báo", "9.9", "31/02", "hai")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook of two right rows and a wrong one."""
    made = openpyxl.Workbook()
    for row in (HEAD, VISIT, COURSE, WRONG):
        made.worksheets[0].append(row)
    made.save(tmp_path / "so-hoat-dong.xlsx")
    return tmp_path / "so-hoat-dong.xlsx"


def test_that_a_file_is_shown_and_nothing_is_written(console: Console, book: Path) -> None:
    before = rows_of(console.data / "ttdn.sqlite")
    told = console.json("activity", "import", str(book), "--year", "2026")

    assert (told["rows"], told["ready"], told["applied"], told["codes"]) == (3, 2, False, [])
    assert [each["where"] for each in told["problems"]] == [
        *('trang tính "Sheet", ô B4', 'trang tính "Sheet", ô C4', 'trang tính "Sheet", ô D4')
    ]
    assert rows_of(console.data / "ttdn.sqlite") == before


def test_that_the_rows_that_are_right_are_recorded_as_one_change(
    console: Console, book: Path
) -> None:
    told = console.json("activity", "import", str(book), "--year", "2026", "--apply")
    listed = console.json("activity", "list")["activities"]

    assert told["codes"] == ["A1", "A2"]
    assert [each["start"] for each in listed] == ["2026-03-05", "2026-04-01"]
    assert [(each["code"], each["value"]) for each in listed[0]["readings"]] == [("D1", 2)]
    console.json("undo")
    assert console.json("activity", "list")["activities"] == []


def test_that_a_file_without_a_table_of_activities_is_refused(
    console: Console, tmp_path: Path
) -> None:
    (tmp_path / "danh-ba.csv").write_text("Họ tên,Điện thoại\nA,0900\n", "utf-8")

    assert "danh-ba.csv" in console("activity", "import", str(tmp_path / "danh-ba.csv")).refusal


def test_that_the_form_we_write_is_read_back(console: Console, tmp_path: Path) -> None:
    form = tmp_path / "mau.xlsx"
    assert console.json("activity", "template", "--out", str(form)) == {"file": str(form)}

    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    names = [str(cell.value).split(" (")[0] for cell in sheet[3]]
    heads = {name: column for column, name in enumerate(names, 1)}
    for name, text in zip(HEAD[:3], VISIT[:3], strict=True):
        sheet.cell(4, heads[name], text)
    sheet.cell(4, heads["Số liệu"], "Đoàn vào: 2")
    book.save(form)
    told = console.json("activity", "import", str(form), "--year", "2026")

    assert (told["rows"], told["ready"], told["problems"]) == (1, 1, [])


def test_that_a_line_a_problem_and_the_outcome_are_said(console: Console, book: Path) -> None:
    said = console("activity", "import", str(book), "--year", "2026").out

    assert "ô B4" in said
    assert "3 dòng, 2 dòng ghi được" in said
