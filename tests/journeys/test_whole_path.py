"""The path of a year in the console: start, record, find, say why not, report, take back, check."""

from __future__ import annotations

import getpass
import hashlib
import platform
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.console.process import ttdn
from tests.console.told import Console

if TYPE_CHECKING:
    from pathlib import Path

UNIT = "Sở Ngoại vụ"
VISIT = "Đón đoàn công tác tỉnh Attapư (Lào)"
COURSE = "Tập huấn nghiệp vụ thông tin đối ngoại"
ROAD = "Khảo sát đường biên giới"
SUGAR = "Quảng bá sản phẩm đường mía"
SHORT = 4
"""A machine's name of so few letters is in any picture's bytes."""

PLAN = "Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    """Return the console on a folder that does not exist yet."""
    return Console(capsys, tmp_path / "data")


@pytest.fixture
def year(desk: Console, tmp_path: Path) -> Console:
    """Return the console on a folder in which a year has been recorded."""
    photo, minutes = tmp_path / "ảnh.png", tmp_path / "biên bản.pdf"
    photo.write_bytes(b"PNG of a meeting")
    minutes.write_bytes(b"%PDF-1.4 minutes")
    desk.json("init", "--unit", UNIT, "--confirm", "all", "--officer", "Cán bộ phụ trách")
    desk.json("plan", "set", "--number", "2512/KH-UBND", "--date", "12/7/2024")
    _visit(desk, photo, minutes)
    _add(desk, COURSE, "3.4", "quý II/2026", "--document", PLAN, "--reading", "D1=1")
    _add(desk, ROAD, "II.3", "5/2026", "--evidence", str(photo), "--part", "join")
    _add(desk, SUGAR, "3.5", "20/8/2026", "--link", "https://example.org/duong")
    words = ("--task", "1.5", "--task", "1.6", "--set", "none", "--reason", "Không có đoàn")
    desk.json("state", "--year", "2026", *words)
    return desk


def _visit(desk: Console, photo: Path, minutes: Path) -> None:
    figures = ("D1=2", "D1=1:nuoc=Lào", "D1=1:nuoc=Campuchia", "D1N=~40")
    readings = (word for figure in figures for word in ("--reading", figure))
    money = ("--funding", "recurrent=18.500.000", "--funding", "xã hội hóa=60 triệu")
    proofs = ("--evidence", str(photo), "--evidence", str(minutes), "--document", PLAN)
    words = ("--until", "14/3/2026", "--place", "Kon Tum", "--result", "Ký biên bản ghi nhớ")
    _add(desk, VISIT, "1.10", "12/3/2026", "--task", "II.2", *words, *readings, *money, *proofs)


def _add(desk: Console, title: str, task: str, day: str, *words: str) -> Any:  # noqa: ANN401 (JSON)
    return desk.json("activity", "add", "--title", title, "--task", task, "--date", day, *words)


def _found(desk: Console, search: str) -> list[str]:
    listed = desk.json("activity", "list", "--search", search)["activities"]
    return [each["title"] for each in listed]


def _text(report: Path) -> str:
    with zipfile.ZipFile(report) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_that_evidence_of_all_kinds_is_one_piece_wherever_it_serves(year: Console) -> None:
    listed = {each["title"]: each for each in year.json("activity", "list")["activities"]}

    visit, course, road = (listed[title] for title in (VISIT, COURSE, ROAD))
    names = {each["name"]: each["id"] for each in visit["evidence"]}
    assert set(names) >= {"ảnh.png", "biên bản.pdf"}
    assert [each["id"] for each in road["evidence"]] == [names["ảnh.png"]]
    assert {each["id"] for each in course["evidence"]} < set(names.values())
    assert year.json("doctor")["evidence"]["checked"] == 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("search", ["đón đoàn", "don doan", "ĐÓN ĐOÀN", "attapu", "Attapư"])
def test_that_words_are_found_however_they_are_typed(
    year: Console, search: str, form: Literal["NFC", "NFD"]
) -> None:
    assert _found(year, unicodedata.normalize(form, search)) == [VISIT]


def test_that_exact_accents_come_first(year: Console) -> None:
    _add(year, "Dương lịch và đương đại", "3.5", "1/9/2026")

    assert _found(year, "đường mía") == [SUGAR]
    assert set(_found(year, "duong")) == {ROAD, SUGAR, "Dương lịch và đương đại"}
    assert set(_found(year, "đường")[:2]) == {ROAD, SUGAR}


def test_that_the_report_holds_what_was_recorded(year: Console, tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.docx"

    told = year.json("report", "export", "--year", "2026", "--out", out)

    text = _text(out)
    assert (told["activities"], told["evidence"]) == (4, 4)
    assert "2512/KH-UBND" in text
    assert all(title in text for title in (VISIT, COURSE, ROAD, SUGAR))
    assert "18.500.000" in text or "18,5" in text
    assert not any("plan set" in warning for warning in told["warnings"])


def test_that_the_same_content_gives_the_same_bytes(year: Console, tmp_path: Path) -> None:
    first, again = tmp_path / "1.docx", tmp_path / "2.docx"

    one = year.json("report", "export", "--year", "2026", "--out", first)
    two = year.json("report", "export", "--year", "2026", "--out", again)

    assert first.read_bytes() == again.read_bytes()
    assert (one["new"], two["new"]) == (True, False)
    assert two["code"] == one["code"]
    assert one["sha256"] == hashlib.sha256(first.read_bytes()).hexdigest()


def test_that_a_change_taken_back_gives_the_report_of_before(year: Console, tmp_path: Path) -> None:
    export = ("report", "export", "--year", "2026", "--out", tmp_path / "x.docx")
    before = year.json(*export)
    _add(year, "Ghi nhầm", "1.10", "1/6/2026")
    changed = year.json(*export)

    assert "Ghi nhầm" in year.json("undo")["undone"]
    after = year.json(*export)

    assert changed["code"] != before["code"]
    assert (after["code"], after["sha256"]) == (before["code"], before["sha256"])
    assert year.json("doctor")["ok"]


def test_that_everything_can_be_taken_back_and_the_folder_is_sound(year: Console) -> None:
    undone = [year.json("undo")["undone"] for _ in range(6)]

    assert "1.5" in undone[0]
    assert VISIT in undone[4]
    assert year("undo").refusal
    assert year.json("activity", "list")["activities"] == []
    assert year.json("plan", "show")["number"] is None
    told = year.json("doctor")
    assert told["ok"]
    assert len(told["evidence"]["orphan"]) == 2


def test_that_two_machines_with_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    reports = [
        _elsewhere(tmp_path / "một", {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"}),
        _elsewhere(tmp_path / "hai", {"TZ": "America/Los_Angeles", "LC_ALL": "C"}),
    ]

    (first, one), (second, two) = reports
    assert first.read_bytes() == second.read_bytes()
    assert (one["code"], one["sha256"]) == (two["code"], two["sha256"])


def _elsewhere(place: Path, environment: dict[str, str]) -> tuple[Path, dict[str, Any]]:
    """Fill a sample and export its report as somebody else, somewhere else."""
    home, cwd = place / "home", place / "cwd"
    home.mkdir(parents=True)
    cwd.mkdir()
    who = {"HOME": str(home), "USER": "lan", "LOGNAME": "lan", **environment}
    made = ttdn("sample", "data", "--activities", "25", "--json", environment=who, cwd=cwd)
    assert made.json["activities"] == 25
    words = ("report", "export", "--year", "2026", "--out", "x.docx", "--json")
    told = ttdn("--data", "data", *words, environment=who, cwd=cwd)
    return cwd / "x.docx", dict(told.json)


def test_that_no_member_of_the_report_names_a_user_a_machine_or_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("USER", "nguyen-thi-lan")
    monkeypatch.setenv("LOGNAME", "nguyen-thi-lan")
    desk = Console(capsys, tmp_path / "data")
    desk.bare("sample", desk.data, "--activities", "25")
    out = tmp_path / "x.docx"
    desk.json("report", "export", "--year", "2026", "--out", out)

    told_apart = {name for name in (getpass.getuser(), platform.node()) if len(name) > SHORT}
    names = told_apart | {str(tmp_path), tmp_path.name}
    with zipfile.ZipFile(out) as package:
        for member in package.infolist():
            content = package.read(member)
            assert member.date_time[0] == 1980
            assert not [name for name in sorted(names) if name.encode() in content]
