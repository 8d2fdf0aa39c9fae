"""Section III of the report: coverage, shortcomings and their causes, out of the records alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.activity import Cause
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import gap, heading, paragraph
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_compare import moves, reached
from ttdn_desktop.domain.report_figures import NOUNS
from ttdn_desktop.domain.report_refer import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_CAUSES = {
    Cause.OBJECTIVE: "Về khách quan: ",
    Cause.SUBJECTIVE: "Về chủ quan: ",
    None: "",
}


def assessment(facts: ReportFacts) -> Iterator[Block]:
    """Tell coverage, shortcomings and causes; judgement is left to the officer."""
    yield heading("iii.1", Role.CLAUSE, "1. Ưu điểm")
    yield _coverage(facts)
    yield heading("iii.2", Role.CLAUSE, "2. Tồn tại, hạn chế")
    yield from shortcomings(facts)
    yield heading("iii.3", Role.CLAUSE, "3. Khó khăn, vướng mắc và nguyên nhân")
    yield from obstacles(facts)


def _coverage(facts: ReportFacts) -> Block:
    led = [item for item in facts.tasks() if item.involvement is Involvement.LEAD]
    asked = led or [item for item in facts.tasks() if item.must_answer]
    done = [item for item in asked if item.state is TaskState.DONE]
    if not any(item.activities or item in done for item in asked):
        text = "Chưa ghi nhận nhiệm vụ có hoạt động, kết quả trong kỳ. Bổ sung trước khi trình ký"
        return gap("iii.1.coverage", text)
    whole = not facts.round.terms.item_ids
    kind = "được giao chủ trì" if led and whole else "thuộc phạm vi báo cáo"
    fruitful = [f"{counted(len(done))} nhiệm vụ có kết quả trong kỳ"] if done else []
    counts = [*fruitful, *_others(asked)]
    told = [*counts, *moves(facts, facts.totals() if facts.before else ())]
    text = f"Trong {counted(len(asked))} nhiệm vụ {kind}, {'; '.join(told)}."
    return paragraph("iii.1.coverage", text, *_reached(facts))


def _reached(facts: ReportFacts) -> Iterator[str]:
    """Say how far the year's targets were reached, where there are any."""
    figures = facts.totals() if facts.targets else ()
    told = [
        f"số {NOUNS.get(each.indicator.code, each.indicator.name)} {share}"
        for each in figures
        if (share := reached(facts, each))
    ]
    if told:
        yield sentence("; ".join(told))


def _others(asked: Sequence[ItemFacts]) -> Iterator[str]:
    names = {
        TaskState.IN_PROGRESS: "đang triển khai",
        TaskState.NOT_STARTED: "chưa triển khai",
        TaskState.NONE: "không phát sinh",
        TaskState.SEPARATE: "có báo cáo riêng theo chế độ mật",
    }
    for state, name in names.items():
        if number := sum(item.state is state for item in asked):
            yield f"{counted(number)} nhiệm vụ {name}"


def shortcomings(facts: ReportFacts) -> Iterator[Block]:
    """Tell what was not begun, each with its reason; nothing is made up."""
    late = [item for item in facts.items if item.state is TaskState.NOT_STARTED]
    yield from _not_begun(facts, late)
    if late:
        return
    if gaps := facts.gaps():
        yield gap(
            "iii.2", f"Còn {counted(len(gaps))} nội dung chưa nhập. Bổ sung trước khi trình ký"
        )
    else:
        text = f"Đến ngày {dates.short(facts.round.cutoff)}, không còn nhiệm vụ chưa triển khai."
        yield paragraph("iii.2.none", text)


def _not_begun(facts: ReportFacts, late: Sequence[ItemFacts]) -> Iterator[Block]:
    for item in late:
        reason = f": {lower_first(item.reason)}" if item.reason else ""
        text = sentence(f"Chưa triển khai {named(facts, item)}{reason}")
        yield paragraph(f"iii.2.{item.code.lower()}", text, role=Role.BULLET)


def obstacles(facts: ReportFacts) -> Iterator[Block]:
    """Tell the obstacles by cause, objective first."""
    found = False
    for cause, label in _CAUSES.items():
        told = _gathered(facts.activities, cause)
        if told:
            found = True
            first, *more = told
            opened = Sentence(label + first.text, first.records)
            yield Block(f"iii.3.{cause or 'other'}", Role.BULLET, (opened, *more))
    if not found:
        text = "Chưa nhập khó khăn, vướng mắc. Bổ sung hoặc bỏ mục này trước khi trình ký"
        yield gap("iii.3", text)


def gathered(facts: ReportFacts) -> Iterator[Block]:
    """Tell obstacles and what was not begun, where nothing else is asked for: "Qua tổng hợp, …"."""
    met = {
        sentence(obstacle.text)
        for activity in facts.activities
        for obstacle in activity.obstacles
        if obstacle.text
    }
    late = [item for item in facts.items if item.state is TaskState.NOT_STARTED]
    if met or late:
        found = [f"{counted(len(met))} khó khăn, vướng mắc"] if met else []
        found += [f"{counted(len(late))} nhiệm vụ chưa triển khai"] if late else []
        text = f"Qua tổng hợp, trong kỳ {facts.body.short} có {' và '.join(found)}, cụ thể như sau:"
        yield paragraph("iii.gathered", text)
    yield from _not_begun(facts, late)
    yield from obstacles(facts)


def _gathered(activities: Iterable[Activity], cause: Cause | None) -> list[Sentence]:
    """Return each obstacle of a cause once, with all the activities that met it."""
    told: dict[str, list[str]] = {}
    for activity in activities:
        for obstacle in activity.obstacles:
            if obstacle.cause is cause and obstacle.text:
                told.setdefault(sentence(obstacle.text), []).append(activity.id)
    return [Sentence(text, tuple(dict.fromkeys(ids))) for text, ids in told.items()]
