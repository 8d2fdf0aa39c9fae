"""`report export`, `sample`, `self-test`."""

from __future__ import annotations

import hashlib
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.console.told import contents
from ttdn_desktop.services import self_test

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

ADD = ("activity", "add", "--title", "Đón đoàn", "--task", "1.10")
EXPORT = ("report", "export", "--year", "2026")
KEYS = {"file", "sha256", "code", "new", "period", "tasks", "activities", "evidence", "warnings"}


def test_that_the_report_tells_what_it_holds(console: Console, tmp_path: Path) -> None:
    console.json(*ADD, "--date", "12/3/2026", "--link", "https://example.org/tin")
    console.json(*ADD, "--date", "14/12/2025")
    out = tmp_path / "Báo cáo.docx"

    told = console.json(*EXPORT, "--out", out)

    assert set(told) == KEYS
    assert told["file"] == str(out)
    assert told["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert re.fullmatch(r"[0-9a-f]{12}", told["code"])
    assert told["new"] is True
    assert told["period"] == {"from": "2025-12-15", "to": "2026-12-14"}
    assert (told["activities"], told["evidence"]) == (1, 1)
    assert told["tasks"] == 10
    assert any("plan set" in warning for warning in told["warnings"])
    assert zipfile.ZipFile(out).testzip() is None


def test_that_unchanged_content_is_no_new_report(console: Console, tmp_path: Path) -> None:
    first = console.json(*EXPORT, "--out", tmp_path / "1.docx")
    again = console.json(*EXPORT, "--out", tmp_path / "2.DOCX")
    console.json(*ADD, "--date", "12/3/2026")
    changed = console.json(*EXPORT, "--out", tmp_path / "1.docx")

    assert [first["new"], again["new"], changed["new"]] == [True, False, True]
    assert (again["code"], again["sha256"]) == (first["code"], first["sha256"])
    assert changed["code"] != first["code"]
    kept = {path.name for path in (console.data / "editions").iterdir()}
    assert kept == {first["sha256"], changed["sha256"]}


def test_that_a_report_may_be_of_any_days(console: Console, tmp_path: Path) -> None:
    console.json(*ADD, "--date", "12/3/2026")
    days = ("--from", "1/4/2026", "--to", "30/6/2026")

    told = console.json(*EXPORT, *days, "--out", tmp_path / "x.docx")

    assert told["period"] == {"from": "2026-04-01", "to": "2026-06-30"}
    assert told["activities"] == 0


def test_that_the_file_is_named_from_the_folder_one_stands_in(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert console.json(*EXPORT, "--out", "x.docx")["file"] == str(tmp_path / "x.docx")


def test_that_letters_no_xml_can_hold_do_not_stop_a_report(
    console: Console, tmp_path: Path
) -> None:
    console.json(*ADD, "--date", "12/3/2026", "--content", "một\x0bhai\x1b[0m ba")

    assert console.json(*EXPORT, "--out", tmp_path / "x.docx")["activities"] == 1


def test_that_nothing_is_left_beside_a_report(console: Console, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for _ in range(2):
        console.json(*EXPORT, "--out", out / "x.docx")

    assert [path.name for path in out.iterdir()] == ["x.docx"]
    assert list((console.data / "tmp").iterdir()) == []
    assert (out / "x.docx").stat().st_mode & 0o777 == 0o644


def test_that_the_report_speaks_in_plain_lines(console: Console, tmp_path: Path) -> None:
    for language, sign in (("vi", "Đã xuất báo cáo"), ("en", "Report written")):
        told = console(*EXPORT, "--out", tmp_path / "x.docx", "--lang", language)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(sign)


def test_that_a_sample_is_filled_within_its_period(nowhere: Console) -> None:
    told = nowhere.bare("sample", nowhere.data, "--activities", "12", "--json").json

    assert {key: told[key] for key in ("unit", "year", "activities")} == {
        "unit": "Sở Ngoại vụ",
        "year": 2026,
        "activities": 12,
    }
    listed = nowhere.json("activity", "list")["activities"]
    assert len(listed) == 12
    assert len({e["id"] for each in listed for e in each["evidence"]}) == told["evidence"]
    assert all("2025-12-15" <= each["start"] <= "2026-12-14" for each in listed)
    assert nowhere.json("doctor")["ok"]


def test_that_a_sample_may_be_of_another_unit_and_year(nowhere: Console) -> None:
    wish = ("--unit", "Sở Tư pháp", "--kind", "department", "--year", "2027", "--seed", "7")

    told = nowhere.bare("sample", nowhere.data, *wish, "--activities", "6", "--json").json

    assert (told["unit"], told["year"], told["activities"]) == ("Sở Tư pháp", 2027, 6)
    starts = [each["start"] for each in nowhere.json("activity", "list")["activities"]]
    assert all("2026-12-15" <= start <= "2027-12-14" for start in starts)


def test_that_a_sample_never_enters_a_folder_with_data(console: Console) -> None:
    before = contents(console.data)

    assert "đã có dữ liệu" in console.bare("sample", console.data).refusal
    assert contents(console.data) == before


def test_that_the_self_test_tells_each_step(nowhere: Console) -> None:
    told = nowhere.bare("self-test", "--json").json

    assert told["ok"] is True
    assert {"fonts", "record", "import", "report"} <= {step["name"] for step in told["steps"]}
    assert all(step["ok"] and step["seconds"] >= 0 for step in told["steps"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_the_self_test_fails_without_fonts(
    nowhere: Console, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(self_test, "font_files", lambda: iter(()))

    told = nowhere.bare("self-test", "--lang", language)

    assert told.code == 1
    assert len(told.err.splitlines()) == 1
    assert [line[0] for line in told.out.splitlines()] == [*"✓!✓✓✓✓✓✓✓"]


KEY = "ii.1.10.result"
OF_2026 = ("--year", "2026")


def _block(told: dict[str, Any], key: str) -> dict[str, Any]:
    (found,) = [each for each in told["blocks"] if each["key"] == key]
    return dict(found)


def test_that_the_report_is_shown_and_written_over_block_by_block(console: Console) -> None:
    made = console.json(*ADD, "--date", "12/3/2026")
    before = _block(console.json("report", "show", *OF_2026), KEY)

    own = "Quan hệ hai bên được củng cố."
    edit = ("report", "edit", *OF_2026, "--block", KEY)
    told = console.json(*edit, "--text", f"{before['text']} {own}")

    assert before["sentences"][0]["records"] == [made["id"]]
    assert not before["edited"]
    assert told["changed"]
    after = _block(console.json("report", "show", *OF_2026), KEY)
    assert after["edited"]
    assert [each["text"] for each in after["sentences"]] == [before["text"], own]
    assert _block(console.json(*edit, "--revert"), KEY) == before


def test_that_a_new_sentence_is_taken_or_left_by_its_number(console: Console) -> None:
    console.json(*ADD, "--date", "12/3/2026")
    edit = ("report", "edit", *OF_2026, "--block", KEY)
    console.json(*edit, "--text", "Đơn vị đã đón đoàn công tác.")
    console.json("activity", "add", "--title", "Ký kết", "--task", "1.10", "--date", "1/4/2026")
    (offer,) = _block(console.json("report", "show", *OF_2026), KEY)["offers"]

    told = console.json(*edit, "--accept", "1")

    assert offer["kind"] == "new"
    assert offer["new"] in _block(told, KEY)["text"]
    assert _block(told, KEY)["offers"] == []
    assert "không có câu mới số 1" in console(*edit, "--keep", "1").refusal
