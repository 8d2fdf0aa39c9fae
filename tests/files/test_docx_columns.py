"""Merged cells, and rows that contradict one another about where columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.word_files import cell, row, span, table, word_file
from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid

FIRST, COVERED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDTHS = (600, 4000, 2000, 2000, 1000)


def _grid(folder: Path, *rows: str, widths: Sequence[int] = ()) -> Grid:
    (grid,) = read(word_file(folder / "a.docx", table(*rows, widths=widths)))
    return grid


def _wide(*cells: tuple[str, int]) -> str:
    return row(*(cell(text, look=span(1, width)) for text, width in cells))


def _usual(*texts: str) -> str:
    return _wide(*zip(texts, WIDTHS, strict=True))


def test_that_a_cell_over_all_columns_has_its_text_in_the_first(tmp_path: Path) -> None:
    grid = _grid(tmp_path, row("1", "a", "b"), row(cell("Nhóm", look=span(3))))

    assert grid.rows == (("1", "a", "b"), ("Nhóm", "", ""))
    assert grid.merges == (Merge(1, 0, 1, 3),)


def test_that_a_header_over_two_rows_is_merged_both_ways(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row(cell("TT", look=FIRST), cell("Cơ quan", look=span(2))),
        row(cell("", look=COVERED), "chủ trì", "phối hợp"),
        row("1", "a", "b"),
    )

    assert grid.rows == (("TT", "Cơ quan", ""), ("", "chủ trì", "phối hợp"), ("1", "a", "b"))
    assert set(grid.merges) == {Merge(0, 0, 2, 1), Merge(0, 1, 1, 2)}


def test_that_a_block_merged_both_ways_is_one(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row(cell("A", look=span(2) + FIRST), "x"),
        row(cell("", look=span(2) + COVERED), "y"),
        row("1", "2", "3"),
    )

    assert grid.merges == (Merge(0, 0, 2, 2),)


def test_that_a_second_restart_ends_the_first_block(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        *(row(cell(text, look=look), "x") for text, look in
          (("A", FIRST), ("", COVERED), ("B", FIRST), ("", COVERED), ("C", ""))),
    )  # fmt: skip

    assert [cells[0] for cells in grid.rows] == ["A", "", "B", "", "C"]
    assert grid.merges == (Merge(0, 0, 2, 1), Merge(2, 0, 2, 1))


def test_that_a_covered_cell_below_none_is_read(tmp_path: Path) -> None:
    grid = _grid(tmp_path, row(cell("A", look=COVERED), "x"), row("1", cell("B", look=COVERED)))

    assert grid.rows == (("A", "x"), ("1", "B"))
    assert grid.merges == ()


def test_that_cells_merged_across_in_the_old_way_are_one(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row(cell("A", look='<w:hMerge w:val="restart"/>'), cell("", look="<w:hMerge/>"), "x"),
        row("1", "2", "3"),
    )

    assert grid.rows[0] == ("A", "", "x")
    assert grid.merges == (Merge(0, 0, 1, 2),)


def test_that_columns_left_out_before_and_behind_are_empty(tmp_path: Path) -> None:
    left_out = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    grid = _grid(tmp_path, row("1", "2", "3"), row("giữa", look=left_out))

    assert grid.rows == (("1", "2", "3"), ("", "giữa", ""))


def test_that_a_deleted_cell_makes_room_for_the_next(tmp_path: Path) -> None:
    grid = _grid(tmp_path, row("1", "2"), row(cell("x", look="<w:cellDel/>"), "a", "b"))

    assert grid.rows == (("1", "2"), ("a", "b"))


def test_that_columns_no_cell_needs_are_left_out(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row("TT", cell("Nhiệm vụ", look=span(2)), "Thời gian"),
        row("1", cell("a", look=span(2)), "2024"),
    )

    assert grid.rows == (("TT", "Nhiệm vụ", "Thời gian"), ("1", "a", "2024"))
    assert grid.merges == ()


def test_that_an_edge_dragged_by_a_hair_makes_no_column(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row("TT", cell("Nhiệm vụ", look=span(2)), "Thời gian"),
        row(cell("1", look=span(2)), "a", "2024"),
        row("2", cell("b", look=span(2)), "2025"),
        widths=(600, 40, 4000, 1000),
    )

    assert grid.rows == (("TT", "Nhiệm vụ", "Thời gian"), ("1", "a", "2024"), ("2", "b", "2025"))


def test_that_an_edge_dragged_further_is_a_column(tmp_path: Path) -> None:
    grid = _grid(
        tmp_path,
        row("TT", cell("Nhiệm vụ", look=span(2))),
        row(cell("1", look=span(2)), "a"),
        widths=(600, 400, 4000),
    )

    assert grid.rows == (("TT", "Nhiệm vụ", ""), ("1", "", "a"))


def test_that_a_narrow_column_with_text_stays(tmp_path: Path) -> None:
    assert _grid(tmp_path, row("1", "a"), widths=(100, 4000)).rows == (("1", "a"),)


@pytest.mark.parametrize(
    ("odd", "cells"),
    [
        (_wide(("Nhóm", 9600)), ("Nhóm", "", "", "", "")),
        (_wide(("I", 600), ("Nhóm", 9000)), ("I", "Nhóm", "", "", "")),
        (_wide(("I", 610), ("Nhóm", 6020), ("2025", 2970)), ("I", "Nhóm", "", "2025", "")),
        (_wide(("1", 600), ("a", 4000)), ("1", "a", "", "", "")),
    ],
)
def test_that_a_row_that_forgot_its_spans_is_placed_by_its_widths(
    tmp_path: Path, odd: str, cells: tuple[str, ...]
) -> None:
    usual = _usual("1.1", "a", "b", "c", "2024")

    grid = _grid(tmp_path, usual, odd, usual, widths=(100, 100))

    assert grid.rows[1] == cells
    assert grid.rows[0] == grid.rows[2] == ("1.1", "a", "b", "c", "2024")


def test_that_a_row_set_in_from_the_left_is_placed_by_its_indent(tmp_path: Path) -> None:
    inset = row(cell("b", look=span(1, 2000)), look='<w:wBefore w:w="4600" w:type="dxa"/>')

    grid = _grid(tmp_path, _usual("1", "a", "b", "c", "d"), _usual("2", "a", "b", "c", "d"), inset)

    assert grid.rows[2] == ("", "", "b", "", "")


def test_that_rows_of_unknown_widths_are_placed_by_their_spans(tmp_path: Path) -> None:
    share = '<w:tcW w:w="2500" w:type="pct"/>'

    grid = _grid(tmp_path, row("1", "a", "b"), row("2", "a", "b"), row(cell("x", look=share), "y"))

    assert grid.rows[2] == ("x", "y", "")


def test_that_a_row_with_more_cells_than_others_loses_none(tmp_path: Path) -> None:
    more = _wide(*((text, 1000) for text in "abcdefg"))

    grid = _grid(tmp_path, _usual(*"12345"), _usual(*"12345"), more)

    assert grid.rows[2] == tuple("abcdefg")
    assert {len(cells) for cells in grid.rows} == {7}
