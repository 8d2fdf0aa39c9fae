"""Text pasted from where the table was lost shows what columns it still has, and no more."""

from __future__ import annotations

from tests.files import annexes
from ttdn_desktop.domain.grid import GridKind
from ttdn_desktop.files.delimited import read_text


def _pasted(text: str) -> list[list[str]]:
    (grid,) = read_text(text)
    assert grid.kind is GridKind.TABLE
    return [list(row) for row in grid.rows]


def test_that_the_annex_copied_with_tabs_comes_back() -> None:
    assert _pasted("\r\n".join("\t".join(row) for row in annexes.bare())) == annexes.bare()


def test_that_cells_that_word_broke_at_their_paragraphs_are_whole_again() -> None:
    rows = annexes.bare()
    broken = [[cell.replace("; ", ";\n") for cell in row] for row in rows]
    text = "\r\n".join("\t".join(row).replace("\n", "\r\n") for row in broken)

    assert sum("\n" in cell for row in broken for cell in row[:-1]) > 20
    assert _pasted(text) == broken


def test_that_the_line_of_a_group_is_no_part_of_the_row_below() -> None:
    text = (
        "TT\tViệc\tChủ trì\tThời gian\nNhóm một\n1\tA\tSở A;\nSở B\t2024\nNhóm hai\n2\tB\tC\t2025"
    )

    assert _pasted(text) == [
        ["TT", "Việc", "Chủ trì", "Thời gian"],
        ["Nhóm một"],
        ["1", "A", "Sở A;\nSở B", "2024"],
        ["Nhóm hai"],
        ["2", "B", "C", "2025"],
    ]


def test_that_columns_set_apart_by_blanks_are_cut() -> None:
    text = "TT   Nhiệm vụ       Chủ trì\n1.1  Xây dựng cổng  Sở A\n1.2  Đón đoàn  Sở B"

    assert _pasted(text)[1:] == [["1.1", "Xây dựng cổng", "Sở A"], ["1.2", "Đón đoàn", "Sở B"]]


def test_that_lines_wrapped_within_columns_stay_in_their_columns() -> None:
    text = (
        "TT    Nhiệm vụ                 Chủ trì\n"
        "1.1   Xây dựng hệ thống        Sở Thông tin\n"
        "      dữ liệu                  và Truyền thông\n"
        "1.2   Đón đoàn                 Sở Ngoại vụ\n"
        "      vào tỉnh\n"
    )

    assert _pasted(text) == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1.1", "Xây dựng hệ thống", "Sở Thông tin"],
        ["", "dữ liệu", "và Truyền thông"],
        ["1.2", "Đón đoàn", "Sở Ngoại vụ"],
        ["", "vào tỉnh", ""],
    ]


def test_that_one_cell_a_line_is_a_table_where_every_row_begins_with_its_code() -> None:
    rows = [row for row in annexes.bare() if row[2]]
    text = "\n".join(cell for row in rows for cell in row if cell)
    whole = [row for row in rows if all(row)]

    back = _pasted(text)

    assert len(whole) == 29
    assert [row for row in back if len(row) == 5] == whole


def test_that_a_row_with_a_cell_less_is_not_pushed_into_the_columns() -> None:
    rows = [["TT", "Việc", "Chủ trì", "Phối hợp", "Năm"]]
    rows += [[str(number), "Việc", "Sở A", "Sở B", "2025"] for number in range(1, 9)]
    rows[4][3] = ""
    back = _pasted("\n".join(cell for row in rows for cell in row if cell))

    assert back[4] == ["4", "Việc\nSở A\n2025"]
    assert back[:4] + back[5:] == rows[:4] + rows[5:]


def test_that_prose_is_a_column_of_lines() -> None:
    text = "Kế hoạch, năm 2024\nSở Y tế, Công an tỉnh, các huyện; báo chí.\n- Sở A, chủ trì.\n"

    (grid,) = read_text(text)

    assert grid.kind is GridKind.TEXT
    assert grid.rows == tuple((line,) for line in text.splitlines())
