"""Choosing the plan year that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ttdn_desktop.services import show_overview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench


def offer_years(bench: Workbench, below: QWidget) -> None:
    """Read the years there are, and offer them below a button."""
    bench.jobs.ask(show_overview.years, lambda years: _pop_up(bench, below, years), slot="years")


def _pop_up(bench: Workbench, below: QWidget, years: Sequence[int]) -> None:
    menu = QMenu(below)
    for year in offered(years, bench.year):
        choice = menu.addAction(bench.say("shell.year_choice", year=year))
        choice.setCheckable(True)
        choice.setChecked(year == bench.year)
        choice.triggered.connect(lambda _checked=False, year=year: _choose(bench, year))
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))


def _choose(bench: Workbench, year: int) -> None:
    if year != bench.year:
        bench.year = year
        bench.desktop.year_changed.emit(year)


def offered(years: Sequence[int], present: int) -> list[int]:
    """Return the years to choose from, the newest first: one before and one after those in use.

    A report still owed for the year before is begun in a new folder too.
    """
    return sorted({*years, present, min(years) - 1, max(years) + 1}, reverse=True)
