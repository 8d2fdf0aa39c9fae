"""The years that the bar offers."""

from __future__ import annotations

from ttdn_desktop.gui.widgets.year_menu import offered


def test_that_the_year_before_can_be_chosen_in_a_new_folder() -> None:
    assert offered((2027,), 2027) == [2028, 2027, 2026]


def test_that_the_year_that_is_looked_at_stays_among_them() -> None:
    assert offered((2026,), 2030) == [2030, 2027, 2026, 2025]
