"""The whole path tried, step by step; what fails is told and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.office_desk import TickingClock
from ttdn_desktop.desk import (
    evidence_maker,
    open_desk,
    report_writer,
    table_writer,
    task_reader,
)
from ttdn_desktop.services.self_test import Tools, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.services.ports import ReportWriter

STEPS = ["fonts", "start", "record", "search", "undo", "import", "report", "check"]


def _tools(writer: Callable[[], ReportWriter]) -> Tools:
    return Tools(TickingClock(), open_desk, writer, evidence_maker, task_reader, table_writer)


def test_that_every_step_of_a_sound_copy_holds(tmp_path: Path) -> None:
    steps = run(tmp_path, _tools(report_writer))
    assert [step.name for step in steps] == STEPS
    assert [step.problem for step in steps] == [""] * len(STEPS)
    assert all(step.ok and step.seconds >= 0 for step in steps)


def test_that_a_step_that_breaks_is_told_and_the_rest_is_tried(tmp_path: Path) -> None:
    def broken() -> ReportWriter:
        raise ImportError("lxml")

    steps = run(tmp_path, _tools(broken))
    assert {step.name: step.problem for step in steps if not step.ok} == {
        "report": "ImportError: lxml"
    }
    assert [step.name for step in steps] == STEPS
