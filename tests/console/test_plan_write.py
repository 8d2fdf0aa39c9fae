"""`plan write`: the tasks of the plan in force as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_that_the_tasks_are_written_to_a_file(
    console: Console, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"danh-muc{suffix}"
    told = console.json("plan", "write", "--out", str(target))

    assert told == {"file": str(target), "tasks": 29}
    assert target.stat().st_size > 5_000


def test_that_a_file_of_another_kind_is_refused(console: Console, tmp_path: Path) -> None:
    refused = console("plan", "write", "--out", str(tmp_path / "danh-muc.pdf"))

    assert (refused.code, refused.out) == (1, "")
    assert ".xlsx" in refused.err
    assert not (tmp_path / "danh-muc.pdf").exists()


def test_that_the_data_folder_is_no_place_for_it(console: Console) -> None:
    refused = console("plan", "write", "--out", str(console.data / "danh-muc.xlsx"))

    assert refused.code == 1
    assert not (console.data / "danh-muc.xlsx").exists()


def test_that_a_folder_in_the_way_is_told(console: Console, tmp_path: Path) -> None:
    (tmp_path / "danh-muc.xlsx").mkdir()
    refused = console("plan", "write", "--out", str(tmp_path / "danh-muc.xlsx"))

    assert refused.code == 1
    assert "danh-muc.xlsx" in refused.err
    assert list(tmp_path.glob(".*")) == []


def test_that_codes_stay_as_they_are(console: Console, tmp_path: Path) -> None:
    target = tmp_path / "danh-muc.xlsx"
    console.json("plan", "write", "--out", str(target))
    sheet = openpyxl.load_workbook(target).worksheets[0]

    assert "1.10" in [cell.value for cell in sheet["A"]]


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_that_what_is_written_reads_back_with_no_difference_and_no_doubt(
    console: Console, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"danh-muc{suffix}"
    console.json("plan", "write", "--out", str(target))
    read = console.json("plan", "read", str(target))
    compared = console.json("plan", "import", str(target))

    assert {each["severity"] for each in read["problems"]} <= {"note"}
    assert (compared["unchanged"], compared["kept"], compared["differs"]) == (29, [], False)
