"""Tables of PDFs that an office program printed, against the plan that they were made from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, GridKind
from ttdn_desktop.files import pdf_tables

if TYPE_CHECKING:
    from ttdn_desktop.domain.grid import Grid

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT / "tests/data/plans"
PLAN = json.loads((ROOT / "resources/plans/kontum-2024.json").read_text("utf-8"))
TASKS = [
    [task["code"], task["title"], task["lead_text"], task["support_text"], task["period_text"]]
    for task in PLAN["tasks"]
]
HEADING = ["TT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"]
RULED = ["kontum-narrow", "kontum-landscape", "kontum-merged", "kontum-whole", "kontum-qt"]
LAYOUTS = [*RULED, "kontum-bare"]


def read(name: str) -> tuple[Grid, ...]:
    return pdf_tables.read(PLANS / f"{name}.pdf")


def one_line(text: str) -> str:
    """Return a cell's lines by a space; "47/" or "47/NQ-" at its end goes on without one."""
    bare = re.sub(f"{NOTE_OPEN}.*?{NOTE_CLOSE}", "", text)
    return re.sub(r"(?<=\w[-/])\n", "", bare).replace("\n", " ")


def whole_rows(grid: Grid) -> list[list[str]]:
    """Return the rows, each merged cell filled in and the parts of a broken row put together."""
    cells = [list(row) for row in grid.rows]
    for merge in grid.merges:
        for row in range(merge.row, merge.row + merge.rows):
            cells[row][merge.column] = grid.rows[merge.row][merge.column]
    rows: list[list[str]] = []
    for number, cell_row in enumerate(cells):
        if number in grid.continued:
            above = rows.pop()
            rows.append(
                ["\n".join(filter(None, pair)) for pair in zip(above, cell_row, strict=True)]
            )
        else:
            rows.append(cell_row)
    return [[one_line(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_each_cell_of_the_plan_comes_back_letter_for_letter(layout: str) -> None:
    (grid,) = read(layout)

    assert grid.kind is GridKind.PAGE
    assert [row for row in whole_rows(grid) if re.fullmatch(r"\d\.\d+", row[0])] == TASKS


@pytest.mark.parametrize("layout", RULED)
def test_that_group_rows_span_the_columns(layout: str) -> None:
    (grid,) = read(layout)
    titles = [group["title"] for group in PLAN["groups"]]

    wide = {(m.row, m.column) for m in grid.merges if m.columns > 2}
    found = [one_line(grid.text(row, column)) for row, column in sorted(wide)]

    assert [text.partition(". ")[2] or text for text in found] == titles
    assert wide <= grid.bold


@pytest.mark.parametrize(
    ("layout", "first"), [("kontum-narrow", 1), ("kontum-landscape", 1), ("kontum-whole", 6)]
)
def test_that_footnotes_are_kept_by_their_marks(layout: str, first: int) -> None:
    (grid,) = read(layout)
    noted = [task for task in PLAN["tasks"] if task["notes"]]

    marks = {
        row[0]: re.findall(f"{NOTE_OPEN}(.*?){NOTE_CLOSE}", row[1])
        for row in grid.rows
        if NOTE_OPEN in row[1]
    }

    assert marks == {task["code"]: [str(at)] for at, task in enumerate(noted, start=first)}
    assert grid.notes == {str(at): task["notes"][0] for at, task in enumerate(noted, start=first)}


def test_that_a_heading_is_kept_once_and_rows_know_their_pages() -> None:
    (grid,) = read("kontum-narrow")

    heads = [at for at, row in enumerate(grid.rows) if row[0] == "TT"]
    broken = {(grid.pages[at - 1], grid.pages[at]) for at in grid.continued}

    assert heads == [0]
    assert [one_line(cell) for cell in grid.rows[0]] == HEADING
    assert broken == {(1, 2), (3, 4), (4, 5), (5, 6)}


def test_that_a_heading_in_two_rows_keeps_its_merges() -> None:
    (grid,) = read("kontum-landscape")

    spans = {(m.row, m.column, m.rows, m.columns) for m in grid.merges if m.row < 2}

    assert spans == {(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1)}
    assert grid.rows[1] == ("", "", "Chủ trì", "Phối hợp", "")
    assert grid.rows[2] == ("(1)", "(2)", "(3)", "(4)", "(5)")


def test_that_the_text_around_a_table_is_kept_and_page_numbers_are_not() -> None:
    (grid,) = read("kontum-narrow")

    assert grid.above[0] == "PHỤ LỤC"
    assert grid.above[1] == "DANH MỤC NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI GIAI ĐOẠN 2024 - 2030"
    assert " ".join(grid.above[2:]) == (
        "(Kèm theo Kế hoạch số 2415/KH-UBND ngày 08 tháng 7 năm 2024 của Ủy ban nhân"
        " dân tỉnh Kon Tum)"
    )
    assert grid.below == (
        "Ghi chú: Các đơn vị báo cáo kết quả thực hiện trước ngày 15 tháng 12 hằng năm.",
    )


def test_that_two_tables_on_a_page_stay_two_and_the_second_goes_on_without_a_heading() -> None:
    first, second = read("two-tables")

    assert [row[0] for row in first.rows] == ["TT", "2.1", "2.2", "2.3", "2.4"]
    assert [row[0] for row in second.rows] == ["TT", "3.1", "3.2", "3.3", "3.4", ""]
    assert second.number == 2
    assert second.continued == {5}
    assert second.above == ("2. Danh mục nhiệm vụ nhóm hai, tiếp theo danh mục của nhóm trên.",)


def test_that_columns_between_level_lines_are_found_by_white_space() -> None:
    (grid,) = read("level-rules")

    rows = whole_rows(grid)

    assert rows[0] == HEADING
    assert rows[2:] == [task for task in TASKS if task[0].startswith("2.")]


def test_that_the_text_of_a_whole_plan_stands_above_its_annex() -> None:
    (grid,) = read("kontum-whole")
    directions = [f"{each['code']} {each['title']}" for each in PLAN["directions"]]

    assert grid.above[0].startswith("ỦY BAN NHÂN DÂN\t")
    assert any(text.startswith("Số: /KH-UBND") for text in grid.above)
    assert set(directions[:1]) <= set(grid.above)
    assert grid.above[-3] == "PHỤ LỤC"
    assert not any(text.isdigit() for text in grid.above)
