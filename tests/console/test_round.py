"""`round` and `target`, and a report of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

LETTER = "Công văn số 12/SVHTTDL-TT ngày 05/10/2026 của Sở Văn hóa, Thể thao và Du lịch"
THEME = ("round", "add", "--year", "2026", "--kind", "thematic", "--name", "phóng viên nước ngoài")
DAYS = ("--from", "1/3/2026", "--to", "10/10/2026")
KEYS = {
    *("id", "kind", "year", "title", "name", "from", "to", "cutoff", "internal", "send"),
    *("letter", "to_whom", "tasks", "estimate", "recorded", "state", "submissions", "editions"),
}


def _add(console: Console, title: str, day: str) -> str:
    words = ("activity", "add", "--title", title, "--task", "1.10", "--date", day)
    code = console.json(*words)["code"]
    assert isinstance(code, str)
    return code


def test_that_a_year_lists_its_own_round(console: Console) -> None:
    (own,) = console.json("round", "list", "--year", "2026")["rounds"]

    assert set(own) == KEYS
    assert (own["kind"], own["title"], own["recorded"]) == ("annual", "năm 2026", False)
    assert (own["from"], own["to"], own["cutoff"]) == ("2025-12-15", "2026-12-14", "2026-12-14")
    assert (own["internal"], own["send"], own["state"]) == ("2026-12-07", "2026-12-14", "open")


def test_that_a_round_is_made_with_all_that_a_letter_says(console: Console) -> None:
    days = ("--send", "20/10/2026", "--internal", "15/10/2026", "--cutoff", "30/9/2026")
    terms = ("--letter", LETTER, "--to-whom", "Công an tỉnh", "--task", "1.12", "--task", "1.10")

    made = console.json(*THEME, *DAYS, *days, *terms, "--estimate")["round"]

    assert made == console.json("round", "list", "--year", "2026")["rounds"][1]
    assert made["title"] == "chuyên đề về phóng viên nước ngoài"
    assert (made["from"], made["to"]) == ("2026-03-01", "2026-10-10")
    assert (made["cutoff"], made["internal"], made["send"]) == (
        "2026-09-30",
        "2026-10-15",
        "2026-10-20",
    )
    assert (made["letter"], made["to_whom"]) == (LETTER, "Công an tỉnh")
    assert (made["tasks"], made["estimate"]) == (["1.10", "1.12"], True)


def test_that_a_quarter_has_the_days_of_the_decree(console: Console) -> None:
    words = ("round", "add", "--year", "2026", "--kind", "quarter", "--part", "3")

    made = console.json(*words)["round"]

    assert (made["title"], made["from"], made["to"]) == (
        "quý III/2026",
        "2026-06-15",
        "2026-09-14",
    )


def test_that_what_is_not_said_again_stays(console: Console) -> None:
    before = console.json(*THEME, *DAYS, "--letter", LETTER, "--task", "1.10", "--estimate")[
        "round"
    ]

    words = ("round", "set", "--round", before["id"], "--cutoff", "30/9/2026", "--task", "all")
    after = console.json(*words, "--no-estimate")["round"]

    changed = {"cutoff": "2026-09-30", "tasks": [], "estimate": False}
    assert after == before | changed


def test_that_the_year_s_own_round_can_be_cut_off_early(console: Console, tmp_path: Path) -> None:
    _add(console, "Họp", "30/11/2026")
    _add(console, "Họp sau", "1/12/2026")
    (own,) = console.json("round", "list", "--year", "2026")["rounds"]

    told = console.json("round", "set", "--round", own["id"], "--cutoff", "30/11/2026")

    assert any("chuyển sang kỳ sau" in warning for warning in told["warnings"])
    export = ("report", "export", "--year", "2026", "--out", tmp_path / "x.docx")
    assert console.json(*export)["activities"] == 1
    seen = console.json("round", "check", "--round", own["id"])
    assert seen["after"] == {"from": "2026-12-01", "to": "2026-12-14"}
    assert (seen["activities"], seen["after_activities"]) == (1, 1)


def test_that_a_round_is_exported_by_its_id(console: Console, tmp_path: Path) -> None:
    _add(console, "Đón đoàn", "12/3/2026")
    _add(console, "Đón đoàn khác", "12/2/2026")
    made = console.json(*THEME, *DAYS)["round"]

    out = tmp_path / "x.docx"
    told = console.json("report", "export", "--round", made["id"], "--out", out)

    assert told["activities"] == 1
    assert told["period"] == {"from": "2026-03-01", "to": "2026-10-10"}
    (line,) = console.json("round", "list", "--year", "2026")["rounds"][1:]
    assert (line["state"], line["submissions"]) == ("submitted", 1)


def test_that_a_report_names_its_year_or_its_round(console: Console, tmp_path: Path) -> None:
    answer = console("report", "export", "--out", tmp_path / "x.docx")

    assert "--year" in answer.misuse
    assert not (tmp_path / "x.docx").exists()


def test_that_what_was_missed_is_offered_and_taken(console: Console, tmp_path: Path) -> None:
    console.json("report", "export", "--year", "2025", "--out", tmp_path / "5.docx")
    code = _add(console, "Đón đoàn", "12/3/2025")
    (own,) = console.json("round", "list", "--year", "2026")["rounds"]
    check = ("round", "check", "--round", own["id"])

    (missed,) = console.json(*check)["missed"]
    (taken,) = console.json(*check, "--take", code)["missed"]

    assert (missed["code"], missed["round"], missed["taken"]) == (code, "năm 2025", False)
    assert taken == missed | {"taken": True}
    out = tmp_path / "6.docx"
    assert console.json("report", "export", "--year", "2026", "--out", out)["activities"] == 1
    assert "Chưa ghi gì" in console(*check, "--take", "A77").refusal


def test_that_a_round_is_removed_unless_it_is_in_use(console: Console, tmp_path: Path) -> None:
    made = console.json(*THEME, *DAYS)["round"]
    assert console.json("round", "remove", "--round", made["id"])["removed"] == made["id"]
    again = console.json(*THEME, *DAYS)["round"]
    assert again["id"] == made["id"]

    console.json("report", "export", "--round", made["id"], "--out", tmp_path / "x.docx")

    assert "Chưa ghi gì" in console("round", "remove", "--round", made["id"]).refusal


@pytest.mark.parametrize(
    "words",
    [
        (*THEME, "--from", "1/3/2026"),
        ("round", "add", "--year", "2026", "--kind", "adhoc"),
        ("round", "set", "--round", "x", "--cutoff", "1/3/2026"),
        ("round", "check", "--round", "x"),
        (*THEME, *DAYS, "--cutoff", "1/1/2026"),
        ("target", "set", "--year", "2026", "--code", "ZZ", "--value", "3"),
        ("target", "set", "--year", "2026", "--code", "D1", "--value", "ba"),
    ],
)
def test_that_what_cannot_be_is_refused_in_one_line(
    console: Console, words: tuple[str, ...]
) -> None:
    assert "Chưa ghi gì" in console(*words).refusal


def test_that_rounds_and_targets_speak_in_plain_lines(console: Console) -> None:
    console.json(*THEME, *DAYS)
    console.json("target", "set", "--year", "2026", "--code", "d1", "--value", "1.200")
    told = console("round", "list", "--year", "2026").out
    assert "năm 2026: từ 15/12/2025 đến 14/12/2026, chốt 14/12/2026, hạn nội bộ 07/12/2026" in told
    assert "chuyên đề về phóng viên nước ngoài: từ 01/03/2026" in told
    assert "D1 Đoàn vào: 1.200 đoàn" in console("target", "list", "--year", "2026").out
    assert "Chưa có kế hoạch" in console("target", "list", "--year", "2027").out


def test_that_the_internal_day_of_every_round_can_be_moved(console: Console) -> None:
    assert console.json("round", "internal", "--days", "3") == {"internal_days": 3}

    (own,) = console.json("round", "list", "--year", "2026")["rounds"]
    assert own["internal"] == "2026-12-09"
    assert "Chưa ghi gì" in console("round", "internal", "--days=-1").refusal


def test_that_a_target_is_set_listed_and_taken_back(console: Console) -> None:
    words = ("target", "set", "--year", "2026", "--code", "D1")

    assert console.json(*words, "--value", "12")["targets"] == [
        {"code": "D1", "name": "Đoàn vào", "value": 12, "unit": "đoàn"}
    ]
    assert console.json(*words, "--value=-")["targets"] == []
