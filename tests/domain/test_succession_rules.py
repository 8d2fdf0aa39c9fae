"""What reorganisations may not do together, and which proposals still wait."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.test_succession import LATER, MARCH, MERGE, SPLIT, body, step
from ttdn_desktop.domain.succession import EVERYTHING, Heir, Organisation, SuccessionKind
from ttdn_desktop.domain.succession_rules import (
    is_moot,
    is_open,
    require_acyclic,
    require_standing,
)
from ttdn_desktop.errors import KnownError


def test_that_bodies_taking_over_each_other_in_one_item_are_refused() -> None:
    steps = (
        step(SPLIT, MARCH, "A", Heir("B", ("1.8",)), Heir("C", (EVERYTHING,))),
        step(SPLIT, LATER, "B", Heir("A", ("1.8",)), Heir("D", (EVERYTHING,))),
    )
    with pytest.raises(KnownError, match="succession_cycle"):
        require_acyclic(Organisation((), (), steps))


def test_that_a_function_moved_there_and_back_is_allowed() -> None:
    transfer = SuccessionKind.TRANSFER
    steps = (
        step(transfer, MARCH, "A", Heir("B", ("1.2",))),
        step(transfer, LATER, "B", Heir("A", ("1.2",))),
    )
    require_acyclic(Organisation((), (), steps))


def test_that_a_proposal_to_end_what_has_ended_waits_no_longer() -> None:
    done = step(MERGE, MARCH, "A", "B")
    proposal = step(SPLIT, MARCH, "A", "C", confirmed=False)
    both = step(MERGE, MARCH, "AD", "C", confirmed=False)
    assert is_moot(proposal, (done, proposal))
    assert not is_moot(both, (done, both))
    assert not is_moot(done, (done, proposal))
    assert is_open(both, LATER, (done, both))
    assert not is_open(both, date(2025, 2, 28), (done, both))


def test_that_a_body_ends_once() -> None:
    done, again = step(MERGE, MARCH, "A", "B"), step(SPLIT, LATER, "A", "C", "D")
    with pytest.raises(KnownError, match="unit_ended_already"):
        require_standing(again, Organisation((body("A"),), (), (done, again)))
    require_standing(done, Organisation((body("A"),), (), (done,)))
