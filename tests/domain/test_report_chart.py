"""The chart of annex II shows what annex I counts."""

from __future__ import annotations

from tests.domain.report_desk import act, facts_of, report_of
from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.report_chart import task_chart


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
