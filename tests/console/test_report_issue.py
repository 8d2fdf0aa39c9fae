"""`report slip`, `report issue`, `report verify`: from the console to backup and back."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.console.told import contents
from tests.word.resaved import resaved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

ISSUE = ("report", "issue", "--year", "2026", "--date", "10/12/2026")
KEYS = {"edition", "code", "sha256", "kind", "number", "file", "warnings"}


@pytest.fixture
def exported(console: Console, tmp_path: Path) -> Path:
    """Return a bản trình of the year."""
    out = tmp_path / "bc.docx"
    console.json("activity", "add", "--title", "Đón đoàn", "--task", "1.10", "--date", "12/3/2026")
    console.json("report", "export", "--year", "2026", "--out", out)
    return out


def test_that_an_edition_is_frozen_with_its_scan(
    console: Console, exported: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF-1.7")
    code = console.json("report", "verify", exported)["code"]

    told = console.json(*ISSUE, "--number", "05", "--scan", scan)

    assert set(told) == KEYS
    assert (told["code"], told["kind"], told["number"]) == (code, "original", "05/BC-SNgV")
    kept = {path.name for path in (console.data / "editions").iterdir()}
    digests = {hashlib.sha256(each.read_bytes()).hexdigest() for each in (exported, scan)}
    assert kept == {told["sha256"], *digests}
    frozen = console.data / "editions" / told["sha256"]
    assert console.json("report", "verify", frozen) == {
        "result": "original",
        "code": code,
        "changed": [],
    }


def test_that_nothing_is_issued_before_an_export_or_twice(console: Console, tmp_path: Path) -> None:
    before = contents(console.data)
    assert "xuất báo cáo trước" in console(*ISSUE, "--number", "05").refusal
    assert contents(console.data) == before
    console.json("report", "export", "--year", "2026", "--out", tmp_path / "bc.docx")
    console.json(*ISSUE, "--number", "05")
    assert "đã phát hành: số 05/BC-SNgV" in console(*ISSUE, "--number", "06").refusal


def test_that_a_file_is_numbered_edited_or_unknown(
    console: Console, exported: Path, tmp_path: Path
) -> None:
    content = exported.read_bytes()
    for name, change, result in (
        ("a", ("Số:        /BC", "Số: 05/BC"), "numbered"),
        ("b", ("- Như trên;", "- Như kính gửi;"), "edited"),
    ):
        place = tmp_path / f"{name}.docx"
        place.write_bytes(resaved(content, change).getvalue())
        told = console.json("report", "verify", place)
        assert told["result"] == result
        assert len(told["changed"]) == 1
    assert told["changed"][0].startswith("phần ký, nơi nhận:")
    bare = resaved(content, moved={"docProps/custom.xml": "docProps/gone.xml"})
    place.write_bytes(bare.getvalue())
    unknown: dict[str, object] = {"result": "unknown", "code": None, "changed": []}
    assert console.json("report", "verify", place) == unknown


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_issue_verify_and_slip_speak_in_plain_lines(
    console: Console, exported: Path, tmp_path: Path, language: str
) -> None:
    spoken = ("--lang", language)
    slip = console("report", "slip", "--year", "2026", "--out", tmp_path / "p.docx", *spoken)
    issue = console(*ISSUE, "--number", "5", *spoken)
    verify = console("report", "verify", exported, *spoken)
    assert [each.code for each in (slip, issue, verify)] == [0, 0, 0]
    assert (tmp_path / "p.docx").exists()
    assert "5/BC-SNgV" in issue.out
    assert "30/2020" in issue.out


def test_that_a_backup_brings_edition_and_scan_back(
    console: Console, exported: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF-1.7")
    issued = console.json(*ISSUE, "--number", "05", "--scan", scan)
    kept = {path.name: path.read_bytes() for path in (console.data / "editions").iterdir()}
    bundle = console.json("backup", "--to", tmp_path)["file"]

    shutil.rmtree(console.data / "editions")
    assert not console.json("doctor")["ok"]
    console.bare("restore", bundle, "--to", tmp_path / "lại", "--json").json  # noqa: B018 (it asserts)

    back = {path.name: path.read_bytes() for path in (tmp_path / "lại" / "editions").iterdir()}
    assert back == kept
    assert issued["sha256"] in back
    assert exported.exists()
    again = console.bare("doctor", "--data", tmp_path / "lại", "--json").json
    assert again["ok"]
