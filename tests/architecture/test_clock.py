"""The clock is read in one place: everything else is handed the day and the instant."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READINGS = {"now", "today", "utcnow", "time", "time_ns"}
CLOCKS = {"datetime", "date", "time"}
PLACE = "ttdn_desktop/desk.py"


def readings(source: str) -> list[str]:
    """Return each call in a module that asks the system for the time: "date.today"."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    attributes = [call for call in calls if isinstance(call, ast.Attribute)]
    return [
        ast.unparse(call)
        for call in attributes
        if call.attr in READINGS and ast.unparse(call.value).split(".")[-1] in CLOCKS
    ]


def test_that_only_the_desk_reads_the_clock() -> None:
    modules = [*(ROOT / "ttdn_desktop").rglob("*.py"), *(ROOT / "db").rglob("*.py")]
    places = {
        module.relative_to(ROOT).as_posix()
        for module in modules
        if readings(module.read_text("utf-8"))
    }

    assert places == {PLACE}


@pytest.mark.parametrize(
    "source", ["datetime.now(UTC)", "date.today()", "time.time_ns()", "datetime.datetime.utcnow()"]
)
def test_that_a_reading_is_found(source: str) -> None:
    assert readings(source) != []


@pytest.mark.parametrize("source", ["clock.today()", "time.monotonic()", "time(9, 30)"])
def test_that_a_clock_handed_in_is_let_through(source: str) -> None:
    assert readings(source) == []
