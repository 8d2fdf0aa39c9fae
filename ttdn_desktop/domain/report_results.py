"""Section II of the report: what was done, by the five directions of the plan, task by task."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_blocks import heading, paragraph
from ttdn_desktop.domain.report_case import lower_first, sentence
from ttdn_desktop.domain.report_direction import told_in_direction_work
from ttdn_desktop.domain.report_items import item_block, missing, sentences
from ttdn_desktop.domain.report_money import money
from ttdn_desktop.domain.report_outcome import denies
from ttdn_desktop.domain.report_raised import told_with_money
from ttdn_desktop.domain.report_refer import coded, lead_in, tasks, with_code
from ttdn_desktop.domain.report_running import by_company, companies, opened_once, run_together
from ttdn_desktop.domain.report_standing import standing, standing_block
from ttdn_desktop.domain.report_titles import direction_name
from ttdn_desktop.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.plan import Direction
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Điểm: the Vietnamese alphabet's order (Decree 30, annex I, II.6.đ)."""

_AT_A_STRETCH = 1_200
"""Signs of a paragraph that is still read at a stretch: some fourteen lines."""
_IN_THE_ROUND = "Trong kỳ, "
_NO_SUPPORT = frozenset({Involvement.LEAD, Involvement.COMMON})
_TOLD = frozenset({TaskState.DONE, TaskState.IN_PROGRESS})
_QUIET = "Ngoài các nhiệm vụ nêu trên, trong kỳ {} không có hoạt động khác."
_SHARED_NOTE = (
    "Số liệu của hoạt động phối hợp, tham gia thuộc đơn vị chủ trì, không cộng vào số liệu của {}."
)


def results(facts: ReportFacts) -> Iterator[Block]:
    """Tell the directions that the report is about, one by one, the money under the last."""
    carried = standing(facts)
    told_before = told_in_direction_work(facts) | told_with_money(facts)
    told = _clauses(facts, told_before, carried)
    yield from _said_once(told, _SHARED_NOTE.format(facts.body.short))


def _said_once(blocks: Iterable[Block], note: str) -> Iterator[Block]:
    """Yield blocks of which only the first ends with a note that is true of them all."""
    said = False
    for block in blocks:
        last = block.sentences[-1:]
        noted = bool(last) and last[0].text == note
        yield replace(block, sentences=block.sentences[:-1]) if noted and said else block
        said = said or noted


def _clauses(
    facts: ReportFacts, told_before: frozenset[str], carried: Mapping[str, list[Figure]]
) -> Iterator[Block]:
    asked = [each for each in facts.version.directions if is_about(facts, each)]
    for number, direction in enumerate(asked, start=1):
        yield from _clause(facts, number, direction, told_before)
        yield from standing_block(direction, carried.get(direction.code, []))


def is_about(facts: ReportFacts, direction: Direction) -> bool:
    """Tell whether the report is about a direction: itself, or a task of it."""
    own = any(item.item.id == direction.id for item in facts.items)
    return own or bool(facts.tasks_of(direction))


def _clause(
    facts: ReportFacts, number: int, direction: Direction, told_before: frozenset[str]
) -> Iterator[Block]:
    """Tell one direction: its own activities, then its tasks by involvement, then their states."""
    key = direction.code.lower()
    yield heading(key, Role.CLAUSE, f"{number}. {direction_name(direction.title)}")
    if direction is facts.version.directions[-1]:
        yield from money(facts)
    items = facts.tasks_of(direction)
    told = [item for item in items if _is_told(item, told_before)]
    own = [item for item in facts.items if item.item.id == direction.id]
    for item in own:
        if not _is_quiet(item, items) and (item.state or facts.is_gap(item)):
            yield item_block(facts, item, key)
    yield from _by_involvement(facts, key, told, told_before)
    for item in own:
        if _is_quiet(item, items):
            yield paragraph(f"{key}.result", _QUIET.format(facts.body.short))
    yield from _closing(facts, key, items)


def _is_quiet(own: ItemFacts, items: Sequence[ItemFacts]) -> bool:
    """Tell whether nothing was done for the direction itself, besides its tasks."""
    return own.state is TaskState.NONE and any(item.state in _TOLD for item in items)


def _is_told(item: ItemFacts, told_before: frozenset[str]) -> bool:
    """Tell whether a task has something to be told here and not in section I."""
    left = not item.activities or any(each.id not in told_before for each in item.activities)
    return left and item.state in _TOLD


