"""`plan import --body`: what a name is that nobody knows, said on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from ttdn_desktop.console import plan_import

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

STRANGE = "Sở Quan hệ quốc tế"
BASIS = "Nghị quyết số 12/NQ-HĐND ngày 10/02/2026"


@pytest.fixture
def listed(console: Console, tmp_path: Path) -> str:
    """Return a file of the plan's tasks in which a body that nobody knows leads task 1.1."""
    target = tmp_path / "danh-muc.xlsx"
    console.json("plan", "write", "--out", str(target))
    book = openpyxl.load_workbook(target)
    for row in book.worksheets[0].iter_rows():
        if row[0].value == "1.1":
            row[2].value = STRANGE
    book.save(target)
    return str(target)


def _import(console: Console, listed: str, *words: str) -> dict[str, Any]:
    told: dict[str, Any] = console.json("plan", "import", listed, *words)
    return told


def test_that_a_name_that_nothing_is_said_of_is_told_and_stays(
    console: Console, listed: str
) -> None:
    told = _import(console, listed, "--apply")

    assert (told["unknown_units"], told["lead_changed"]) == ([STRANGE], ["1.1"])
    assert console.json("plan", "show")["tasks"][0]["lead"] == [STRANGE]


@pytest.mark.parametrize(
    "said", ["new:department", f"successor:Sở Y tế;Sở Nội vụ@2025-08-01@{BASIS}"]
)
def test_that_a_body_is_begun_and_one_undo_takes_all_back(
    console: Console, listed: str, said: str
) -> None:
    before = console.json("units")

    told = _import(console, listed, "--body", f"{STRANGE}={said}", "--apply")

    assert (told["applied"], told["unknown_units"], told["lead_changed"]) == (True, [], ["1.1"])
    assert STRANGE in [each["name"] for each in console.json("units")["units"]]
    console.json("undo")
    assert console.json("units") == before
    assert console.json("doctor")["ok"]


def test_that_another_name_of_the_lead_changes_nothing_of_the_plan(
    console: Console, listed: str
) -> None:
    lead = console.json("plan", "show")["tasks"][0]["lead"][0]

    told = _import(console, listed, "--body", f"{STRANGE}=alias:{lead}")

    assert (told["differs"], told["lead_changed"], told["unknown_units"]) == (False, [], [])
    assert _import(console, listed)["unknown_units"] == [STRANGE]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        (STRANGE, "--body"),
        (f"{STRANGE}=old:x", "--body"),
        (f"{STRANGE}=alias:", "--body"),
        (f"{STRANGE}=new:castle", "castle"),
        (f"{STRANGE}=alias:Sở Trời", "Sở Trời"),
        (f"{STRANGE}=successor:Sở Y tế@2026-03-01", "--body"),
        (f"{STRANGE}=successor:Sở Y tế@quý I/2026@{BASIS}", "quý I/2026"),
        ("Sở Khác=new:department", STRANGE),
    ],
)
def test_that_what_cannot_be_is_refused_with_one_line_and_changes_nothing(
    console: Console, listed: str, said: str, part: str
) -> None:
    refused = console("plan", "import", listed, "--body", said, "--apply")

    assert (refused.code, refused.out) == (1, "")
    assert part in refused.err
    assert len(refused.err.strip().splitlines()) == 1
    assert _import(console, listed)["unknown_units"] == [STRANGE]


def test_that_a_name_is_said_once(console: Console, listed: str) -> None:
    both = ("--body", f"{STRANGE}=new:department", "--body", f"{STRANGE}=new:press")

    assert STRANGE in console("plan", "import", listed, *both).err


def test_that_nothing_need_be_said() -> None:
    parser = argparse.ArgumentParser()
    plan_import.arguments(parser)

    assert parser.parse_args(["danh-muc.xlsx"]).bodies == []
