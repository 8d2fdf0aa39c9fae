"""`report correct`: the draft of the letter that corrects an issued report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.console.told import contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

CORRECT = ("report", "correct", "--year", "2026")
WRONG = ("--place", "trang 2", "--printed", "BÁO CAÓ", "--right", "BÁO CÁO")


@pytest.fixture
def issued(console: Console, tmp_path: Path) -> Console:
    """Return a console whose report of the year is issued."""
    console.json("report", "export", "--year", "2026", "--out", tmp_path / "bc.docx")
    console.json("report", "issue", "--year", "2026", "--date", "10/12/2026", "--number", "45")
    return console


def test_that_a_letter_is_written_that_the_checker_finds_sound(
    issued: Console, tmp_path: Path
) -> None:
    out = tmp_path / "dc.docx"
    before = contents(issued.data)
    told = issued.json(*CORRECT, *WRONG, *WRONG, "--edition", "45", "--out", out)
    assert told == {
        "corrects": "45/BC-SNgV",
        "file": str(out),
        "corrections": 2,
        "recipients": ["Sở Văn hóa, Thể thao và Du lịch"],
    }
    assert contents(issued.data) == before
    assert issued.json("report", "check", out)["findings"] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_it_speaks_in_plain_lines(issued: Console, tmp_path: Path, language: str) -> None:
    said = issued(*CORRECT, *WRONG, "--out", tmp_path / "dc.docx", "--lang", language)
    assert "45/BC-SNgV" in said.out


def test_that_each_place_needs_its_parts(issued: Console, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "dc.docx")
    uneven = issued(*CORRECT, *WRONG, "--place", "trang 3", *out)
    assert uneven.code == 2
    assert "--printed, --right" in uneven.err
    empty = ("--place", "x", "--printed", "", "--right", "")
    assert "thứ 1 chưa đủ" in issued(*CORRECT, *empty, *out).refusal
    assert "không có bản phát hành số 5" in issued(*CORRECT, *WRONG, "--edition", "5", *out).refusal
    assert not (tmp_path / "dc.docx").exists()


def test_that_there_is_nothing_to_correct_before_a_report_is_issued(
    console: Console, tmp_path: Path
) -> None:
    told = console(*CORRECT, *WRONG, "--out", tmp_path / "dc.docx").refusal
    assert "chưa phát hành bản nào để đính chính" in told
