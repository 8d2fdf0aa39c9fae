"""Section III of the report: coverage, shortcomings and their causes, out of the records alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.activity import Cause
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_results import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ReportFacts


def assessment(facts: ReportFacts) -> Iterator[Block]:
    """Tell coverage, shortcomings and causes; judgement is left to the officer."""
    yield heading("iii.1", Role.CLAUSE, "1. Ưu điểm")
    yield paragraph("iii.1.coverage", _coverage(facts))
    yield heading("iii.2", Role.CLAUSE, "2. Tồn tại, hạn chế")
    yield from _shortcomings(facts)
    yield heading("iii.3", Role.CLAUSE, "3. Nguyên nhân, khó khăn, vướng mắc")
    yield from _obstacles(facts)


def _coverage(facts: ReportFacts) -> str:
    led = [item for item in facts.tasks() if item.involvement is Involvement.LEAD]
    asked = led or [item for item in facts.tasks() if item.must_answer]
    kind = "được giao chủ trì" if led else "phải báo cáo"
    done = sum(bool(item.activities) or item.state is TaskState.DONE for item in asked)
    return (
        f"Trong {counted(len(asked))} nhiệm vụ {kind}, {counted(done)} nhiệm vụ có hoạt động, "
        f"kết quả trong kỳ."
    )


def _shortcomings(facts: ReportFacts) -> Iterator[Block]:
    late = [item for item in facts.items if item.state is TaskState.NOT_STARTED]
    for item in late:
        reason = f": {words.lower_first(item.reason.rstrip('.'))}" if item.reason else ""
        text = words.sentence(f"Chưa triển khai {named(item)}{reason}")
        yield paragraph(f"iii.2.{item.code.lower()}", text, role=Role.BULLET)
    if not late:
        yield paragraph("iii.2.none", "Không có nhiệm vụ chưa triển khai được ghi nhận trong kỳ.")


def _obstacles(facts: ReportFacts) -> Iterator[Block]:
    causes = {
        Cause.OBJECTIVE: "Khách quan",
        Cause.SUBJECTIVE: "Chủ quan",
        None: "",
    }
    found = False
    for cause, label in causes.items():
        told = _gathered(facts.activities, cause)
        if told:
            found = True
            name = f"iii.3.{cause or 'other'}"
            text = "; ".join(words.lower_first(each) for each in told)
            line = words.sentence(f"{label}: {text}" if label else text)
            yield Block(name, Role.BULLET, (Sentence(line, tuple(told.values())),))
    if not found:
        yield paragraph("iii.3.none", "Không có khó khăn, vướng mắc được ghi nhận trong kỳ.")


def _gathered(activities: Iterable[Activity], cause: Cause | None) -> dict[str, str]:
    return {
        obstacle.text.rstrip(" ."): activity.id
        for activity in activities
        for obstacle in activity.obstacles
        if obstacle.cause is cause
    }
