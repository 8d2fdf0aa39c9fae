"""What was raised for the work (task 3.5), told beside its money and nowhere else.

"…; ngoài ra, đã huy động 02 doanh nghiệp hỗ trợ in ấn phẩm, trị giá 60 triệu đồng từ nguồn xã hội
hóa (nhiệm vụ 3.5)".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.funding import Source, Stage
from ttdn_desktop.domain.numbers import in_millions
from ttdn_desktop.domain.report_alike import GROUPED_FROM
from ttdn_desktop.domain.report_case import sentence
from ttdn_desktop.domain.report_items import one, told_here
from ttdn_desktop.domain.report_refer import coded, with_code
from ttdn_desktop.domain.report_running import companies, run_together
from ttdn_desktop.domain.report_words import Opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.document import Sentence
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_TASK = "3.5"
_RAISES = Opener(("vận động", "huy động", "tiếp nhận", "kêu gọi"))
_OF_SOCIAL = " từ nguồn xã hội hóa"


def told_with_money(facts: ReportFacts) -> frozenset[str]:
    """Return the ids of what is told beside the money."""
    return frozenset(activity.id for activity in _raising(facts))


def alone(facts: ReportFacts) -> Sentence | None:
    """Return what raised all the money in one sentence, without its subject, or None."""
    raising, item = _raising(facts), _item(facts)
    if item is None or len(raising) != 1 or not _is_all(facts, raising):
        return None
    (activity,) = raising
    subject = f"{facts.body.short} đã "
    told, *more = one(facts, item, activity, _worth(activity) + _OF_SOCIAL)
    if more or not told.text.startswith(subject):
        return None
    return replace(told, text=with_code(told.text.removeprefix(subject), coded(facts, item)))


def among(facts: ReportFacts) -> list[Sentence]:
    """Return what raised money as sentences of their own behind the sum."""
    raising, item = _raising(facts), _item(facts)
    if item is None or not raising:
        return []
    told = [each for activity in raising for each in one(facts, item, activity, _worth(activity))]
    first, *more = run_together(told, (facts.body.short, facts.body.name), companies(raising))
    opening = "Cụ thể" if _is_all(facts, raising) else "Trong đó"
    told = [replace(first, text=f"{opening}, {first.text}"), *more]
    last = told.pop()
    return [*told, replace(last, text=sentence(with_code(last.text, coded(facts, item))))]


def _item(facts: ReportFacts) -> ItemFacts | None:
    return next((item for item in facts.items if item.code == _TASK), None)


def _raising(facts: ReportFacts) -> list[Activity]:
    """Return the few activities told at the task that raised money by asking for it."""
    item = _item(facts)
    found = [
        activity
        for activity in (told_here(facts, item) if item else ())
        if activity.fundings and _RAISES.of(activity.title) and _raised(activity)
    ]
    return found if len(found) < GROUPED_FROM else []


def _raised(activity: Activity) -> int:
    return sum(
        each.amount
        for each in activity.fundings
        if each.source is Source.SOCIAL and each.stage is Stage.SPENT
    )


def _is_all(facts: ReportFacts, raising: Sequence[Activity]) -> bool:
    paid = [activity for activity in facts.activities if activity.fundings]
    return sum(map(_raised, paid)) == sum(map(_raised, raising))


def _worth(activity: Activity) -> str:
    return f", trị giá {in_millions(_raised(activity))}"
