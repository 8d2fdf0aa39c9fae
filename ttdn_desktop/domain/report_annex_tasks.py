"""Annex I: each task as a heading row, its activities as rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, Column, Row, RowKind
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.plan import Task
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_annex_outcomes import Outcomes
from ttdn_desktop.domain.report_case import lower_first
from ttdn_desktop.domain.report_deeds import PARTS
from ttdn_desktop.domain.report_extras import marked
from ttdn_desktop.domain.report_facts import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

TASK_COLUMNS = (
    Column("TT", 0.06, Align.CENTER),
    Column("Nhiệm vụ / hoạt động", 0.34),
    Column("Vai trò", 0.09, Align.CENTER),
    Column("Thời gian, địa điểm", 0.15),
    Column("Kết quả, số liệu", 0.25),
    Column("Tài liệu kiểm chứng", 0.11, Align.CENTER),
)
INVOLVEMENTS = {
    Involvement.LEAD: "chủ trì",
    Involvement.SUPPORT: "phối hợp",
    Involvement.COMMON: "chung",
    Involvement.OPTIONAL: "khi có",
    None: "khi có",
}
STATES = {
    None: "Chưa nhập",
    TaskState.NONE: "Không phát sinh",
    TaskState.NOT_STARTED: "Chưa triển khai",
    TaskState.IN_PROGRESS: "Đang triển khai",
    TaskState.DONE: "Có kết quả",
    TaskState.SEPARATE: "Báo cáo riêng theo chế độ mật",
}
_OTHERS = "Hoạt động theo mục II (nhiệm vụ, giải pháp) và mục IV (trách nhiệm) của Kế hoạch"


def task_rows(facts: ReportFacts) -> Iterator[Row]:
    """Yield a band a group, a heading a task, an entry an activity; last what serves no task."""
    tasks, outcomes = facts.tasks(), Outcomes(facts)
    for group in facts.version.groups:
        items = [item for item in tasks if group_of(item) == group.code]
        if items:
            yield Row(f"annex.tasks.{group.code}", RowKind.GROUP, _band(group.code, group.title))
        for item in items:
            yield from _item_rows(facts, item, outcomes)
    yield from _other_rows(facts, {item.item.id for item in tasks}, outcomes)


def _band(code: str, title: str) -> tuple[str, ...]:
    return (code, title, *[""] * (len(TASK_COLUMNS) - 2))


def _item_rows(facts: ReportFacts, item: ItemFacts, outcomes: Outcomes) -> Iterator[Row]:
    key = f"annex.tasks.{item.code}"
    cells = (
        item.code,
        item.title,
        INVOLVEMENTS[item.involvement],
        item.item.period_text if isinstance(item.item, Task) else "",
        _standing(item),
        _proof_standing(item),
    )
    yield Row(key, RowKind.HEADING, cells, tuple(activity.id for activity in item.activities))
    told_at, here = facts.arranged.told_at, item.code
    for activity in item.activities:
        first = told_at[activity.id]
        elsewhere = "" if first == here else f"Nêu và tính tại nhiệm vụ {first}"
        yield _activity_row(facts, key, activity, outcomes, elsewhere)


def _standing(item: ItemFacts) -> str:
    state = STATES[item.state]
    if item.state is TaskState.SEPARATE:
        return state
    if item.activities:
        return f"{state}: {counted(len(item.activities))} hoạt động"
    return f"{state}: {lower_first(item.reason)}" if item.reason else state


def _proof_standing(item: ItemFacts) -> str:
    if not item.activities:
        return ""
    missing = len([each for each in item.activities if not each.evidence])
    return f"Thiếu {counted(missing)}" if missing else "Đủ"


def _activity_row(
    facts: ReportFacts, key: str, activity: Activity, outcomes: Outcomes, elsewhere: str = ""
) -> Row:
    """Return the row of an activity under a heading or a band; `elsewhere` is where it is told."""
    codes, days = facts.arranged.codes, outcomes.days_of(activity)
    code, proofs = codes[activity.id], activity.evidence
    cells = (
        code,
        marked(facts, activity, activity.title),
        PARTS[activity.part],
        f"{days}\n{activity.place}" if activity.place else days,
        elsewhere or outcomes.of(activity),
        ", ".join([codes[proof.id] for proof in proofs]) if proofs else "–",
    )
    return Row(f"{key}.{code}", RowKind.ENTRY, cells, (activity.id,))


def _other_rows(facts: ReportFacts, tasks: set[str], outcomes: Outcomes) -> Iterator[Row]:
    """Yield activities for directions and duties alone, under one band without a heading."""
    others = [each for each in facts.activities if tasks.isdisjoint(each.item_ids)]
    if others:
        yield Row("annex.tasks.other", RowKind.GROUP, _band("", _OTHERS))
    for activity in others:
        yield _activity_row(facts, "annex.tasks.other", activity, outcomes)
