"""Section II of the report: what was done, by the five directions of the plan, task by task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.plan import Direction, ItemKind
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import gap, heading, paragraph
from ttdn_desktop.domain.report_money import money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

GROUPED_FROM = 3
"""From so many activities up an item is told as one sentence of sums (rule 2 of the wording)."""

HIGHLIGHTS = 2
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Điểm: the Vietnamese alphabet's order (Decree 30, annex I, II.6.đ)."""


def clause(facts: ReportFacts, number: int, direction: Direction) -> Iterator[Block]:
    """Tell one direction: its own activities, then its tasks by involvement, then their states."""
    key = f"ii.{number}"
    yield heading(key, Role.CLAUSE, f"{number}. {direction.title}")
    own = [item for item in facts.items if item.item.id == direction.id]
    tasks = [item for item in facts.tasks() if _belongs(facts, item, direction)]
    for item in own:
        if item.activities or item.state or (item.must_answer and not tasks):
            yield from item_blocks(facts, item, key)
    yield from _groups(facts, key, [item for item in tasks if _told(item)])
    yield from _stated(facts, key, tasks)
    if tasks and direction is facts.version.directions[-1]:
        yield from money(facts)


def _belongs(facts: ReportFacts, item: ItemFacts, direction: Direction) -> bool:
    group = item.code.partition(".")[0]
    return any(
        each.code == group and each.direction_code == direction.code
        for each in facts.version.groups
    )


def _told(item: ItemFacts) -> bool:
    return item.state in {TaskState.DONE, TaskState.IN_PROGRESS}


