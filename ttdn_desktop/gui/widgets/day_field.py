"""A day as people type it: "5/3/2026", "05.03.26", "5/3" of the year that is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from datetime import date

_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")


class DayField(QLineEdit):
    """A line for one day; left, it shows the day in full where it is understood."""

    def __init__(self, name: str, hint: str, year: int) -> None:
        """Take its name for screen readers, an example, and the year of days without one."""
        super().__init__()
        self.year = year
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._put_in_full)

    def show_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.setText("" if day is None else short(day))

    def day(self) -> date | None:
        """Return the day, None where nothing is typed.

        Raises KnownError `day_needed` for anything else, a month or a quarter too.
        """
        return read_day(self.text(), self.year)

    def _put_in_full(self) -> None:
        try:
            day = self.day()
        except KnownError:
            return
        if day is not None:
            self.show_day(day)


def read_day(text: str, year: int) -> date | None:
    """Return the day that was typed, None for nothing; days without a year are of `year`.

    Raises KnownError `day_needed` as `DayField.day` does.
    """
    typed = tidy(text)
    if not typed:
        return None
    if found := _WITHOUT_YEAR.fullmatch(typed):
        typed = f"{found[1]}/{found[2]}/{year}"
    try:
        return parse_day(typed)
    except KnownError as wrong:
        raise KnownError("day_needed", text=text) from wrong
