"""The plan in force anew, or another that replaces it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.listed_plan import listed
from ttdn_desktop.domain.plan_succeeding import plan_name, plan_of
from ttdn_desktop.services.shipped_plan import shipped_plan

VERSION = shipped_plan()
BLANK = VERSION.plan
KNOWN = replace(BLANK, number="2512", issued_on=date(2024, 7, 5))
ISSUER = "Ủy ban nhân dân tỉnh Kon Tum"
LIST = listed(VERSION)


def test_that_a_list_that_names_no_plan_is_of_the_one_in_force() -> None:
    assert plan_of(LIST, KNOWN, ISSUER) == KNOWN
    assert plan_of(replace(LIST, number="9/KH-UBND"), KNOWN, ISSUER) == KNOWN
    assert plan_of(replace(LIST, issued_on=date(2027, 1, 1)), KNOWN, ISSUER) == KNOWN


def test_that_the_same_number_and_day_are_the_same_plan() -> None:
    same = replace(LIST, number="2512/KH-UBND", issued_on=date(2024, 7, 5))

    assert plan_of(same, KNOWN, ISSUER) == KNOWN


def test_that_a_number_blank_in_the_copy_is_filled_where_the_month_agrees() -> None:
    same = replace(LIST, number="2512/KH-UBND", issued_on=date(2024, 7, 5))

    assert plan_of(same, BLANK, ISSUER) == replace(
        BLANK, number="2512/KH-UBND", issued_on=date(2024, 7, 5)
    )


def test_that_another_number_and_day_are_a_plan_that_replaces_this_one() -> None:
    other = replace(
        LIST, number="310/KH-UBND", issued_on=date(2027, 2, 9), title="Về thông tin đối ngoại mới"
    )
    made = plan_of(other, KNOWN, ISSUER)

    assert made.id != KNOWN.id
    assert (made.number, made.number_suffix, made.month) == (
        "310/KH-UBND",
        "/KH-UBND",
        date(2027, 2, 1),
    )
    assert (made.subject, made.replaces) == ("thông tin đối ngoại mới", "2512/KH-UBND")
    assert made.replaces_reference == "Kế hoạch số 2512/KH-UBND ngày 05/07/2024"
    assert (made.purpose, made.unit_deadline) == (KNOWN.purpose, KNOWN.unit_deadline)


def test_that_a_blank_copy_of_another_month_is_replaced_too() -> None:
    made = plan_of(replace(LIST, number="310", issued_on=date(2027, 2, 9)), BLANK, ISSUER)

    assert (made.replaces, made.number_suffix) == ("……/KH-UBND", "/KH-UBND")
    assert plan_name(made) == "Kế hoạch số 310/KH-UBND ngày 09/02/2027"
