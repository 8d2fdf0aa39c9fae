"""`report check`: any .docx against the decree, without a data folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.word.check.file import sound
from tests.word.check.planted import PLANTS
from tests.word.check.typed import Wish, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

KEYS = {"rule", "where", "found", "expected", "severity"}
BODIES = {
    "Sở Ngoại vụ": (),
    "Ủy ban nhân dân tỉnh Kon Tum": (),
    "Ủy ban nhân dân huyện Đăk Hà": ("--kind", "district", "--year", "2024"),
    "Ủy ban nhân dân xã Bờ Y": ("--kind", "commune"),
    "Ban Tuyên giáo Tỉnh ủy": (),
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": ("--kind", "front"),
    "Công an tỉnh": (),
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh": (),
    "Báo Kon Tum": ("--kind", "press"),
    "Tỉnh đoàn Kon Tum": ("--kind", "association"),
    "Công ty Cổ phần Du lịch": ("--kind", "other"),
}


@pytest.mark.parametrize(("unit", "wish"), BODIES.items(), ids=BODIES)
def test_that_nothing_is_found_in_our_report_of_any_body(
    nowhere: Console, tmp_path: Path, unit: str, wish: tuple[str, ...]
) -> None:
    nowhere.bare("sample", nowhere.data, "--unit", unit, *wish, "--activities", "12")
    year = wish[-1] if "--year" in wish else "2026"
    out = tmp_path / "x.docx"
    nowhere.json("report", "export", "--year", year, "--out", out)

    assert nowhere.json("report", "check", out) == {"ok": True, "findings": []}


@pytest.mark.parametrize("activities", ["5", "200"])
def test_that_nothing_is_found_in_a_short_and_a_long_report(
    nowhere: Console, tmp_path: Path, activities: str
) -> None:
    nowhere.bare("sample", nowhere.data, "--activities", activities)
    out = tmp_path / "x.docx"
    nowhere.json("report", "export", "--year", "2026", "--out", out)

    assert nowhere.json("report", "check", out)["findings"] == []


def test_that_a_finding_says_rule_place_found_and_expected(
    nowhere: Console, tmp_path: Path
) -> None:
    path = write(Wish(left=20)).store(tmp_path / "Báo cáo.docx")

    told = nowhere.json("report", "check", path)

    assert told["ok"] is False
    assert told["findings"] == [
        {
            "rule": "margin_left",
            "where": "phần (section) 1",
            "found": "20 mm",
            "expected": "từ 30 đến 35 mm",
            "severity": "error",
        }
    ]
    assert not nowhere.data.exists()


def test_that_a_place_is_said_as_a_person_would(nowhere: Console, tmp_path: Path) -> None:
    file = sound()
    for key in ("number_zero", "body_align", "annex_label_size"):
        next(iter(PLANTS[key]))(file)

    findings = nowhere.json("report", "check", file.store(tmp_path / "x.docx"))["findings"]

    places = {each["rule"]: each["where"] for each in findings}
    assert places["number_zero"] == 'trang 1, dòng "Số: 5/BC-SNgV"'
    assert places["body_align"].startswith('mục I, đoạn thứ 3 "- Trong kỳ, Sở Ngoại vụ')
    assert places["annex_label_size"] == 'Phụ lục II, dòng "Phụ lục II"'


def test_that_a_copy_is_repaired_and_the_file_stays(nowhere: Console, tmp_path: Path) -> None:
    path = write(Wish(left=20, body=12)).store(tmp_path / "x.docx")
    before, out = path.read_bytes(), tmp_path / "y.docx"

    told = nowhere.json("report", "check", path, "--repair", out)

    assert (told["ok"], told["findings"], told["file"]) == (True, [], str(out))
    assert {each["rule"] for each in told["repaired"]} >= {"margin_left", "body_size"}
    assert all(set(each) == KEYS for each in told["repaired"])
    assert path.read_bytes() == before
    assert nowhere.json("report", "check", out)["ok"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.docx", "y.docx"]


def test_that_a_copy_never_takes_the_place_of_the_file(nowhere: Console, tmp_path: Path) -> None:
    path = write(Wish(left=20)).store(tmp_path / "x.docx")
    before = path.read_bytes()
    link = tmp_path / "link.docx"
    link.symlink_to(path)

    for target in (path, link, tmp_path / "." / "x.docx"):
        refused = nowhere.bare("report", "check", path, "--repair", target).refusal
        assert "trùng với chính tệp" in refused
    assert "không kết thúc bằng .docx" in (
        nowhere.bare("report", "check", path, "--repair", tmp_path / "y.doc").refusal
    )
    assert path.read_bytes() == before


def test_that_a_copy_that_cannot_be_written_is_told(nowhere: Console, tmp_path: Path) -> None:
    path = write(Wish()).store(tmp_path / "x.docx")

    refused = nowhere.bare("report", "check", path, "--repair", tmp_path / "no" / "y.docx").refusal

    assert "Không ghi được bản sửa" in refused


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_that_what_cannot_be_read_is_refused_in_one_line(
    nowhere: Console, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)

    assert '"x.docx"' in nowhere.bare("report", "check", path).refusal
    assert '"y.docx"' in nowhere.bare("report", "check", tmp_path / "y.docx").refusal


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_findings_are_told_in_plain_lines(
    nowhere: Console, tmp_path: Path, language: str
) -> None:
    path = write(Wish(left=20, body=12, number="Số: 5/BC-SNV")).store(tmp_path / "x.docx")
    plain = nowhere.bare("report", "check", path, "--lang", language)
    findings = json.loads(nowhere.bare("report", "check", path, "--json").out)["findings"]

    assert plain.code == 0
    assert len(plain.out.splitlines()) == 1 + len(findings)
    sound = write(Wish()).store(tmp_path / "y.docx")
    assert len(nowhere.bare("report", "check", sound, "--lang", language).out.splitlines()) == 1
    repaired = nowhere.bare(
        "report", "check", path, "--repair", tmp_path / "z.docx", "--lang", language
    )
    assert repaired.out.count("✓") >= 2
