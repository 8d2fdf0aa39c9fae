"""What a report is made from: sorted by item, told once, withheld where reported apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.domain.report_desk import ROLES, act, facts_of
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.progress import TaskState

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

MUST = set(ROLES)


def _item(facts: ReportFacts, code: str) -> ItemFacts:
    (found,) = [item for item in facts.items if item.code == code]
    return found


def _codes(items: tuple[ItemFacts, ...]) -> list[str]:
    return [item.code for item in items]


def test_that_an_activity_is_told_at_its_first_task() -> None:
    visit = act("A1", "Đón đoàn", "II.3", "1.10", "1.5")
    facts = facts_of(visit, act("A2", "Họp", "II.1", "IV.1"))
    assert facts.first_told_at(visit) == "1.10"
    assert facts.first_told_at(facts.activities[1]) == "II.1"


def test_that_an_activity_stands_under_every_item_it_serves() -> None:
    facts = facts_of(act("A1", "Đón đoàn", "1.10", "II.3"))
    assert [len(_item(facts, code).activities) for code in ("1.10", "II.3", "1.5")] == [1, 1, 0]


def test_that_tasks_are_those_to_answer_and_those_with_activities() -> None:
    facts = facts_of(act("A1", "Hội nghị xúc tiến", "1.2"))
    assert _codes(facts.tasks()) == ["1.2", "1.5", "1.10", "1.12", "2.3", "2.4", "3.4", "3.5"]
    assert _item(facts, "1.2").involvement is None


def test_that_an_optional_task_without_activities_is_not_shown() -> None:
    roles = {**ROLES, "1.2": Involvement.OPTIONAL}
    assert "1.2" not in _codes(facts_of(roles=roles).tasks())
    assert "1.2" in _codes(facts_of(act("A1", "Hội nghị", "1.2"), roles=roles).tasks())
    assert "1.2" not in _codes(facts_of(roles=roles).gaps())


def test_that_without_records_all_that_must_be_answered_is_a_gap() -> None:
    assert set(_codes(facts_of().gaps())) == MUST


def test_that_an_activity_or_a_state_fills_a_gap() -> None:
    facts = facts_of(act("A1", "Đón đoàn", "1.10"), states={"3.5": TaskState.NONE})
    assert {"1.10", "3.5"}.isdisjoint(_codes(facts.gaps()))


def test_that_a_direction_is_answered_by_its_tasks() -> None:
    facts = facts_of(act("A1", "Đón đoàn", "1.10"))
    assert "II.3" not in _codes(facts.gaps())
    assert "II.4" in _codes(facts.gaps())


@pytest.mark.parametrize("items", [("2.3",), ("2.3", "1.10"), ("1.10", "2.3")])
def test_that_what_serves_an_item_reported_apart_is_withheld_whole(items: tuple[str, ...]) -> None:
    apart = act("A1", "Diễn tập", *items, readings=("D1=3",))
    facts = facts_of(apart, act("A2", "Đón đoàn"), states={"2.3": TaskState.SEPARATE})
    assert [each.code for each in facts.activities] == ["A2"]
    assert facts.arranged.withheld == (apart,)
    assert _item(facts, "2.3").activities == ()
    assert _item(facts, "2.3").withheld == 1
    assert _item(facts, "2.3").state is TaskState.SEPARATE


def test_that_a_task_nobody_asked_for_still_shows_that_it_is_reported_apart() -> None:
    facts = facts_of(act("A1", "Diễn tập", "1.2"), states={"1.2": TaskState.SEPARATE})
    assert "1.2" in _codes(facts.tasks())


@pytest.mark.parametrize(
    ("result", "readings", "set_to", "state"),
    [
        ("Ký biên bản", (), None, TaskState.DONE),
        ("", ("D1=1",), None, TaskState.DONE),
        ("", (), None, TaskState.IN_PROGRESS),
        ("", (), TaskState.DONE, TaskState.DONE),
        ("Ký biên bản", (), TaskState.NONE, TaskState.DONE),
        ("", (), TaskState.NOT_STARTED, TaskState.IN_PROGRESS),
    ],
)
def test_that_activities_say_what_a_task_stands_at(
    result: str, readings: tuple[str, ...], set_to: TaskState | None, state: TaskState
) -> None:
    states = {"1.10": set_to} if set_to else {}
    facts = facts_of(act("A1", "Đón đoàn", result=result, readings=readings), states=states)
    assert _item(facts, "1.10").state is state


@pytest.mark.parametrize("state", list(TaskState))
def test_that_without_activities_the_officer_says_it(state: TaskState) -> None:
    assert _item(facts_of(states={"1.10": state}), "1.10").state is state


def test_that_no_stock_has_a_day_after_the_cut_off() -> None:
    facts = facts_of(act("A1", "Ký kết", on="quý IV/2026", readings=("D3H=7",)))
    (figure,) = facts.figures(facts.activities)
    assert figure.as_of == facts.round.cutoff


def test_that_a_task_that_has_ended_is_shown_where_it_was_served() -> None:
    facts = facts_of(act("A1", "Tuyên truyền", "2.6"))
    assert _item(facts, "2.6").involvement is None
    assert "2.6" in _codes(facts.tasks())


def test_that_a_unit_involved_in_nothing_has_no_gaps() -> None:
    facts = facts_of(act("A1", "Đón đoàn", "1.10"), roles={})
    assert facts.gaps() == ()
    assert _codes(facts.tasks()) == ["1.10"]


def test_that_an_item_no_longer_in_the_plan_loses_no_activity() -> None:
    orphan = replace(act("A1", "Đón đoàn"), item_ids=("task of an earlier plan",))
    facts = facts_of(orphan)
    assert facts.activities == (orphan,)
    assert facts.first_told_at(orphan) == ""
