"""What contradicts itself is named with its records, and what does not is left in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import act, document, facts_of
from ttdn_desktop.domain.activity import Cause, Obstacle, Proposal
from ttdn_desktop.domain.report_contradictions import contradictions

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity


def _found(*activities: Activity) -> dict[str, str]:
    return {each.key: str(each.facts["codes"]) for each in contradictions(facts_of(*activities))}


@pytest.mark.parametrize(
    "readings",
    [("D1=0", "D1N=26"), ("D1=5", "D1N=3")],
    ids=["people of no delegation", "fewer people than delegations"],
)
def test_that_figures_that_cannot_go_together_are_named(readings: tuple[str, ...]) -> None:
    assert _found(act("A1", "Đón đoàn", readings=readings)) == {"figure_pairs": "A1"}


@pytest.mark.parametrize(
    "readings", [("D1=1", "D1N=1"), ("D1=2", "D1N=26"), ("D1=2",), ("M5=1", "M5X=3"), ("D1N=26",)]
)
def test_that_possible_figures_are_left_in_peace(readings: tuple[str, ...]) -> None:
    assert _found(act("A1", "Đón đoàn", readings=readings)) == {}


@pytest.mark.parametrize(
    "result",
    [
        "Tiếp 12 lượt khách.",
        "Có khoảng 1.200 lượt người dự.",
        "Tiếp 10 lượt khách và 12 lượt khách",
    ],
)
def test_that_a_result_that_tells_another_number_is_named(result: str) -> None:
    visit = act("A1", "Đón đoàn", readings=("D1=1", "D1N=26"), result=result)
    assert _found(visit) == {"result_differs": "A1"}


@pytest.mark.parametrize(
    "result",
    [
        "Tiếp 26 lượt khách.",
        "Tiếp 16 lượt khách Lào, 10 lượt khách Campuchia.",
        "Tiếp đoàn ngày 12/3/2026; ký Biên bản số 12.",
        "Ngoài ra có 12 học sinh tham gia.",
        "",
    ],
)
def test_that_a_result_that_agrees_or_counts_other_things_is_left_in_peace(result: str) -> None:
    visit = act("A1", "Đón đoàn", readings=("D1=1", "D1N=26"), result=result)
    assert _found(visit) == {}


def test_that_what_ends_after_the_period_is_named() -> None:
    until_last = act("A1", "Đón đoàn", on="10/12/2026", until=date(2026, 12, 14))
    beyond = act("A2", "Đón đoàn khác", on="10/12/2026", until=date(2026, 12, 15))
    assert _found(until_last, beyond) == {"outside_period": "A2"}


def test_that_evidence_dated_after_the_report_is_named() -> None:
    before = act("A1", "Đón đoàn", documents=("Kế hoạch số 1/KH ngày 14/12/2026",))
    after = replace(
        act("A2", "Đón đoàn khác"), evidence=(document("Kế hoạch số 2/KH ngày 15/12/2026"),)
    )
    assert _found(before, after) == {"evidence_later": "A2"}


@pytest.mark.parametrize(
    "blank", ["Đón …… đoàn", "Đón ____ đoàn", "Đón xxx đoàn", "Đón ..... đoàn"]
)
def test_that_blanks_left_in_words_are_named(blank: str) -> None:
    assert _found(act("A1", blank)) == {"placeholder": "A1"}


def test_that_an_ellipsis_is_no_blank() -> None:
    assert _found(act("A1", "Tặng sách, báo, tranh ảnh…")) == {}


def test_that_proposals_to_nobody_and_obstacles_without_cause_are_named() -> None:
    told = act(
        "A1",
        "Đón đoàn",
        proposals=(Proposal("Tổ chức tập huấn"),),
        obstacles=(Obstacle("Thiếu biên dịch"),),
    )
    whole = act(
        "A2",
        "Đón đoàn khác",
        proposals=(Proposal("Tổ chức tập huấn", "Sở Nội vụ"),),
        obstacles=(Obstacle("Thiếu biên dịch", Cause.OBJECTIVE),),
    )
    assert _found(told, whole) == {"proposal_unaddressed": "A1", "obstacle_without_cause": "A1"}


def test_that_what_was_recorded_twice_is_named_with_both() -> None:
    one, other = act("A1", "Đón đoàn"), act("A2", "Đón đoàn")
    assert _found(one, other, act("A3", "Đón đoàn", on="06/03/2026")) == {
        "recorded_twice": "A1, A2"
    }


def test_that_spending_above_the_budget_is_named_where_there_is_one() -> None:
    planned = act("A1", "Lập dự toán", fundings=("recurrent:planned=10 triệu",))
    over = act("A2", "Đón đoàn", fundings=("recurrent=11 triệu", "social=500 triệu"))
    within = act("A2", "Đón đoàn", fundings=("recurrent=10 triệu", "social=500 triệu"))
    assert _found(planned, over) == {"over_budget": "A1, A2"}
    assert _found(planned, within) == {}
    assert _found(over) == {}


def test_that_a_notice_names_at_most_ten_and_leads_to_all() -> None:
    many = [act(f"A{number}", f"Đón đoàn ___ {number}") for number in range(1, 13)]
    (notice,) = contradictions(facts_of(*many))
    assert notice.facts["codes"] == "A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, …"
    assert len(notice.activity_ids) == notice.facts["count"] == len(many)
