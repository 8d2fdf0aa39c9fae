"""Section II of the report: what was done, by the five directions of the plan, task by task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_items import item_block, missing
from ttdn_desktop.domain.report_money import money
from ttdn_desktop.domain.report_refer import lead_in, tasks
from ttdn_desktop.domain.report_standing import standing, standing_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.plan import Direction
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Điểm: the Vietnamese alphabet's order (Decree 30, annex I, II.6.đ)."""


def results(facts: ReportFacts) -> Iterator[Block]:
    """Tell the directions one by one, and the money under the last: "Tăng cường nguồn lực"."""
    carried = standing(facts)
    for number, direction in enumerate(_asked(facts), start=1):
        yield from _clause(facts, number, direction)
        yield from standing_block(direction, carried.get(direction.code, []))
    yield from money(facts)


def _asked(facts: ReportFacts) -> Iterator[Direction]:
    """Yield the directions; of a round that asks for some items, those that have one of them."""
    wanted = {item.item.id for item in facts.items}
    for direction in facts.version.directions:
        some = direction.id in wanted or facts.tasks_of(direction)
        if some or not facts.round.terms.item_ids:
            yield direction


def _clause(facts: ReportFacts, number: int, direction: Direction) -> Iterator[Block]:
    """Tell one direction: its own activities, then its tasks by involvement, then their states."""
    key = direction.code.lower()
    yield heading(key, Role.CLAUSE, f"{number}. {direction.title}")
    items = facts.tasks_of(direction)
    told = [item for item in items if _is_told(item)]
    for own in facts.items:
        if own.item.id == direction.id:
            yield from _own(facts, own, key, besides=bool(told))
    yield from _by_involvement(facts, key, told)
    yield from _closing(facts, key, items)


def _own(facts: ReportFacts, item: ItemFacts, key: str, *, besides: bool) -> Iterator[Block]:
    """Tell what was done for the direction itself, `besides` its tasks."""
    if item.state is TaskState.NONE and besides:
        text = "Ngoài các nhiệm vụ nêu dưới đây, {} không có hoạt động khác phát sinh trong kỳ."
        yield paragraph(f"{key}.result", text.format(facts.body.short))
    elif item.state or facts.is_gap(item):
        yield item_block(facts, item, key)


def _is_told(item: ItemFacts) -> bool:
    return item.state in {TaskState.DONE, TaskState.IN_PROGRESS}


def _by_involvement(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    parts: dict[str, tuple[str, set[Involvement | None]]] = {
        "lead": (f"Nhiệm vụ {facts.body.name} chủ trì", {Involvement.LEAD}),
        "support": (
            "Nhiệm vụ phối hợp",
            {Involvement.SUPPORT, Involvement.OPTIONAL, None},
        ),
        "common": ("Nhiệm vụ chung", {Involvement.COMMON}),
    }
    filled = {
        name: (label, told)
        for name, (label, kinds) in parts.items()
        if (told := [item for item in items if item.involvement in kinds])
    }
    for letter, (name, (label, told)) in zip(LETTERS, filled.items(), strict=False):
        if len(filled) > 1:
            yield Block(f"{key}.{name}", Role.POINT, (Sentence(f"{letter}) {label}"),))
        for item in told:
            yield item_block(
                facts, item, task_key(item), lead_in=lead_in(facts, item), role=Role.BULLET
            )


def task_key(item: ItemFacts) -> str:
    """Return the key of a task's paragraph: "ii.1.10"."""
    return f"ii.{item.code}"


def _closing(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    """Close a clause: báo cáo riêng, không phát sinh in one sentence each, then the gaps."""
    short = facts.body.short
    if separate := [item for item in items if item.state is TaskState.SEPARATE]:
        text = f"Đối với {tasks(facts, separate)}, {short} có báo cáo riêng theo chế độ mật."
        yield paragraph(f"{key}.separate", text)
    if nothing := [item for item in items if item.state is TaskState.NONE]:
        text = f"{short} không có hoạt động phát sinh trong kỳ đối với {tasks(facts, nothing)}"
        yield paragraph(f"{key}.none", sentence(text + _reasons(nothing)))
    yield from (missing(task_key(item), item) for item in items if facts.is_gap(item))


def _reasons(items: Sequence[ItemFacts]) -> str:
    reasons = [(item.code, lower_first(item.reason)) for item in items if item.reason]
    if not reasons:
        return ""
    if len(items) == 1:
        return f" ({reasons[0][1]})"
    return f" ({'; '.join(f'nhiệm vụ {code}: {reason}' for code, reason in reasons)})"
