"""`report template`: the office's own template, and ours again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.word.own_files import template, with_part

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

_OURS: dict[str, object] = {"template": None, "sha256": None, "findings": []}


def test_that_ours_is_in_place_until_another_is_given(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "Mẫu.docx"
    file.write_bytes(template())
    assert console.json("report", "template") == _OURS
    told = console.json("report", "template", file)
    assert told["template"] == "Mẫu.docx"
    assert {each["key"] for each in told["findings"] if each["taken"]} >= {"header", "margins"}
    assert all(each["text"] for each in told["findings"])
    assert console.json("report", "template") == told
    assert console.json("report", "template", "--reset") == _OURS
    assert console.json("report", "template") == _OURS


def test_that_the_report_is_written_on_it(console: Console, tmp_path: Path) -> None:
    export = ("report", "export", "--year", "2026", "--out", tmp_path / "x.docx")
    file = tmp_path / "Mẫu.docx"
    file.write_bytes(template())
    ours = console.json(*export)["code"]
    console.json("report", "template", file)
    assert console.json(*export)["code"] != ours
    console.json("undo")
    assert console.json(*export)["code"] == ours


def test_that_macros_are_refused(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "Mẫu.dotm"
    file.write_bytes(with_part(template(), "word/vbaProject.bin", b"x"))
    assert "macro" in console("report", "template", file).refusal
    assert console.json("report", "template") == _OURS


def test_that_it_is_told_in_plain_lines(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "Mẫu.docx"
    file.write_bytes(template())
    told = console("report", "template", file).out.splitlines()
    assert told[0] == "Đang dùng mẫu báo cáo của cơ quan: Mẫu.docx"
    assert "Dùng: Đầu trang của mẫu." in told
    assert console("report", "template", "--reset").out.startswith(
        "Đang dùng mẫu báo cáo của chương"
    )
