"""A cell that holds lead and support is parted by its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.unit_list import Both, KnownBodies, split_both

NOBODY = KnownBodies((), ())
PARTED = [
    ("Chủ trì: Sở A; Phối hợp: Sở B, Sở C", "Sở A", "Sở B, Sở C"),
    (
        "Sở A chủ trì, phối hợp với Sở B và các đơn vị liên quan",
        "Sở A",
        "Sở B và các đơn vị liên quan",
    ),
    ("- Chủ trì: Sở A\n- Phối hợp: Sở B; Sở C", "Sở A", "Sở B; Sở C"),
    ("1. Chủ trì: Sở A\n2. Phối hợp: Sở B", "Sở A", "Sở B"),
    ("CQ chủ trì: Sở A CQ phối hợp: Sở B", "Sở A", "Sở B"),
    ("Cơ quan chủ trì\nSở A\nCơ quan phối hợp\nSở B", "Sở A", "Sở B"),
    ("Đơn vị chủ trì Sở A, đơn vị phối hợp Sở B", "Sở A", "Sở B"),
    ("Sở A (chủ trì); Sở B (phối hợp)", "Sở A", "Sở B"),
    ("Sở A chủ trì; các sở phối hợp", "Sở A", "các sở"),
    ("Sở A chủ trì; các đơn vị phối hợp", "Sở A", "các đơn vị"),
    ("Chủ trì: Sở A; các sở phối hợp", "Sở A", "các sở"),
    ("Sở A phối hợp với Sở B", "Sở A", "Sở B"),
    ("SỞ A CHỦ TRÌ, PHỐI HỢP VỚI SỞ B", "SỞ A", "SỞ B"),
    ("Phối hợp: Sở B", "", "Sở B"),
    ("Chủ trì: Sở A", "Sở A", ""),
    ("", "", ""),
    ("Sở A", "Sở A", ""),
]


@pytest.mark.parametrize(("text", "lead", "support"), PARTED)
def test_that_words_of_the_cell_say_who_leads_and_who_supports(
    text: str, lead: str, support: str
) -> None:
    assert split_both(text, NOBODY) == Both(lead, support, sure=True)


@pytest.mark.parametrize("text", ["Sở A; Sở B", "Sở A và Sở B"])
def test_that_several_bodies_without_a_part_are_lead_and_unsure(text: str) -> None:
    assert split_both(text, NOBODY) == Both(text, "", sure=False)


def test_that_bodies_behind_a_leading_one_support_and_are_unsure() -> None:
    assert split_both("Sở A (chủ trì), Sở B", NOBODY) == Both("Sở A", "Sở B", sure=False)


@given(
    st.lists(
        st.sampled_from(
            ["chủ trì", "phối hợp", "với", ":", ";", ",", "(", ")", "\n", "Sở A", "và", "- ", " "]
        ),
        max_size=14,
    ).map("".join)
    | st.text(max_size=60)
)
def test_that_any_cell_is_parted(text: str) -> None:
    both = split_both(text, NOBODY)

    assert len(both.lead_text) + len(both.support_text) <= len(text) * 3 + 2
