"""Section I: the unit's own plan, the documents issued, the officer in charge, other duties."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.report_alike import GROUPED_FROM
from ttdn_desktop.domain.report_citations import cited
from ttdn_desktop.domain.report_items import item_block, one, sentences, told_here
from ttdn_desktop.domain.report_running import run_together
from ttdn_desktop.domain.report_sentences import references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_OWN_PLAN = "IV.1"
_PLANS = 2
_PLAN = re.compile(r"\bkế hoạch|chương trình công tác\b", re.IGNORECASE)
_OFFICER_TASK = "3.4"
_DOCUMENTS, _OFFICERS = "V1", "R3"
_ISSUED_BY = "cap_ban_hanh"
_BY_PROVINCE, _BY_ITSELF = "UBND tỉnh (đơn vị tham mưu)", "đơn vị ban hành"
_FULL_TIME = "chuyên trách"


def direction_work(facts: ReportFacts) -> Iterator[Block]:
    """Tell the unit's duties of section IV: its own plan first, then its other duties."""
    duties = {item.code: item for item in facts.items if item.kind is ItemKind.DUTY}
    if own := duties.pop(_OWN_PLAN, None):
        yield from _own_plan(facts, own)
    yield from _issued(facts)
    yield from _officer(facts)
    for code in sorted(duties):
        duty = duties[code]
        if duty.must_answer or duty.state:
            lead_in = f"Thực hiện trách nhiệm tại mục {code} của Kế hoạch: "
            yield item_block(facts, duty, f"i.{code.lower()}", lead_in=lead_in)


def told_in_direction_work(facts: ReportFacts) -> frozenset[str]:
    """Return the ids of what section I tells of the officer, so that it is not told again."""
    return frozenset(activity.id for activity in _appointments(facts))


def _own_plan(facts: ReportFacts, duty: ItemFacts) -> Iterator[Block]:
    if not (duty.must_answer or duty.state):
        return
    key = f"i.{duty.code.lower()}"
    if not duty.activities:
        lead_in = "Về xây dựng kế hoạch hoặc lồng ghép để triển khai Kế hoạch: "
        yield item_block(facts, duty, key, lead_in=lead_in)
        return
    plans = sorted((each for each in duty.activities if _is_plan(facts, each)), key=_programme)
    plans = plans[:_PLANS]
    told = [each for plan in plans for each in one(facts, duty, plan)]
    apart = frozenset(plan.id for plan in plans) | _only_counted(facts, duty, plans)
    if apart != {activity.id for activity in duty.activities}:
        told += sentences(facts, duty, apart)
    first, *more = run_together(told, (facts.body.short,))
    name = f"{facts.body.name} đã "
    text = re.sub(rf"^{re.escape(facts.body.short)} đã ", name, first.text)
    yield Block(f"{key}.result", Role.BODY, (replace(first, text=text), *more))


def _only_counted(facts: ReportFacts, duty: ItemFacts, plans: Sequence[Activity]) -> frozenset[str]:
    """Return the ids of the other documents issued, where they are too many to be named.

    They are counted in the sentence of all documents, which knows them.
    """
    named = {plan.id for plan in plans}
    others = [
        each
        for each in told_here(facts, duty)
        if each.id not in named
        and any(reading.value for reading in each.readings)
        and {reading.code for reading in each.readings} == {_DOCUMENTS}
    ]
    enough = len(others) >= GROUPED_FROM
    return frozenset(each.id for each in others) if enough else frozenset()


def _programme(activity: Activity) -> bool:
    """Tell whether a plan is one of work in general, told behind that of this work."""
    return not any(each.type_name.casefold() == "kế hoạch" for each in references([activity]))


def _is_plan(facts: ReportFacts, activity: Activity) -> bool:
    """Tell whether the unit's own plan, or a programme of work, was issued by an activity."""
    papers = {each.type_name.casefold() for each in references([activity])}
    at = facts.first_told_at(activity) == _OWN_PLAN
    return at and bool(_PLAN.search(activity.title)) and bool(papers)


