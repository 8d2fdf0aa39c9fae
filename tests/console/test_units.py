"""`units`, `units succeed`, `units undecided`, `units choose`."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

OWN, OTHER, NEW = "Sở Ngoại vụ", "Sở Dân tộc và Tôn giáo", "Sở Đối ngoại và Dân tộc"
BASIS = "Nghị quyết số 12/NQ-HĐND ngày 10/02/2027 của Hội đồng nhân dân tỉnh"
SUCCEED = ("units", "succeed", "--basis", BASIS)
MERGE = (*SUCCEED, "--kind", "merge", "--date", "1/3/2027", "--from", OWN, "--from", OTHER)
ADD = ("activity", "add", "--task", "1.10", "--reading", "D1=2", "--title")


def names(console: Console) -> list[str]:
    return [unit["name"] for unit in console.json("units")["units"]]


def text(console: Console, year: int, place: Path) -> str:
    out = place / f"{year}.docx"
    console.json("report", "export", "--year", year, "--out", out)
    return zipfile.ZipFile(out).read("word/document.xml").decode()


def test_that_a_merger_is_told_with_its_code_and_the_body_that_was_not_known(
    console: Console,
) -> None:
    told = console.json(*MERGE, "--to", NEW)

    assert told == {
        "succession": "SX-2027-1",
        "from": [OWN, OTHER],
        "to": [NEW],
        "unknown": [NEW],
        "follows": True,
        "undecided": [],
    }


def test_that_a_folder_that_goes_on_as_its_successor_s_says_so(console: Console) -> None:
    assert f"Sổ này tiếp tục là sổ của {NEW}" in console(*MERGE, "--to", NEW).out


def test_that_a_body_already_known_takes_another_in(console: Console) -> None:
    told = console.json(*MERGE[:-4], "--from", OTHER, "--to", "Sở Nội vụ")

    assert (told["to"], told["unknown"]) == (["Sở Nội vụ"], [])


def test_that_old_reports_keep_the_old_name_and_new_work_is_the_successor_s(
    console: Console, tmp_path: Path
) -> None:
    console.json(*ADD, "Đón đoàn Attapư", "--date", "12/3/2026")
    before = text(console, 2026, tmp_path)
    console.json(*ADD, "Đón đoàn trước khi hợp nhất", "--date", "5/2/2027")

    console.json(*MERGE, "--to", NEW)
    code = console.json(*ADD, "Đón đoàn sau khi hợp nhất", "--date", "5/3/2027")["code"]

    assert code == "A2"
    assert text(console, 2026, tmp_path) == before
    assert NEW.upper() not in before
    after = text(console, 2027, tmp_path)
    assert NEW.upper() in after
    assert "trước khi hợp nhất" in after
    assert "sau khi hợp nhất" in after
    figures = [
        console.json("report", "export", "--year", year, "--out", tmp_path / "x.docx")
        for year in (2026, 2027)
    ]
    assert [each["activities"] for each in figures] == [1, 2]


def test_that_a_merger_is_one_change_and_taken_back(console: Console) -> None:
    listed = names(console)
    console.json(*MERGE, "--to", NEW)

    told = console.json("undo")["undone"]

    assert told == f"Hợp nhất, sáp nhập {OWN}, {OTHER} thành {NEW} từ ngày 01/03/2027"
    assert names(console) == listed
    assert console.json("doctor")["ok"]


def test_that_a_renamed_body_bears_its_new_name_from_the_day_on(
    console: Console, tmp_path: Path
) -> None:
    renaming = (*SUCCEED, "--kind", "rename", "--from", OWN, "--to", "Sở Đối ngoại")

    told = console.json(*renaming, "--date", "1/3/2026")

    assert (told["from"], told["to"], told["unknown"]) == (
        [OWN],
        ["Sở Đối ngoại"],
        ["Sở Đối ngoại"],
    )
    assert "SỞ NGOẠI VỤ" in text(console, 2025, tmp_path)
    assert "SỞ ĐỐI NGOẠI" in text(console, 2026, tmp_path)


def test_that_two_heirs_without_a_choice_are_recorded_and_told_until_one_is_chosen(
    console: Console,
) -> None:
    split = (*SUCCEED, "--kind", "split", "--from", "Sở Công Thương", "--date", "1/3/2026")
    told = console.json(*split, "--to", "Sở Công nghiệp", "--to", "Sở Thương mại")

    codes = [each["code"] for each in told["undecided"]]
    assert codes[-1] == "*"
    assert told["undecided"][0]["candidates"] == ["Sở Công nghiệp", "Sở Thương mại"]
    assert console.json("units", "undecided")["undecided"] == told["undecided"]

    choice = [word for code in codes for word in ("--task", f"{code}=Sở Thương mại")]
    chosen = console.json("units", "choose", "--succession", told["succession"], *choice)
    assert chosen == {"undecided": []}


def test_that_a_split_may_name_the_tasks_at_once(console: Console) -> None:
    split = (*SUCCEED, "--kind", "split", "--from", "Sở Công Thương", "--date", "1/3/2026")
    heirs = ("--to", "Sở Công nghiệp", "--to", "Sở Thương mại")

    told = console.json(*split, *heirs, "--task", "1.2=Sở Công nghiệp", "--task", "*=Sở Thương mại")

    assert told["undecided"] == []


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (("merge", "--from", "Sở Lạ", "--to", NEW), "Không biết đơn vị: Sở Lạ"),
        (("merge", "--from", OWN, "--to", NEW), "không phải là hợp nhất"),
        (("merge", "--from", OWN, "--from", OTHER), "đúng một đơn vị tiếp nhận"),
        (("rename", "--from", OWN, "--to", "Sở X", "--to", "Sở Y"), "một tên mới"),
        (("rename", "--from", OWN, "--to", OWN), "đang mang đúng tên"),
        (("rename", "--from", OWN, "--to", OTHER), "của một đơn vị khác"),
        (("split", "--from", OWN, "--to", "Sở X"), "hai đơn vị tiếp nhận"),
        (("split", "--from", OWN, "--from", OTHER, "--to", "X", "--to", "Y"), "từng đơn vị một"),
        (("transfer", "--from", OWN, "--to", OWN), "đơn vị khác tiếp nhận"),
        (("dissolve", "--from", OWN, "--to", OWN), "không thể vừa kết thúc"),
        (("dissolve", "--from", "Sở Kế hoạch và Đầu tư"), "đã kết thúc hoạt động ngày 28/02/2025"),
        (("transfer", "--from", OWN, "--to", "Sở Kế hoạch và Đầu tư"), "không thể tiếp nhận"),
    ],
)
def test_that_what_cannot_be_meant_is_refused_and_changes_nothing(
    console: Console, words: tuple[str, ...], sign: str
) -> None:
    told = console(*SUCCEED, "--date", "1/3/2026", "--kind", *words)

    assert sign in told.refusal
    assert console("undo").refusal


def test_that_the_nearest_names_are_told(console: Console) -> None:
    wrong = (*SUCCEED, "--kind", "dissolve", "--from", "Sở Ngoại vu tỉnh", "--date", "1/3/2026")

    assert OWN in console(*wrong).refusal


@pytest.mark.parametrize("day", ["31/2/2026", "3/2026", "hôm qua"])
def test_that_a_day_that_is_none_is_refused(console: Console, day: str) -> None:
    assert console(*SUCCEED, "--kind", "dissolve", "--from", OWN, "--date", day).refusal


def test_that_bodies_do_not_take_over_each_other(console: Console) -> None:
    first = (*SUCCEED, "--kind", "merge", "--date", "1/3/2026", "--from", OTHER, "--to", OWN)
    console.json(*first)

    again = (*SUCCEED, "--kind", "merge", "--date", "1/3/2025", "--from", OWN, "--to", OTHER)
    assert "nối vòng tròn" in console(*again).refusal
    assert "đã có trong danh sách" in console(*first).refusal


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_a_reorganisation_speaks_in_plain_lines(console: Console, language: str) -> None:
    told = console(*MERGE, "--to", NEW, "--lang", language)
    assert len(told.out.splitlines()) == 3
    assert console("units", "undecided", "--lang", language).code == 0
    split = (*SUCCEED, "--kind", "split", "--from", "Sở Công Thương", "--date", "1/3/2026")
    assert len(console(*split, "--to", "A B", "--to", "C D", "--lang", language).out) > 100


@pytest.mark.parametrize("action", ["succeed", "undecided", "choose"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_each_action_explains_itself(console: Console, action: str, language: str) -> None:
    told = console.bare("units", action, "--help", "--lang", language)
    assert (told.code, told.err) == (0, "")
