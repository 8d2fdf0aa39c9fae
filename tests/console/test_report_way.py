"""`report sign`, `report send`, `report answer`: the way of a report, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.console.told import contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

RECIPIENT = "Sở Văn hóa, Thể thao và Du lịch"
PROVINCE = "Ủy ban nhân dân tỉnh Quảng Ngãi"


def _words(action: str, day: str, *more: str) -> tuple[str, ...]:
    return ("report", action, "--year", "2026", "--date", day, *more)


SIGN = _words("sign", "9/12/2026")
ISSUE = _words("issue", "10/12/2026", "--number", "05")
SEND = _words("send", "11/12/2026")
RECEIVED = _words("answer", "14/12/2026", "--outcome", "received")


@pytest.fixture
def code(console: Console, tmp_path: Path) -> str:
    """Return the code of the year's report, exported."""
    console.json("activity", "add", "--title", "Đón đoàn", "--task", "1.10", "--date", "12/3/2026")
    made: dict[str, Any] = console.json(
        "report", "export", "--year", "2026", "--out", tmp_path / "bc.docx"
    )
    return str(made["code"])


def test_that_a_report_goes_its_way_and_each_step_can_be_undone(
    console: Console, code: str
) -> None:
    signer = ("--signer", "Trần Thị B", "--title", "Phó Giám đốc")
    assert console.json(*SIGN, *signer) == {
        "signed": "2026-12-09",
        "submission": 1,
        "code": code,
        "signer": "Trần Thị B",
        "title": "Phó Giám đốc",
    }
    edition = console.json(*ISSUE)["edition"]
    assert console.json(*SEND) == {
        "sent": "2026-12-11",
        "edition": edition,
        "number": "05/BC-SNgV",
        "recipient": RECIPIENT,
        "way": "software",
    }
    answered = console.json(*RECEIVED, "--number", "312", "--note", "đủ")
    assert answered == {
        "answered": "2026-12-14",
        "edition": edition,
        "recipient": RECIPIENT,
        "outcome": "received",
        "number": "312",
        "note": "đủ",
    }
    undone = [console.json("undo")["undone"] for _step in range(4)]
    assert undone == [
        f"Ghi trả lời của {RECIPIENT}",
        f"Ghi gửi báo cáo số 05/BC-SNgV: {RECIPIENT}",
        "Phát hành báo cáo số 05/BC-SNgV",
        "Ghi đã ký bản trình lần 1",
    ]
    assert console.json("doctor")["ok"]


@pytest.mark.usefixtures("code")
def test_that_who_answered_has_to_be_named_where_several_may_have(console: Console) -> None:
    console.json(*ISSUE)
    console.json(*SEND)
    console.json(*SEND, "--recipient", PROVINCE, "--way", "post")
    before = contents(console.data)

    assert f"nhiều nơi: {RECIPIENT}; {PROVINCE}" in console(*RECEIVED).refusal
    assert "chưa ghi gửi" in console(*RECEIVED, "--recipient", "Sở Tài chính").refusal
    assert contents(console.data) == before

    named = "uy ban nhan dan tinh quang ngai"
    back = _words("answer", "14/12/2026", "--outcome", "asked_back", "--recipient", named)
    assert console.json(*back)["recipient"] == PROVINCE
    assert console.json(*RECEIVED)["recipient"] == RECIPIENT


@pytest.mark.usefixtures("code")
def test_that_a_step_before_its_time_is_refused_and_changes_nothing(console: Console) -> None:
    before = contents(console.data)
    assert "chưa phát hành" in console(*SEND).refusal
    assert "chưa phát hành" in console(*RECEIVED).refusal
    assert contents(console.data) == before
    console.json(*ISSUE)
    assert "chưa ghi gửi đi đâu" in console(*RECEIVED).refusal
    assert "bản trình nào mới hơn" in console(*SIGN).refusal
    early = _words("send", "1/12/2026")
    assert "trước ngày ban hành" in console(*early).refusal


def test_that_nothing_is_signed_before_it_is_exported_or_twice(
    console: Console, tmp_path: Path
) -> None:
    assert "xuất báo cáo trước" in console(*SIGN).refusal
    console.json("report", "export", "--year", "2026", "--out", tmp_path / "bc.docx")
    assert console.json(*SIGN)["signer"] == ""
    assert "đã ghi là ký ngày 09/12/2026" in console(*SIGN).refusal


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_each_step_is_told_in_a_line(console: Console, language: str) -> None:
    spoken = ("--lang", language)
    back = _words("answer", "14/12/2026", "--outcome", "asked_back")
    steps = (SIGN, ISSUE, SEND, RECEIVED, back)
    told = [console(*words, *spoken) for words in steps]
    assert [each.code for each in told] == [0] * len(steps)
    for each, said in zip(told, ("09/12/2026", "05/BC-SNgV", RECIPIENT, RECIPIENT), strict=False):
        assert said in each.out
    assert told[3].out != told[4].out
