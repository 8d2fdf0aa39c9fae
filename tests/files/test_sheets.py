"""A workbook is read into what a person sees in it, at the places where he sees it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.files.workbooks import as_macro_workbook, with_cell, with_sheet, workbook
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind, LegacyEncoding, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.reading import read_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DATA = Path(__file__).resolve().parents[1] / "data" / "sheets"


def first_grid(path: Path) -> Grid:
    return read_file(path).grids[0]


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    return book.worksheets[0]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Tổ chức hội nghị", "Tổ chức hội nghị"),
        ("Tổ chức", "Tổ chức"),  # NFD
        ("một\r\nhai", "một\nhai"),
        (1.1, "1.1"),
        (2024.0, "2024"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (0.00001, "0.00001"),
        (-3, "-3"),
        (True, "TRUE"),
        (date(2025, 6, 30), "30/06/2025"),
        (datetime(2025, 6, 30, 14, 30), "30/06/2025"),  # noqa: DTZ001 (a cell has no time zone)
        (time(7, 30), "07:30"),
    ],
)
def test_that_a_cell_is_written_as_a_person_sees_it(
    tmp_path: Path, value: object, shown: str
) -> None:
    assert first_grid(workbook(tmp_path / "a.xlsx", [[value]])).rows == ((shown,),)


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [("0.00", 1.1, "1.10"), ("00", 3, "03"), ("0", 2024, "2024"), ("General", 1.1, "1.1")],
)
def test_that_the_digits_of_a_plain_format_are_shown(
    tmp_path: Path, form: str, value: float, shown: str
) -> None:
    book = openpyxl.Workbook()
    sheet_of(book)["A1"] = value
    sheet_of(book)["A1"].number_format = form
    book.save(tmp_path / "a.xlsx")

    assert first_grid(tmp_path / "a.xlsx").rows == ((shown,),)


def test_that_numbers_and_dates_are_told_from_texts(tmp_path: Path) -> None:
    grid = first_grid(workbook(tmp_path / "a.xlsx", [["1.1", 1.1], [date(2025, 1, 2), "x"]]))

    assert grid.numeric == {(0, 1)}
    assert grid.dates == {(1, 0)}


def test_that_places_are_those_of_the_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet.title = "Phụ lục"
    sheet["C4"] = "Nhóm"
    sheet["C4"].font = Font(bold=True)
    sheet.merge_cells("C4:E4")
    sheet["D5"] = 7
    book.save(tmp_path / "a.xlsx")

    grid = first_grid(tmp_path / "a.xlsx")

    row = next(at for at, cells in enumerate(grid.rows) if "Nhóm" in cells)
    place = grid.place(row, grid.rows[row].index("Nhóm"))
    assert (place.kind, place.name, place.row, place.column) == (GridKind.SHEET, "Phụ lục", 3, 2)
    assert grid.merges == (Merge(row, 0, 1, 3),)
    assert grid.bold == {(row, 0)}
    assert grid.numeric == {(row + 1, 1)}
    assert grid.text(row + 1, 1) == "7"


def test_that_raised_letters_stand_between_the_marks_of_a_note(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    raised = TextBlock(InlineFont(vertAlign="superscript"), "(1)")
    sheet_of(book)["A1"] = CellRichText("Sở Ngoại vụ", raised, " chủ trì")
    book.save(tmp_path / "a.xlsx")

    marked = f"Sở Ngoại vụ{NOTE_OPEN}(1){NOTE_CLOSE} chủ trì"
    assert first_grid(tmp_path / "a.xlsx").rows == ((marked,),)


def test_that_hidden_sheets_are_flagged_and_numbers_count_all(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet_of(book)["A1"] = "x"
    book.create_sheet("ẩn").sheet_state = "hidden"
    book.create_sheet("cuối")
    book.save(tmp_path / "a.xlsx")

    told = [(grid.number, grid.name, grid.hidden) for grid in read_file(tmp_path / "a.xlsx").grids]

    assert told == [(1, "Sheet", False), (2, "ẩn", True), (3, "cuối", False)]


@pytest.mark.parametrize("asked", ["cuối", "2"])
def test_that_the_one_sheet_asked_for_is_read(tmp_path: Path, asked: str) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("cuối")["A1"] = "y"
    book.save(tmp_path / "a.xlsx")

    (grid,) = read_file(tmp_path / "a.xlsx", asked).grids

    assert (grid.number, grid.name, grid.rows) == (2, "cuối", (("y",),))


@pytest.mark.parametrize("name", ["a.xlsx", "plan.ods"])
def test_that_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path, name: str
) -> None:
    path = workbook(tmp_path / name, [["x"]]) if name == "a.xlsx" else DATA / name

    with pytest.raises(KnownError) as refused:
        read_file(path, "Phụ lục 9")

    assert refused.value.key == "file_sheet_unknown"
    assert "Kế hoạch" in str(refused.value.facts["known"])


def test_that_the_cached_value_of_a_formula_is_read_and_nothing_from_outside(
    tmp_path: Path,
) -> None:
    rows = '<row r="1"><c r="A1"><f>[1]Khác!A1</f><v>7</v></c></row>'

    assert first_grid(with_sheet(tmp_path / "a.xlsx", rows)).rows == (("7",),)


def test_that_an_error_in_a_cell_is_no_text(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><v>1</v></c></row>'

    assert first_grid(with_sheet(tmp_path / "a.xlsx", rows)).rows == (("", "1"),)


def test_that_a_workbook_with_macros_is_read_and_its_macros_are_not(tmp_path: Path) -> None:
    content = read_file(as_macro_workbook(tmp_path / "a.xlsm", [["TT", "Nhiệm vụ"]]))

    assert content.kind == "xlsm"
    assert content.grids[0].rows == (("TT", "Nhiệm vụ"),)


def test_that_a_text_longer_than_a_cell_can_be_is_cut_visibly(tmp_path: Path) -> None:
    long = "dài " * 20_000
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row>'

    ((text,),) = first_grid(with_sheet(tmp_path / "a.xlsx", rows)).rows

    assert len(text) == limits.CELL_LENGTH
    assert text.endswith("…")


def test_that_blank_cells_far_away_do_not_count(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet_of(book)["A1"] = "x"
    sheet_of(book)["XFD1048576"].font = Font(bold=True)
    book.save(tmp_path / "styled.xlsx")

    assert first_grid(tmp_path / "styled.xlsx").rows == (("x",),)
    assert first_grid(with_cell(tmp_path / "blank.xlsx", "ZZ1048576", " ")).rows == (("Nhiệm vụ",),)


@pytest.mark.parametrize("name", ["plan.xls", "plan.ods"])
def test_that_other_workbooks_are_read_as_an_xlsx_is(name: str) -> None:
    content = read_file(DATA / name)
    grid = content.grids[0]
    cut = 1 - grid.first_column
    rows = [row[cut:] for row in grid.rows]

    assert content.kind == name.rpartition(".")[2]
    assert rows[:5] == [
        (),
        ("TT", "Nhiệm vụ", "Thời gian"),
        ("I. Tuyên truyền",),
        ("1.10", "Dòng một\nDòng hai", "30/06/2025"),
        ("1.2", "Tæ chøc héi nghÞ", "2024"),
    ]
    assert rows[5][:2] == ("3", "")
    assert grid.merges == (Merge(2, cut, 1, 3),)
    assert grid.bold == {(1, cut), (1, cut + 1), (1, cut + 2)}
    assert {(3, cut), (4, cut), (4, cut + 2), (5, cut)} <= grid.numeric
    assert grid.dates == {(3, cut + 2)}
    assert grid.legacy is LegacyEncoding.TCVN3
    assert [(each.name, each.hidden) for each in content.grids] == [
        ("Kế hoạch", False),
        ("Danh mục", True),
    ]


def test_that_rows_a_sheet_hides_are_read_and_remembered(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["TT"], ["1"], ["2"], ["3"]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(path)

    grid = first_grid(path)

    assert grid.rows == (("TT",), ("1",), ("2",), ("3",))
    assert grid.hidden_rows == frozenset({2})
