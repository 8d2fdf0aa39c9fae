"""Bad input: exit 1, one line, and nothing is changed anywhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.console.told import contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

ADD = ("activity", "add", "--title", "Họp", "--task", "1.10", "--date", "12/3/2026")
REPORT = ("report", "export", "--year", "2026")
DATES = ["30/2/2026", "2026-13-01", "0000-01-01", "hôm qua", " ", "13/2026", "quý V/2026"]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (("--task", "9.9"), '"9.9"'),
        (("--task", "IV.8"), '"IV.8"'),
        (("--task", ""), '""'),
        (("--title", " "), "chưa có tên"),
        (("--until", "11/3/2026"), "trước ngày bắt đầu"),
        (("--reading", "D99=3"), '"D99"'),
        (("--reading", "D1=-3"), "nhỏ hơn 0"),
        (("--reading", "D1=ba"), '"ba"'),
        (("--reading", "D1=1e99"), '"1e99"'),
        (("--reading", "D1=NaN"), '"NaN"'),
        (("--reading", "D1"), '"D1"'),
        (("--reading", "D1=3", "--reading", "D1=4"), "hai lần"),
        (("--reading", "D1=3:nuoc=Lào"), "chưa có tổng số"),
        (("--reading", "D1=3", "--reading", "D1=4:nuoc=Lào"), "lớn hơn tổng số"),
        (("--reading", "D1=3", "--reading", "D1=1:mau=đỏ"), '"mau"'),
        (("--funding", "recurrent=-5"), "nhỏ hơn 0"),
        (("--funding", "recurrent=0,5"), "lẻ dưới một đồng"),
        (("--funding", "recurrent=999999999 tỷ"), "999999999 tỷ"),
        (("--funding", "túi=5"), '"túi"'),
        (("--funding", "recurrent"), '"recurrent"'),
        (("--link", "example.org"), '"example.org"'),
        (("--link", "http://["), "không phải đường dẫn web"),
        (("--link", "javascript:alert(1)"), "không phải đường dẫn web"),
        (("--document", "Kế hoạch số 1/KH-UBND ngày 31/02/2026 của UBND"), "31/02/2026"),
        (("--place", "a\udcff"), "UTF-8"),
    ],
)
def test_that_a_bad_activity_is_refused_and_its_evidence_is_not_kept(
    console: Console, tmp_path: Path, words: tuple[str, ...], sign: str
) -> None:
    proof = tmp_path / "anh.png"
    proof.write_bytes(b"PNG")
    before = contents(console.data)

    assert sign in console(*ADD, "--evidence", proof, *words).refusal
    assert contents(console.data) == before


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("option", ["--date", "--until"])
def test_that_impossible_dates_are_refused(console: Console, date: str, option: str) -> None:
    before = contents(console.data)

    assert f'"{date}"' in console(*ADD, option, date).refusal
    assert contents(console.data) == before


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "set", "--number", "không", "--date", "12/7/2024"),
        ("plan", "set", "--number", "2512", "--date", "7/2024"),
        ("plan", "set", "--number", "2512", "--date", "31/6/2024"),
        ("state", "--year", "2026", "--task", "9.9", "--set", "none"),
        ("state", "--year", "2026", "--task", "1.5", "--task", "9.9", "--set", "none"),
        ("state", "--year", "1", "--task", "1.5", "--set", "none"),
        ("activity", "list", "--from", "30/2/2026"),
        ("undo",),
        ("init", "--unit", "Sở Ngoại vụ"),
        ("init", "--unit", "Sở Không Có"),
    ],
)
def test_that_bad_words_change_nothing(console: Console, words: tuple[str, ...]) -> None:
    before = contents(console.data)

    assert console(*words).refusal
    assert contents(console.data) == before


@pytest.mark.parametrize(
    "words",
    [
        ("init", "--unit", "Sở Không Có"),
        ("init", "--unit", ""),
        ("init", "--unit", "Sở Tư pháp", "--kind", "sở gì"),
        ("init", "--unit", "Sở Ngoại vụ", "--confirm", "KHONG-CO"),
        ("units",),
        ("doctor",),
        ("undo",),
        ADD,
        (*REPORT, "--out", "x.docx"),
    ],
)
def test_that_no_folder_is_made_by_a_refusal(nowhere: Console, words: tuple[str, ...]) -> None:
    assert nowhere(*words).refusal
    assert not nowhere.data.exists()


@pytest.mark.parametrize(
    "words",
    [("--year", "0"), ("--activities", "-1"), ("--unit", "Sở Không Có"), ("--kind", "sở gì")],
)
def test_that_no_sample_is_begun_by_a_refusal(nowhere: Console, words: tuple[str, ...]) -> None:
    assert nowhere.bare("sample", nowhere.data, *words).refusal
    assert not nowhere.data.exists()


@pytest.mark.parametrize(
    "name", ["thiếu.pdf", "thư mục", "xuống\ndòng", "x" * 300, "ống", "\udcff"]
)
def test_that_a_file_that_cannot_be_read_is_refused_and_so_is_its_neighbour(
    console: Console, tmp_path: Path, name: str
) -> None:
    (tmp_path / "thư mục").mkdir()
    os.mkfifo(tmp_path / "ống")
    good = tmp_path / "tốt.pdf"
    good.write_bytes(b"%PDF")
    before = contents(console.data)

    assert console(*ADD, "--evidence", good, "--evidence", tmp_path / name).refusal
    assert contents(console.data) == before


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (("--out", "{}/x.pdf"), "x.pdf"),
        (("--out", "{}/x"), '"x"'),
        (("--out", ""), ".docx"),
        (("--out", "{}/missing/x.docx"), "missing/x.docx"),
        (("--out", "{}/folder.docx"), "folder.docx"),
        (("--out", "{}/" + "y" * 300 + ".docx"), "yyy"),
        (("--out", "{}/x.docx", "--from", "1/1/2026"), "--to"),
        (("--out", "{}/x.docx", "--from", "1/1/2026", "--to", "31/12/2025"), "2025"),
        (("--out", "{}/x.docx", "--from", "1/2020", "--to", "3/2020"), "01/01/2020"),
        (("--out", "{}/x.docx", "--year", "9999"), "9999"),
    ],
)
def test_that_a_report_that_cannot_be_written_leaves_no_trace(
    console: Console, tmp_path: Path, words: tuple[str, ...], sign: str
) -> None:
    out = tmp_path / "out"
    (out / "folder.docx").mkdir(parents=True)
    before = contents(tmp_path)

    assert sign in console(*REPORT, *(word.format(out) for word in words)).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "file/below", "z" * 300, "gone"])
@pytest.mark.parametrize("words", [("units",), ADD, ("doctor",)])
def test_that_a_place_that_holds_no_data_is_told(
    nowhere: Console, tmp_path: Path, place: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("no folder")
    before = contents(tmp_path)

    assert nowhere.bare("--data", tmp_path / place, *words).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "file/below", "z" * 300])
def test_that_a_folder_that_cannot_be_is_told_at_the_start(
    nowhere: Console, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("no folder")

    assert nowhere.bare("--data", tmp_path / place, "init", "--unit", "Sở Ngoại vụ").refusal


def test_that_a_refusal_stays_on_one_line_whatever_is_typed(console: Console) -> None:
    typed = "1.10\nhai dòng\u2028ba" + "dài" * 5000

    assert len(console(*ADD, "--task", typed).refusal) < 600
