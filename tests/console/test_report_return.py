"""`report return`: a report edited in Word, laid beside the draft and taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.word import edited as word
from tests.word.edited import edited

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from tests.console.told import Console

KEYS = {
    *("code", "changed", "unmatched", "removed", "conflicts", "applied", "warnings"),
    *("joined", "moved", "filled", "apart"),
}


def _edit(document: WordDocument) -> None:
    word.reword(document, "như sau", "cụ thể như sau")
    word.add_after(document, "cụ thể như sau", "Đoạn viết thêm.")


@pytest.fixture
def file(console: Console, tmp_path: Path) -> Path:
    """Return a bản trình, edited."""
    console.json("activity", "add", "--title", "Đón đoàn", "--task", "1.10", "--date", "12/3/2026")
    out = tmp_path / "Báo cáo.docx"
    console.json("report", "export", "--year", "2026", "--out", out)
    out.write_bytes(edited(out.read_bytes(), _edit))
    return out


def test_that_the_difference_is_told_and_nothing_written(console: Console, file: Path) -> None:
    told = console.json("report", "return", file, "--year", "2026")
    assert set(told) == KEYS
    assert [each["key"] for each in told["changed"]] == ["opening"]
    assert set(told["changed"][0]) == {"key", "before", "after"}
    assert told["changed"][0]["after"].endswith("cụ thể như sau:")
    assert [(each["text"], each["after"]) for each in told["unmatched"]] == [
        ("Đoạn viết thêm.", "opening")
    ]
    assert (told["removed"], told["conflicts"], told["applied"]) == ([], [], False)
    assert console.json("report", "return", file, "--year", "2026") == told


def test_that_apply_takes_it_over_and_undo_takes_it_back(console: Console, file: Path) -> None:
    assert console.json("report", "return", file, "--year", "2026", "--apply")["applied"] is True
    again = console.json("report", "return", file, "--year", "2026", "--apply")
    assert (again["changed"], again["unmatched"], again["applied"]) == ([], [], False)
    assert console.json("undo")["undone"] == "Nhận lời văn sửa trong Word: Báo cáo.docx"
    assert len(console.json("report", "return", file, "--year", "2026")["changed"]) == 1


def test_that_it_is_told_in_plain_lines(console: Console, file: Path) -> None:
    told = console("report", "return", file, "--year", "2026").out.splitlines()
    assert any(line.startswith("Sửa [opening]") for line in told)
    assert any("Đoạn viết thêm" in line for line in told)
    assert "--apply" in told[-1]
