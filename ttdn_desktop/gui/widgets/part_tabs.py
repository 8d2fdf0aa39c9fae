"""The unit's items by its part: chủ trì, phối hợp, chung, khi có, and the rest of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar

from ttdn_desktop.domain.involvement import Involvement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.show_items import ItemRow

ALL, OTHERS = "", "other"
TABS = (ALL, *Involvement, OTHERS)


class PartTabs(QTabBar):
    """One tab a part, with how many items it holds."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        """Build the tabs."""
        super().__init__()
        self._words = words
        self.setObjectName("partTabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for tab in TABS:
            self.addTab(words.say(f"tasks.tab.{tab or 'all'}", count=0))
        self.currentChanged.connect(lambda number: self.chosen.emit(TABS[number]))

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return str(TABS[self.currentIndex()])

    def choose(self, tab: str) -> None:
        """Show a tab."""
        self.setCurrentIndex(TABS.index(tab))

    def set_rows(self, own: Sequence[ItemRow], others: Sequence[ItemRow]) -> None:
        """Say how many items each tab holds."""
        for number, tab in enumerate(TABS):
            count = len(shown_in(tab, own, others))
            self.setTabText(number, self._words.say(f"tasks.tab.{tab or 'all'}", count=count))


def shown_in(tab: str, own: Sequence[ItemRow], others: Sequence[ItemRow]) -> tuple[ItemRow, ...]:
    """Return the items of a tab; the first holds what concerns the unit."""
    if tab == OTHERS:
        return tuple(others)
    return tuple(row for row in own if tab in (ALL, row.involvement))
