"""Who answers for whom after a reorganisation."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.succession import (
    EVERYTHING,
    Heir,
    Organisation,
    Succession,
    SuccessionKind,
    apply_confirmed,
    bodies_answered_for,
    bodies_in_force,
    has_ended,
    heir_of,
    renamed,
    succession_id,
    undecided,
)
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName
from ttdn_desktop.errors import KnownError

MARCH, JULY, LATER = date(2025, 3, 1), date(2025, 7, 1), date(2026, 12, 14)
SPLIT, MERGE = SuccessionKind.SPLIT, SuccessionKind.MERGE


def step(
    kind: SuccessionKind,
    on: date,
    origins: str,
    *heirs: Heir | str,
    confirmed: bool = True,
    code: str = "",
) -> Succession:
    given = tuple(heir if isinstance(heir, Heir) else Heir(heir) for heir in heirs)
    code = code or f"{origins}-{kind}"
    return Succession(code, code, kind, on, "", tuple(origins), given, confirmed=confirmed)


def body(name: str) -> Unit:
    return Unit(name, UnitKind.DEPARTMENT, (UnitName(f"Sở {name}", f"S{name}"),))


def test_that_an_heir_answers_from_the_day_on_and_not_before() -> None:
    steps = [step(MERGE, MARCH, "A", "B")]
    assert heir_of("A", "1.2", date(2025, 2, 28), steps) == "A"
    assert heir_of("A", "1.2", MARCH, steps) == "B"


def test_that_an_unconfirmed_proposal_moves_nothing() -> None:
    steps = [step(MERGE, MARCH, "A", "B", confirmed=False)]
    assert heir_of("A", "1.2", LATER, steps) == "A"
    assert apply_confirmed([body("A")], steps) == (body("A"),)


def test_that_chains_are_followed_whatever_their_order() -> None:
    steps = [step(MERGE, JULY, "B", "C"), step(MERGE, MARCH, "A", "B")]
    assert heir_of("A", "1.2", date(2025, 6, 30), steps) == "B"
    assert heir_of("A", "1.2", JULY, steps) == "C"
    assert heir_of("A", "1.2", JULY, steps[::-1]) == "C"


def test_that_a_split_gives_each_item_to_the_body_that_names_it() -> None:
    steps = [step(SPLIT, MARCH, "A", Heir("B", ("1.8",)), Heir("C", (EVERYTHING,)), Heir("D", ()))]
    assert heir_of("A", "1.8", LATER, steps) == "B"
    assert heir_of("A", "1.13", LATER, steps) == "C"
    assert heir_of("A", EVERYTHING, LATER, steps) == "C"


def test_that_an_item_no_heir_takes_stays_where_it_was() -> None:
    steps = [step(SPLIT, MARCH, "A", Heir("B", ("1.8",)))]
    assert heir_of("A", "1.13", LATER, steps) == "A"


def test_that_two_heirs_without_a_choice_are_a_problem_and_not_a_guess() -> None:
    unclear = step(SPLIT, MARCH, "A", "B", "C")
    assert heir_of("A", "1.8", LATER, [unclear]) == "A"
    assert undecided(unclear) == (EVERYTHING,)
    assert undecided(step(SPLIT, MARCH, "A", Heir("B", ("1.8",)), "C")) == ()


def test_that_bodies_taking_over_each_other_are_refused() -> None:
    steps = [step(MERGE, MARCH, "A", "B"), step(MERGE, JULY, "B", "A")]
    with pytest.raises(KnownError) as refused:
        heir_of("A", "1.2", LATER, steps)
    assert refused.value.key == "succession_cycle"
    assert refused.value.facts == {"code": "B-merge"}


def test_that_a_body_may_take_in_another_and_live_on() -> None:
    steps = [step(MERGE, MARCH, "AB", "A")]
    assert heir_of("B", "1.2", LATER, steps) == "A"
    assert heir_of("A", "1.2", LATER, steps) == "A"
    assert apply_confirmed([body("A")], steps)[0].until is None
    assert not has_ended("A", LATER, steps)


def test_that_a_function_moved_and_moved_back_is_no_cycle() -> None:
    transfer = SuccessionKind.TRANSFER
    steps = [
        step(transfer, MARCH, "A", Heir("B", ("1.2",))),
        step(transfer, JULY, "B", Heir("A", ("1.2",))),
    ]
    assert heir_of("A", "1.2", MARCH, steps) == "B"
    assert heir_of("A", "1.2", JULY, steps) == "A"
    assert heir_of("B", "1.2", JULY, steps) == "A"
    assert heir_of("A", "1.3", MARCH, steps) == "A"


def test_that_a_transfer_ends_nobody() -> None:
    steps = [step(SuccessionKind.TRANSFER, MARCH, "A", Heir("B", ("1.2",)))]
    assert apply_confirmed([body("A")], steps)[0].until is None


def test_that_a_body_answers_for_itself_and_those_it_succeeded() -> None:
    steps = [step(MERGE, MARCH, "AB", "C"), step(MERGE, JULY, "C", "D")]
    assert bodies_answered_for("C", "1.2", MARCH, steps) == {"A", "B", "C"}
    assert bodies_answered_for("D", "1.2", JULY, steps) == {"A", "B", "C", "D"}
    assert bodies_answered_for("E", "1.2", JULY, steps) == {"E"}


def test_that_an_ended_body_ends_the_day_before() -> None:
    (ended,) = apply_confirmed([body("A")], [step(SPLIT, MARCH, "A", "B")])
    assert ended.until == date(2025, 2, 28)
    assert ended.exists_on(date(2025, 2, 28))
    assert not ended.exists_on(MARCH)
    assert has_ended("A", MARCH, [step(SPLIT, MARCH, "A", "B")])


def test_that_a_body_ended_twice_ends_the_first_time() -> None:
    steps = [step(MERGE, JULY, "A", "B", code="late"), step(MERGE, MARCH, "A", "B", code="early")]
    assert apply_confirmed([body("A")], steps)[0].until == date(2025, 2, 28)


def test_that_a_renamed_body_keeps_its_identity_and_bears_both_names_in_turn() -> None:
    unit = renamed(body("A"), "Sở Mới", "", MARCH)
    assert unit.id == "A"
    assert unit.name_on(date(2025, 2, 28)).name == "Sở A"
    assert unit.name_on(MARCH) == UnitName("Sở Mới", "SA", MARCH)


def test_that_a_body_only_a_proposal_brings_is_not_in_force_until_confirmed() -> None:
    units = (body("A"), body("B"), body("C"))
    named = frozenset({"A"})
    proposal = step(MERGE, MARCH, "A", "B", confirmed=False)
    agreed = step(MERGE, MARCH, "A", "B")
    before = bodies_in_force(Organisation(units, (), (proposal,)), named, LATER)
    after = bodies_in_force(Organisation(units, (), (agreed,)), named, LATER)
    assert [unit.id for unit in before] == ["A", "C"]
    assert [unit.id for unit in after] == ["B", "C"]


def test_that_a_reorganisation_is_the_same_whatever_the_order_of_its_bodies() -> None:
    one = succession_id(MERGE, MARCH, ["a", "b"], ["c"])
    assert one == succession_id(MERGE, MARCH, ["b", "a"], ["c"])
    assert one != succession_id(MERGE, MARCH, ["a"], ["b", "c"])