def _groups(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    labels: dict[str, set[Involvement | None]] = {
        f"Nhiệm vụ {facts.body.name} chủ trì": {Involvement.LEAD},
        "Nhiệm vụ phối hợp": {Involvement.SUPPORT, Involvement.OPTIONAL, None},
        "Nhiệm vụ chung": {Involvement.COMMON},
    }
    filled = [
        (label, [item for item in items if item.involvement in kinds])
        for label, kinds in labels.items()
    ]
    filled = [(label, group) for label, group in filled if group]
    for place, (label, group) in enumerate(filled):
        if len(filled) > 1:
            text = f"{LETTERS[place]}) {label}"
            yield Block(f"{key}.{LETTERS[place]}", Role.POINT, (Sentence(text),))
        for item in group:
            lead_in = _lead_in(facts, item)
            yield from item_blocks(facts, item, key, lead_in=lead_in, role=Role.BULLET)


def _lead_in(facts: ReportFacts, item: ItemFacts) -> str:
    code = f" (nhiệm vụ {item.code})" if facts.codes_shown else ""
    return f"{item.item.title.rstrip('.')}{code}: "


def item_blocks(
    facts: ReportFacts,
    item: ItemFacts,
    key: str,
    lead_in: str = "",
    role: Role = Role.BODY,
) -> Iterator[Block]:
    """Tell one item: its activities, or the state that was set, or the gap."""
    key = f"{key}.{item.code.lower()}"
    sentences = list(_sentences(facts, item))
    if item.state is TaskState.SEPARATE:
        sentences = [Sentence(f"{facts.body.short} có báo cáo riêng theo chế độ mật.")]
    elif item.state is None and item.must_answer:
        yield gap(key, f"Chưa nhập: {named(item)}. Bổ sung trước khi trình ký")
        return
    elif not sentences:
        sentences = [Sentence(_set_state(facts, item))]
    if lead_in:
        sentences[0] = Sentence(lead_in + sentences[0].text, sentences[0].records)
    yield Block(f"{key}.result", role, tuple(sentences))


def named(item: ItemFacts) -> str:
    """Return an item by code and title, for a sentence."""
    kinds = {ItemKind.TASK: "nhiệm vụ", ItemKind.DIRECTION: "mục", ItemKind.DUTY: "mục"}
    return f"{kinds[item.kind]} {item.code} ({words.lower_first(item.item.title.rstrip('.'))})"


def _set_state(facts: ReportFacts, item: ItemFacts) -> str:
    texts = {
        TaskState.NONE: "không có hoạt động phát sinh trong kỳ",
        TaskState.NOT_STARTED: "chưa triển khai trong kỳ",
        TaskState.IN_PROGRESS: "đang triển khai",
        TaskState.DONE: "đã có kết quả",
    }
    reason = f": {words.lower_first(item.reason)}" if item.reason else ""
    return words.sentence(f"{facts.body.short} {texts[item.state or TaskState.NONE]}{reason}")


def _sentences(facts: ReportFacts, item: ItemFacts) -> Iterator[Sentence]:
    here = [each for each in item.activities if facts.first_told_at(each) == item.code]
    if len(here) < GROUPED_FROM:
        yield from (_one(facts, activity) for activity in here)
    else:
        yield _many(facts, here)
        for activity in [each for each in here if each.highlight][:HIGHLIGHTS]:
            yield Sentence(
                f"Nổi bật: {words.lower_first(_one(facts, activity).text)}", (activity.id,)
            )
    yield from _elsewhere(facts, item)


def _one(facts: ReportFacts, activity: Activity) -> Sentence:
    told = words.told(activity, facts.body.short, facts.figures((activity,)))
    return Sentence(told + _issued(activity), (activity.id,))


def _issued(activity: Activity) -> str:
    documents = [citation.full(proof.document) for proof in activity.evidence if proof.document]
    return f" (Văn bản: {'; '.join(documents)}.)" if documents else ""


def _many(facts: ReportFacts, activities: Sequence[Activity]) -> Sentence:
    parts = [(part, sum(activity.part is part for activity in activities)) for part in words.PARTS]
    shares = [f"{words.PARTS[part]} {counted(number)}" for part, number in parts if number]
    spread = f" ({', '.join(shares)})" if len(shares) > 1 else ""
    verb = words.PARTS[activities[0].part] if len(shares) == 1 else "thực hiện"
    text = f"Trong kỳ, {facts.body.short} đã {verb} {counted(len(activities))} hoạt động{spread}"
    if figures := words.listed(facts.figures(tuple(activities))):
        text += f": {figures}"
    return Sentence(words.sentence(text), tuple(activity.id for activity in activities))


def _elsewhere(facts: ReportFacts, item: ItemFacts) -> Iterator[Sentence]:
    places: dict[str, list[Activity]] = {}
    for activity in item.activities:
        if (code := facts.first_told_at(activity)) != item.code:
            places.setdefault(code, []).append(activity)
    if not places:
        return
    counts = [f"{counted(len(acts))} hoạt động tại {_place(code)}" for code, acts in places.items()]
    records = tuple(activity.id for acts in places.values() for activity in acts)
    yield Sentence(
        f"Thực hiện lồng ghép qua {words.joined(counts)} (không tính lặp số liệu).", records
    )


def _place(code: str) -> str:
    return f"nhiệm vụ {code}" if code[0].isdigit() else f"mục {code} của Kế hoạch"


def _stated(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    """Close a clause: báo cáo riêng, không phát sinh in one sentence, then the gaps."""
    separate = [item for item in items if item.state is TaskState.SEPARATE]
    if separate:
        text = (
            f"Đối với {task_codes(separate)}, {facts.body.short} có báo cáo riêng theo chế độ mật."
        )
        yield paragraph(f"{key}.separate", text)
    nothing = [item for item in items if item.state is TaskState.NONE]
    if nothing:
        subject = f"{facts.body.short} không có hoạt động phát sinh trong kỳ"
        text = f"{subject} đối với {task_codes(nothing)}"
        yield paragraph(f"{key}.none", words.sentence(text + _reasons(nothing)))
    for item in items:
        if item.state is None:
            yield gap(f"{key}.{item.code}", f"Chưa nhập: {named(item)}. Bổ sung trước khi trình ký")


def task_codes(items: Sequence[ItemFacts]) -> str:
    """Return "nhiệm vụ 2.1" or "các nhiệm vụ 2.1, 2.2 và 2.5"."""
    tasks = [item.code for item in items]
    return ("các nhiệm vụ " if len(tasks) > 1 else "nhiệm vụ ") + words.joined(tasks)


def _reasons(items: Sequence[ItemFacts]) -> str:
    reasons = [(item.code, item.reason) for item in items if item.reason]
    if not reasons:
        return ""
    if len(items) == 1:
        return f" ({words.lower_first(reasons[0][1].rstrip('.'))})"
    told = [f"{code}: {words.lower_first(reason.rstrip('.'))}" for code, reason in reasons]
    return f" ({'; '.join(told)})"
