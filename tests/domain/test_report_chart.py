"""The chart of annex II: two years side by side, or what annex I counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, facts_of, report_of
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.report_chart import compared_chart, figure_chart, task_chart
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ReportFacts


def test_that_two_tasks_with_activities_are_compared() -> None:
    chart = task_chart(
        facts_of(
            act("A1", "Đón đoàn", "1.10"),
            act("A2", "Thăm, chúc Tết", "1.10", part=Part.SUPPORT),
            act("A3", "Gặp mặt", "1.5"),
        )
    )
    assert chart is not None
    assert chart.categories == ("Nhiệm vụ 1.5", "Nhiệm vụ 1.10")
    assert [(each.name, each.values) for each in chart.series] == [
        ("Chủ trì, tham mưu", (1.0, 1.0)),
        ("Phối hợp, tham gia", (0.0, 1.0)),
    ]
    assert chart.alt.endswith("nhiệm vụ 1.5: 1 và nhiệm vụ 1.10: 2.")
    assert chart.records == ("A3", "A1", "A2")


def test_that_bars_that_are_all_alike_compare_nothing() -> None:
    assert task_chart(facts_of(act("A1", "Một", "1.10"), act("A2", "Hai", "1.5"))) is None


def test_that_a_part_nobody_took_is_no_series() -> None:
    chart = task_chart(
        facts_of(act("A1", "Một", "1.10"), act("A2", "Hai", "1.5"), act("A3", "Ba", "1.5"))
    )
    assert chart is not None
    assert [each.name for each in chart.series] == ["Chủ trì, tham mưu"]


def test_that_one_task_alone_compares_nothing() -> None:
    assert task_chart(facts_of(act("A1", "Một", "1.10"), act("A2", "Hai", "1.10"))) is None
    assert task_chart(facts_of()) is None


def test_that_the_chart_stands_in_annex_ii_and_nowhere_else() -> None:
    document = report_of(act("A1", "Một", "1.10"), act("A2", "Hai", "1.5"), act("A3", "Ba", "1.5"))
    assert [annex.chart is not None for annex in document.annexes] == [False, True, False]


def _two_years(year: int, now: tuple[str, ...], before: tuple[str, ...]) -> ReportFacts:
    this = act("A1", "Họp", on=f"5/3/{year}", readings=now)
    facts = facts_of(this, asked=annual_round(year, "c"))
    return replace(facts, before=(act("B1", "Họp", on=f"5/3/{year - 1}", readings=before),))


def test_that_main_figures_of_two_years_stand_side_by_side() -> None:
    facts = _two_years(2027, ("D1=9", "M1=1200", "D2=0", "M8=5"), ("D1=7", "D2=3", "M1=900"))
    (chart,) = (each.chart for each in compose(facts).annexes if each.chart)
    assert chart.title == "Biểu đồ: Một số số liệu chính năm 2027 so với năm 2026"
    assert chart.categories == (
        "Đoàn vào (đoàn)",
        "Đoàn ra (đoàn)",
        "Tin, bài về thông tin đối ngoại (tin, bài)",
    )
    assert [(each.name, each.values) for each in chart.series] == [
        ("Năm 2026", (7.0, 3.0, 900.0)),
        ("Năm 2027", (9.0, 0.0, 1200.0)),
    ]
    assert "Tin, bài về thông tin đối ngoại: 900 và 1.200." in chart.alt
    assert chart.records == ("A1",)


def test_that_nothing_is_drawn_across_the_merger() -> None:
    facts = _two_years(2026, ("D1=9", "D2=2"), ("D1=7", "D2=3"))
    assert compared_chart(facts, facts.totals()) is None
    earlier = _two_years(2025, ("D1=9", "D2=2"), ("D1=7", "D2=3"))
    assert compared_chart(earlier, earlier.totals()) is None


@pytest.mark.parametrize("before", [("D1=7",), ("D1=7", "D3=4"), ()])
def test_that_one_figure_read_twice_compares_nothing(before: tuple[str, ...]) -> None:
    facts = _two_years(2027, ("D1=9", "D2=2"), before)
    assert compared_chart(facts, facts.totals()) is None


def test_that_activities_by_task_are_drawn_where_no_years_can_be() -> None:
    alone = (act("A1", "Một", "1.10"), act("A2", "Hai", "1.5"), act("A3", "Ba", "1.5"))
    facts = facts_of(*alone)
    assert figure_chart(facts, facts.totals()) == task_chart(facts)
