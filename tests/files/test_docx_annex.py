"""The plan's annex comes back cell for cell out of every layout that offices give it in Word."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.files import annexes
from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from collections.abc import Callable

FOREIGN = Path(__file__).resolve().parents[1] / "data" / "plans" / "kontum-libreoffice.docx"
GROUPS = {place for place, entry in enumerate(annexes.entries(), 1) if entry.group}


def test_that_the_annex_has_its_29_tasks_in_three_groups() -> None:
    found = annexes.entries()

    assert len(found) == 32
    assert len(GROUPS) == 3
    assert list(annexes.notes()) == ["5", "6", "7"]


@pytest.mark.parametrize(
    "made",
    [
        annexes.numbered,
        partial(annexes.numbered, strict=True),
        annexes.displaced,
        annexes.tracked,
    ],
    ids=["numbered", "strict", "displaced", "tracked"],
)
def test_that_the_annex_comes_back_cell_for_cell(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    (grid,) = read(made(tmp_path / "a.docx"))

    assert grid.rows == annexes.expected()
    assert {mark: text for mark, text in grid.notes.items() if int(mark) > 4} == annexes.notes()


def test_that_codes_typed_by_hand_come_back_with_marks_raised_by_hand(tmp_path: Path) -> None:
    (grid,) = read(annexes.typed(tmp_path / "a.docx"))

    assert grid.rows == annexes.expected()
    assert grid.above == (annexes.TITLE,)
    assert grid.below == tuple(f"{mark} {note}" for mark, note in annexes.notes().items())
    assert {row for row, _ in grid.bold} == {0, *GROUPS}


def test_that_words_own_numbers_are_told_apart(tmp_path: Path) -> None:
    (grid,) = read(annexes.numbered(tmp_path / "a.docx"))

    assert grid.automatic == {(row, 0) for row in range(1, 33)}
    assert grid.above[-1] == annexes.TITLE


def test_that_an_annex_in_three_tables_comes_back_with_each_header(tmp_path: Path) -> None:
    grids = read(annexes.split(tmp_path / "a.docx"))

    assert [grid.number for grid in grids] == [1, 2, 3]
    assert {grid.rows[0] for grid in grids} == {annexes.HEADER}
    rows = [cells for grid in grids for cells in grid.rows[1:]]
    assert (annexes.HEADER, *rows) == annexes.expected()
    marks = [set(grid.notes) for grid in grids]
    assert marks == [{"1", "2", "3", "4", "5"}, {"6"}, {"7"}]


def test_that_groups_across_all_columns_are_merged_cells(tmp_path: Path) -> None:
    (grid,) = read(annexes.merged(tmp_path / "a.docx"))

    assert grid.merges == tuple(Merge(row, 0, 1, 5) for row in sorted(GROUPS))
    whole = annexes.expected()
    for place, cells in enumerate(grid.rows):
        code, title, *others = whole[place]
        group = place in GROUPS
        assert cells == ((f"{code}. {title}", "", "", "", "") if group else (code, title, *others))


def test_that_a_header_over_two_rows_keeps_its_merged_cells(tmp_path: Path) -> None:
    (grid,) = read(annexes.two_headers(tmp_path / "a.docx"))

    assert grid.rows[0] == ("TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian thực hiện")
    assert grid.rows[1] == ("", "", "Chủ trì", "Phối hợp", "")
    assert grid.rows[2] == ("(1)", "(2)", "(3)", "(4)", "(5)")
    assert grid.rows[3:] == annexes.expected()[1:]
    assert set(grid.merges) == {
        Merge(0, 0, 2, 1), Merge(0, 1, 2, 1), Merge(0, 2, 1, 2), Merge(0, 4, 2, 1),
    }  # fmt: skip


def test_that_an_annex_written_by_libreoffice_comes_back_cell_for_cell() -> None:
    (grid,) = read(FOREIGN)

    assert grid.rows == annexes.expected()
    assert grid.automatic == {(row, 0) for row in range(1, 33)}
    assert {mark: text for mark, text in grid.notes.items() if int(mark) > 4} == annexes.notes()
