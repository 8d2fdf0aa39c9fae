"""The chart of annex II: how many activities each task had, as annex I lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.document import Chart, Series
from ttdn_desktop.domain.report_case import joined

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_FEWEST = 2
"""A bar alone compares nothing; nor do bars that are all alike."""

_MOST = 20
"""More bars than this are no picture any more; the tasks with the most activities stay."""

_OWN, _SHARED = "Chủ trì, tham mưu", "Phối hợp, tham gia"


def task_chart(facts: ReportFacts) -> Chart | None:
    """Return activities by task, own and shared, or None where there are no two to compare.

    An activity that serves several tasks is shown at each of them, as in annex I.
    """
    active = [task for task in facts.tasks() if task.activities]
    if len({len(task.activities) for task in active}) < _FEWEST:
        return None
    busiest = sorted(active, key=lambda task: -len(task.activities))[:_MOST]
    shown = [task for task in active if task in busiest]
    own = [float(sum(each.part in OWN_PARTS for each in task.activities)) for task in shown]
    shared = [len(task.activities) - mine for task, mine in zip(shown, own, strict=True)]
    both = (Series(_OWN, tuple(own)), Series(_SHARED, tuple(shared)))
    return Chart(
        "annex.figures.chart",
        _title(facts, left_out=len(active) - len(shown)),
        tuple(f"Nhiệm vụ {task.code}" for task in shown),
        tuple(each for each in both if any(each.values)),
        _said(shown),
        records=tuple(dict.fromkeys(each.id for task in shown for each in task.activities)),
    )


def _title(facts: ReportFacts, *, left_out: int) -> str:
    most = f", {_MOST} nhiệm vụ có nhiều hoạt động nhất" if left_out else ""
    return f"Biểu đồ: Số hoạt động theo nhiệm vụ {report_period.named(facts.round)}{most}"


def _said(shown: list[ItemFacts]) -> str:
    bars = [f"nhiệm vụ {task.code}: {len(task.activities)}" for task in shown]
    return f"Biểu đồ thanh, số hoạt động của từng nhiệm vụ: {joined(bars)}."
