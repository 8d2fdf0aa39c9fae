"""`activity add`, `activity list`, `state`, `undo`."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

BASE = ("activity", "add", "--task", "1.10", "--title", "Đón đoàn Attapư", "--date", "12/3/2026")


def test_that_recording_tells_id_code_and_evidence(console: Console, tmp_path: Path) -> None:
    proof = tmp_path / "Biên bản.pdf"
    proof.write_bytes(b"%PDF-1.4 bien ban")
    document = "Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh"
    attached = ("--evidence", proof, "--link", "https://example.org/tin", "--document", document)

    told = console.json(*BASE, *attached)

    assert set(told) == {"id", "code", "evidence"}
    assert told["code"] == "A1"
    file, *others = sorted(told["evidence"], key=lambda each: each["sha256"] is None)
    assert file["name"] == "Biên bản.pdf"
    assert file["sha256"] == hashlib.sha256(proof.read_bytes()).hexdigest()
    assert file["size"] == proof.stat().st_size
    assert [(each["sha256"], each["size"]) for each in others] == [(None, None)] * 2
    assert console.json("activity", "list")["activities"][0]["evidence"] == told["evidence"]


def test_that_an_activity_is_listed_with_all_its_keys(console: Console) -> None:
    figures = ("--reading", "D1=3", "--reading", "D1=2:nuoc=Lào", "--reading", "P3H=40,5")
    told = console.json(*BASE, "--task", "II.3", "--until", "14/3/2026", *figures)

    (listed,) = console.json("activity", "list")["activities"]

    assert listed == {
        "id": told["id"],
        "code": "A1",
        "title": "Đón đoàn Attapư",
        "start": "2026-03-12",
        "end": "2026-03-14",
        "precision": "day",
        "part": "lead",
        "tasks": ["1.10", "II.3"],
        "readings": listed["readings"],
        "evidence": [],
    }
    values = [(each["code"], each["value"], each["split"]) for each in listed["readings"]]
    assert values == [("D1", 3, None), ("D1", 2, "nuoc=Lào"), ("P3H", 40.5, None)]
    assert {type(value) for _, value, _ in values} == {int, float}
    assert {each["kind"] for each in listed["readings"]} == {"flow"}


@pytest.mark.parametrize(
    ("written", "start", "precision"),
    [
        ("2026-03-05", "2026-03-05", "day"),
        ("5/3/2026", "2026-03-05", "day"),
        ("3/2026", "2026-03-01", "month"),
        ("quý II/2026", "2026-04-01", "quarter"),
        ("31/12/2030", "2030-12-31", "day"),
    ],
)
def test_that_dates_are_read_as_officers_write_them(
    console: Console, written: str, start: str, precision: str
) -> None:
    console.json("activity", "add", "--task", "1.10", "--title", "Họp", "--date", written)

    (listed,) = console.json("activity", "list")["activities"]
    assert (listed["start"], listed["precision"], listed["end"]) == (start, precision, None)


@pytest.mark.parametrize(
    ("task", "part"), [("1.10", "lead"), ("3.6", "support"), ("II.1", "support")]
)
def test_that_the_part_is_lead_only_where_the_unit_leads(
    console: Console, task: str, part: str
) -> None:
    console.json("activity", "add", "--task", task, "--title", "Họp", "--date", "3/2026")

    assert console.json("activity", "list")["activities"][0]["part"] == part


@pytest.mark.parametrize("part", ["lead", "support", "join", "advise"])
def test_that_a_part_given_is_kept(console: Console, part: str) -> None:
    console.json(*BASE, "--part", part)

    assert console.json("activity", "list")["activities"][0]["part"] == part


def test_that_all_that_may_be_said_is_taken(console: Console) -> None:
    words = {
        "kind": "Tiếp khách",
        "place": "Pleiku",
        "content": "Trao đổi",
        "result": "Ký biên bản",
        "obstacle": "Thiếu phiên dịch",
        "proposal": "Bố trí kinh phí",
        "partner": "Sở Ngoại vụ Attapư",
        "audience": "Báo chí",
        "funding": "xã hội hóa=60 triệu",
    }
    given = [word for key, value in words.items() for word in (f"--{key}", value)]
    twice = ["--partner", "Đoàn", "--audience", "Kiều bào", "--funding", "recurrent=18500000"]

    assert console.json(*BASE, *given, *twice)["code"] == "A1"


def test_that_codes_count_on_within_a_year(console: Console) -> None:
    codes = [console.json(*BASE)["code"] for _ in range(3)]

    assert codes == ["A1", "A2", "A3"]


def test_that_the_same_file_twice_is_one_piece_of_evidence(
    console: Console, tmp_path: Path
) -> None:
    proof = tmp_path / "anh.png"
    proof.write_bytes(b"PNG")

    first = console.json(*BASE, "--evidence", proof)
    second = console.json(*BASE, "--evidence", proof, "--evidence", proof)

    assert second["evidence"] == first["evidence"]


@pytest.mark.parametrize(
    "name", ["xuống\ndòng.pdf", "vui 🎉.png", "ả" * 80 + ".docx", " cách .txt", "-x.pdf", "trống"]
)
def test_that_any_name_of_a_file_is_taken(console: Console, tmp_path: Path, name: str) -> None:
    proof = tmp_path / name
    proof.write_bytes(b"" if name == "trống" else b"content")

    told = console.json(*BASE, f"--evidence={proof}")

    assert told["evidence"][0]["size"] == proof.stat().st_size
    assert console.json("doctor")["evidence"]["checked"] == 1


def test_that_a_file_name_that_is_no_text_is_taken(console: Console, tmp_path: Path) -> None:
    proof = tmp_path / "a\udcff.pdf"
    proof.write_bytes(b"content")

    assert console.json(*BASE, "--evidence", proof)["evidence"][0]["size"] == 7
    assert console.json("doctor")["ok"]


def test_that_days_bound_what_is_listed(console: Console) -> None:
    for day in ("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"):
        console.json("activity", "add", "--task", "1.10", "--title", day, "--date", day)

    found = console.json("activity", "list", "--from", "2026-02-01", "--to", "2/2026")

    assert [each["title"] for each in found["activities"]] == ["2026-02-01", "2026-02-28"]


@pytest.mark.parametrize("search", ["đường sắt", "duong sat", "DUONG SAT", "Đường"])
def test_that_search_finds_with_and_without_accents(console: Console, search: str) -> None:
    title = "Hội nghị đường sắt"
    console.json("activity", "add", "--task", "1.10", "--title", title, "--date", "3/2026")
    console.json(*BASE)

    for form in ("NFC", "NFD"):
        wanted = unicodedata.normalize(form, search)
        found = console.json("activity", "list", "--search", wanted)["activities"]
        assert [each["title"] for each in found] == [title]


@pytest.mark.parametrize("search", ["", '"', "a*b", "1.10", "(", "NEAR(", "-", "%", "a OR b", "'"])
def test_that_no_search_breaks_the_list(console: Console, search: str) -> None:
    console.json(*BASE)

    assert isinstance(console.json("activity", "list", f"--search={search}")["activities"], list)


def test_that_states_are_set_by_the_plans_own_codes(console: Console) -> None:
    words = ("--task", "ii.1", "--task", "1.5", "--task", "1.5", "--set", "none")

    told = console.json("state", "--year", "2026", *words, "--reason", "Không có đoàn")

    assert told == {"tasks": [{"code": "II.1", "state": "none"}, {"code": "1.5", "state": "none"}]}


def test_that_undo_takes_back_one_change_at_a_time(console: Console) -> None:
    console.json(*BASE)
    console.json("state", "--year", "2026", "--task", "1.5", "--set", "not_started")

    assert "1.5" in console.json("undo")["undone"]
    assert "Đón đoàn Attapư" in console.json("undo")["undone"]
    assert console.json("activity", "list")["activities"] == []
    assert console("undo").refusal
    assert console.json("doctor")["ok"]


def test_that_days_asked_for_backwards_are_refused(console: Console) -> None:
    refusal = console("activity", "list", "--from", "30/6/2026", "--to", "1/4/2026").refusal

    assert "01/04/2026" in refusal
    assert "30/06/2026" in refusal


def test_that_a_figure_is_marked_whatever_the_case_of_its_code(console: Console) -> None:
    console.json(*BASE, "--reading", "d1=3", "--approximate", "d1", "--estimate", " D1 ")

    (listed,) = console.json("activity", "list")["activities"]
    (reading,) = listed["readings"]
    assert (reading["code"], reading["approximate"], reading["estimate"]) == ("D1", True, True)
