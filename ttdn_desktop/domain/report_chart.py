"""The chart of annex II: the main figures beside those of the year before.

Where no two of them can be compared it shows how many activities each task had, as annex I lists
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_compare, report_period
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.document import Chart, Series
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.report_case import joined, spelled, upper_first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.report_compare import Compared
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

_KEY = "annex.figures.chart"
_FEWEST = 2
"""A bar alone compares nothing; nor do bars that are all alike."""

_MOST = 20
"""More bars than this are no picture any more; the tasks with the most activities stay."""

_OWN, _SHARED = "Chủ trì, tham mưu", "Phối hợp, tham gia"


def figure_chart(facts: ReportFacts, figures: Sequence[Figure]) -> Chart | None:
    """Return the chart that stands over the figures of annex II, or None."""
    return compared_chart(facts, figures) or task_chart(facts)


def compared_chart(facts: ReportFacts, figures: Sequence[Figure]) -> Chart | None:
    """Return the main figures of both years, or None where there are no two to compare.

    Nothing is compared across the merger of the province (see `report_compare`).
    """
    found = report_compare.compared(facts, figures)
    main = (found[code] for code in report_compare.COMPARED if code in found)
    shown = [each for each in main if each.with_share and _is_read_twice(each)]
    if len(shown) < _FEWEST:
        return None
    years = (report_period.earlier(facts.round), report_period.time(facts.round))
    columns = ([_number(each.before) for each in shown], [_number(each.now) for each in shown])
    codes = {each.indicator.code for each in shown}
    records = (one for each in figures if each.indicator.code in codes for one in each.records)
    return Chart(
        _KEY,
        f"Biểu đồ: Một số số liệu chính {years[1]} so với {years[0]}",
        tuple(f"{spelled(each.indicator.name)} ({each.indicator.unit})" for each in shown),
        tuple(
            Series(upper_first(year), tuple(values))
            for year, values in zip(years, columns, strict=True)
        ),
        _compared_said(shown, years),
        records=tuple(dict.fromkeys(records)),
    )


def _is_read_twice(each: Compared) -> bool:
    return each.now is not None and each.before is not None and bool(each.now or each.before)


def _number(value: Decimal | None) -> float:
    return float(value or 0)


def _compared_said(shown: list[Compared], years: tuple[str, str]) -> str:
    bars = [
        f"{spelled(each.indicator.name)}: {grouped(each.before or 0)} và {grouped(each.now or 0)}"
        for each in shown
    ]
    return f"Biểu đồ thanh, số liệu {years[0]} và {years[1]}: {'; '.join(bars)}."


def task_chart(facts: ReportFacts) -> Chart | None:
    """Return activities by task, own and shared, or None where there are no two to compare.

    An activity that serves several tasks is shown at each of them, as in annex I.
    """
    active = [task for task in facts.tasks() if task.activities]
    if len({len(task.activities) for task in active}) < _FEWEST:
        return None
    busiest = sorted(active, key=lambda task: -len(task.activities))[:_MOST]
    stay = {task.item.id for task in busiest}
    shown = [task for task in active if task.item.id in stay]
    own = [float(_own(task)) for task in shown]
    shared = [len(task.activities) - mine for task, mine in zip(shown, own, strict=True)]
    both = (Series(_OWN, tuple(own)), Series(_SHARED, tuple(shared)))
    return Chart(
        _KEY,
        _title(facts, left_out=len(active) - len(shown)),
        tuple(f"Nhiệm vụ {task.code}" for task in shown),
        tuple(each for each in both if any(each.values)),
        _said(shown),
        records=tuple(dict.fromkeys([each.id for task in shown for each in task.activities])),
    )


def _own(task: ItemFacts) -> int:
    return len([each for each in task.activities if each.part in OWN_PARTS])


def _title(facts: ReportFacts, *, left_out: int) -> str:
    most = f", {_MOST} nhiệm vụ có nhiều hoạt động nhất" if left_out else ""
    return f"Biểu đồ: Số hoạt động theo nhiệm vụ {report_period.named(facts.round)}{most}"


def _said(shown: list[ItemFacts]) -> str:
    bars = [f"nhiệm vụ {task.code}: {len(task.activities)}" for task in shown]
    return f"Biểu đồ thanh, số hoạt động của từng nhiệm vụ: {joined(bars)}."
