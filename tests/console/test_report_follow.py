"""`report follow`: what the next report says of the one issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.console.told import contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

FOLLOW = ("report", "follow", "--year", "2026", "--kind")


@pytest.fixture
def issued(console: Console, tmp_path: Path) -> Console:
    """Return a console whose report of the year is issued."""
    console.json("report", "export", "--year", "2026", "--out", tmp_path / "bc.docx")
    console.json("report", "issue", "--year", "2026", "--date", "10/12/2026", "--number", "45")
    return console


def test_that_the_choice_is_told_with_its_sentence(issued: Console) -> None:
    assert issued.json(*FOLLOW, "supplement") == {
        "follows": "45/BC-SNgV",
        "kind": "supplement",
        "sentence": "Báo cáo này bổ sung Báo cáo số 45/BC-SNgV ngày 10 tháng 12 năm 2026 "
        "của Sở Ngoại vụ.",
    }
    blocks = issued.json("report", "show", "--year", "2026")["blocks"]
    assert "opening.follows" in [each["key"] for each in blocks]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_it_speaks_in_plain_lines(issued: Console, language: str) -> None:
    said = issued(*FOLLOW, "replacement", "--lang", language)
    assert "thay thế Báo cáo số 45/BC-SNgV" in said.out
    silent = issued(*FOLLOW, "none", "--lang", language)
    assert "thay thế" not in silent.out
    assert "45/BC-SNgV" in silent.out


def test_that_it_is_refused_before_anything_is_issued(console: Console) -> None:
    before = contents(console.data)
    assert "chưa phát hành bản nào" in console(*FOLLOW, "replacement").refusal
    assert contents(console.data) == before