def _issued(facts: ReportFacts) -> Iterator[Block]:
    """Tell how many documents were issued, and by whom (V1 by its cấp ban hành)."""
    sets = {id(each.readings): each.readings for each in facts.activities}  # many share a tuple
    counting = {key for key, read in sets.items() if _DOCUMENTS in {one.code for one in read}}
    counted_here = [each for each in facts.activities if id(each.readings) in counting]
    for figure in facts.figures(counted_here):
        if figure.indicator.code == _DOCUMENTS and figure.value:
            yield Block(
                "i.documents", Role.BODY, (Sentence(_counts(facts, figure), figure.records),)
            )


def _counts(facts: ReportFacts, figure: Figure) -> str:
    short, total = facts.body.short, figure.value or Decimal(0)
    by = {split.value: value for split, value in figure.parts if split.name == _ISSUED_BY}
    others = {name: value for name, value in by.items() if name not in {_BY_PROVINCE, _BY_ITSELF}}
    advised, own = by.get(_BY_PROVINCE, Decimal(0)), by.get(_BY_ITSELF, Decimal(0))
    advising = f"tham mưu Ủy ban nhân dân tỉnh ban hành {counted(advised)} văn bản"
    issuing = f"ban hành theo thẩm quyền {counted(own)} văn bản"
    told = [text for text, number in ((advising, advised), (issuing, own)) if number]
    told += [f"{counted(value)} văn bản của {name}" for name, value in others.items() if value]
    if told and advised + own + sum(others.values()) == total and not others:
        return f"Trong kỳ, {short} đã {' và '.join(told)} hướng dẫn, triển khai."
    among = f", trong đó {' và '.join(told)}" if told else ""
    text = f"Trong kỳ, {short} đã ban hành, tham mưu ban hành {counted(total)} văn bản chỉ đạo, "
    return f"{text}hướng dẫn, triển khai{among}."


def _appointments(facts: ReportFacts) -> list[Activity]:
    """Return the activities by which the officer was put in charge."""
    return [
        activity
        for item in facts.items
        if item.code == _OFFICER_TASK
        for activity in told_here(facts, item)
        if any(reading.code == _OFFICERS and reading.value == 1 for reading in activity.readings)
    ][:1]


def _officer(facts: ReportFacts) -> Iterator[Block]:
    appointed = _appointments(facts)
    if facts.officer is None and not appointed:
        return
    decision, full_time = _by(facts, appointed)
    mode = _FULL_TIME if full_time else "kiêm nhiệm"
    basis = f" theo {decision}" if decision else ""
    task = f" (nhiệm vụ {_OFFICER_TASK})" if facts.codes_shown and _is_answered(facts) else ""
    one = facts.body.staff.partition(",")[0]
    text = (
        f"{facts.body.short} phân công 01 {one} {mode} phụ trách công tác thông tin "
        f"đối ngoại{basis}{task}."
    )
    yield Block("i.officer", Role.BODY, (Sentence(text, tuple(each.id for each in appointed)),))


def _is_answered(facts: ReportFacts) -> bool:
    """Tell whether the report is about the task of the officer, and that it is no gap."""
    return any(item.code == _OFFICER_TASK and not facts.is_gap(item) for item in facts.items)


def _by(facts: ReportFacts, appointed: list[Activity]) -> tuple[str, bool]:
    """Return the decision and whether full time: as kept, else as the activity's records say."""
    documents = [cited(each, facts.body.name) for each in references(appointed)]
    if facts.officer is not None:
        return facts.officer.decision or "".join(documents[:1]), facts.officer.full_time
    splits = {
        reading.split.value
        for activity in appointed
        for reading in activity.readings
        if reading.code == _OFFICERS and reading.split
    }
    return "".join(documents[:1]), _FULL_TIME in splits
