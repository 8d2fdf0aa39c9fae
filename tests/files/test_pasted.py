"""What is pasted: the table of the HTML, the text where there is none."""

from __future__ import annotations

from ttdn_desktop.files.pasted import read_pasted
from ttdn_desktop.services.ports import Pasted

TEXT = "Tên hoạt động\tThời gian\r\nĐón đoàn\t5/3/2026\r\n"
ROWS = (("Tên hoạt động", "Thời gian"), ("Đón đoàn", "5/3/2026"))


def test_that_rows_copied_in_a_spreadsheet_are_its_cells() -> None:
    read = read_pasted(Pasted(TEXT))

    assert [grid.rows for grid in read.grids] == [ROWS]
    assert (read.name, read.kind) == ("", "pasted")


def test_that_the_table_of_the_html_counts_before_the_text() -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    read = read_pasted(Pasted("Tên hoạt động Thời gian", f"<table>{rows}</table>"))

    assert [grid.rows for grid in read.grids] == [ROWS]


def test_that_html_without_a_table_leaves_it_to_the_text() -> None:
    read = read_pasted(Pasted(TEXT, "<p>Tên hoạt động</p>"))

    assert [grid.rows for grid in read.grids] == [ROWS]


def test_that_nothing_pasted_is_no_table() -> None:
    assert read_pasted(Pasted("")).grids == ()