def _by_involvement(
    facts: ReportFacts, key: str, items: Sequence[ItemFacts], told_before: frozenset[str]
) -> Iterator[Block]:
    """Tell the tasks led as bullets; those supported, and those of all, as running sentences."""
    led = [item for item in items if item.involvement is Involvement.LEAD]
    common = [item for item in items if item.involvement is Involvement.COMMON]
    supported = [item for item in items if item.involvement not in _NO_SUPPORT]
    label = f"Nhiệm vụ {facts.body.name} chủ trì"
    parts = {"lead": (label, led), "support": ("Nhiệm vụ phối hợp", supported),
             "common": ("Nhiệm vụ chung", common)}  # fmt: skip
    filled = {name: part for name, part in parts.items() if part[1]}
    for letter, (name, (title, told)) in zip(LETTERS, filled.items(), strict=False):
        if led and len(filled) > 1:
            yield Block(f"{key}.{name}", Role.POINT, (Sentence(f"{letter}) {title}"),))
        if name == "lead":
            for item in told:
                opening = lead_in(facts, item)
                yield item_block(facts, item, task_key(item), lead_in=opening, role=Role.BULLET)
        else:
            yield from _running(facts, f"{key}.{name}", told, told_before)


def _running(
    facts: ReportFacts, key: str, items: Sequence[ItemFacts], told_before: frozenset[str]
) -> Iterator[Block]:
    """Tell several tasks in one paragraph, what is told of each closed by its code.

    Tasks worked on with the same partner follow one another, so that it is named once; where all
    would be more than is read at a stretch, what was done with each partner is a paragraph.
    """
    told: dict[str, list[Sentence]] = {}
    for item in items:
        *more, last = sentences(facts, item, told_before)
        closed = replace(last, text=with_code(last.text, coded(facts, item)))
        told[item.code.lower()] = [*more, closed]
    first_of = {record for each in told.values() for one in each for record in one.records[:1]}
    with_whom = companies(
        activity for item in items for activity in item.activities if activity.id in first_of
    )
    sets = by_company(told, with_whom)
    together = _paragraph(facts, chain.from_iterable(sets.values()), with_whom)
    notes = _of_others(facts, items)
    if sum(len(each.text) for each in together) <= _AT_A_STRETCH:
        yield Block(f"{key}.result", Role.BODY, (*together, *notes))
        return
    parts = {whom: _paragraph(facts, each, with_whom) for whom, each in sets.items()}
    *before, last_of_all = parts
    for whom in before:
        yield Block(f"{key}.{_word(whom)}.result", Role.BODY, parts[whom])
    told_last = (*parts[last_of_all], *notes)
    yield Block(f"{key}.{_word(last_of_all)}.result", Role.BODY, told_last)


def _paragraph(
    facts: ReportFacts, told: Iterable[Sentence], with_whom: Mapping[str, str]
) -> tuple[Sentence, ...]:
    subjects = (facts.body.short, facts.body.name)
    return tuple(opened_once(run_together(told, subjects, with_whom), _IN_THE_ROUND))


def _word(whom: str) -> str:
    """Return a partner's name, or a task's code, as a part of a key: "so-tai-chinh"."""
    return "-".join(re.findall(r"[a-z0-9.]+", fold(whom)))


def _of_others(facts: ReportFacts, items: Sequence[ItemFacts]) -> Iterator[Sentence]:
    """Say whose the figures are that the unit only supported or joined."""
    shared = [
        activity
        for item in items
        if not item.is_everyones
        for activity in item.activities
        if activity.readings and activity.part not in OWN_PARTS
    ]
    if shared:
        yield Sentence(_SHARED_NOTE.format(facts.body.short))


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
        yield paragraph(f"{key}.none", sentence(_nothing(facts, nothing)))
    yield from (missing(facts, task_key(item), item) for item in items if facts.is_gap(item))


def _nothing(facts: ReportFacts, items: Sequence[ItemFacts]) -> str:
    """Return that nothing was done, in the words of the one reason where it says so itself."""
    reasons = {item.reason for item in items}
    if len(reasons) == 1 and denies(reason := reasons.pop()):
        return f"Đối với {tasks(facts, items)}, {lower_first(reason)}"
    text = f"{facts.body.short} không có hoạt động phát sinh trong kỳ đối với {tasks(facts, items)}"
    return text + _reasons(facts, items)


def _reasons(facts: ReportFacts, items: Sequence[ItemFacts]) -> str:
    """Return the reasons in brackets, a reason that several tasks share once."""
    given: dict[str, list[ItemFacts]] = {}
    for item in items:
        if item.reason:
            given.setdefault(lower_first(item.reason), []).append(item)
    if not given:
        return ""
    if len(given) == 1 and sum(map(len, given.values())) == len(items):
        return f" ({next(iter(given))})"
    told = [f"{tasks(facts, of)}: {reason}" for reason, of in given.items()]
    return f" ({'; '.join(told)})"
