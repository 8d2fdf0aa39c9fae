"""The plan's own number and day, blank in the copy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.keep_plan import in_force, number_of, set_number
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

DAY = date(2024, 7, 9)


def test_that_number_and_day_are_kept_and_can_be_taken_back(office: Office) -> None:
    assert in_force(office).plan.number is None
    plan = set_number(office, " 2486 ", DAY)
    assert (plan.number, plan.issued_on) == ("2486", DAY)
    assert in_force(office).plan == plan
    take_back(office)
    assert in_force(office).plan.number is None


@pytest.mark.parametrize(
    "written", ["2512/KH-UBND", " số 2512 / KH-UBND", "Kế hoạch số: 2512/KH - UBND"]
)
def test_that_the_words_before_a_number_are_not_part_of_it(office: Office, written: str) -> None:
    assert set_number(office, written, DAY).number == "2512/KH-UBND"


@pytest.mark.parametrize("number", ["", "  ", "/KH-UBND", "-5", "x1", "2512/KH-UBND ngày 1/7"])
def test_that_a_number_is_one(office: Office, number: str) -> None:
    with pytest.raises(KnownError, match="number_missing"):
        set_number(office, number, DAY)
    assert in_force(office).plan.number is None


def test_that_a_symbol_typed_small_is_written_in_capitals() -> None:
    assert number_of("số 2512 / kh-ubnd") == "2512/KH-UBND"
    assert number_of("12/QĐ-TTg") == "12/QĐ-TTg"
