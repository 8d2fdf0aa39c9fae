"""The row above the table of activities: words to find, items, what lacks, which days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from ttdn_desktop.gui.activity_filters import Filters, Month, months
from ttdn_desktop.gui.widgets.enter_button import EnterButton
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import ItemChoice

TOGGLES = ("without_evidence", "without_result")
_TITLE_LENGTH = 64
_ONE_COLUMN = "QMenu { menu-scrollable: 1; }"
"""Else Qt lays a long menu in columns over the whole window."""


class ActivityFilterRow(QWidget):
    """`changed` when something else is to be listed; lines break where the row is narrow."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the row; nothing is narrowed yet."""
        super().__init__()
        self._bench = bench
        self._filters = Filters()
        self._items: tuple[ItemChoice, ...] = ()
        self.search = QLineEdit()
        self.items = EnterButton()
        self.days = EnterButton()
        self.toggles = {key: EnterButton(bench.say(f"activities.{key}")) for key in TOGGLES}
        self.clear = button(bench.say("activities.clear"), self._show_all)
        self.clear.setProperty("kind", "link")
        self._build()
        self._show()

    @property
    def filters(self) -> Filters:
        """What is asked for now."""
        return self._filters

    def within(self, year: int) -> Filters:
        """Return what is asked for, without a month that another plan year has."""
        if self._filters.month is not None and self._filters.month not in months(year):
            self._filters = replace(self._filters, month=None)
            self._show()
        return self._filters

    def offer_items(self, items: Sequence[ItemChoice]) -> None:
        """Offer the unit's items in the menu."""
        self._items = tuple(items)

    def show_filters(self, filters: Filters) -> None:
        """Ask for something else."""
        before, self._filters = self._filters, filters
        self._show()
        if filters != before:
            self.changed.emit()

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        row = FlowLayout(self, look.px(6))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.search.setPlaceholderText(say("activities.search"))
        self.search.setAccessibleName(say("activities.search"))
        self.search.setToolTip(f"{say('actions.find')} (Ctrl+F)")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.px(160))
        self.search.setMaximumWidth(look.px(300))
        self.search.textChanged.connect(lambda words: self._with(search=words.strip()))
        self._hang(self.items, "activities.which_items", self._items_menu)
        self._hang(self.days, "activities.which_days", self._days_menu)
        for key, toggle in self.toggles.items():
            toggle.setCheckable(True)
            toggle.clicked.connect(lambda checked=False, key=key: self._with(**{key: checked}))
        for widget in (self.search, self.items, self.days, *self.toggles.values(), self.clear):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(widget)

    def _hang(self, opener: QPushButton, name: str, fill: Callable[[QMenu], None]) -> None:
        """Hang a menu on a button that is filled when it opens."""
        menu = QMenu(opener)
        menu.setStyleSheet(_ONE_COLUMN)
        menu.aboutToShow.connect(lambda: fill(menu))
        opener.setMenu(menu)
        opener.setAccessibleName(self._bench.say(name))

    def _show_all(self) -> None:
        order, descending = self._filters.order, self._filters.descending
        self.show_filters(Filters(order=order, descending=descending))

    def _with(self, **changed: object) -> None:
        self.show_filters(replace(self._filters, **changed))  # type: ignore[arg-type]  # fields by name

    def _show(self) -> None:
        filters, say = self._filters, self._bench.say
        if self.search.text().strip() != filters.search:
            self.search.setText(filters.search)
        codes = ", ".join(filters.items) or say("activities.items")
        self.items.setText(f"{codes} ▾")
        self.days.setText(f"{self._days_told()} ▾")
        for key, toggle in self.toggles.items():
            toggle.setChecked(getattr(filters, key))
        self.clear.setVisible(filters.narrow)

    def _days_told(self) -> str:
        filters, say = self._filters, self._bench.say
        if filters.all_years:
            return say("activities.all_years")
        if filters.month is None:
            return say("activities.whole_period")
        return self._month_told(filters.month)

    def _month_told(self, month: Month) -> str:
        return self._bench.say("activities.month", year=month[0], month=month[1])

    def _items_menu(self, menu: QMenu) -> None:
        menu.clear()
        self._choice(menu, self._bench.say("activities.all_items"), items=())
        menu.addSeparator()
        for item in self._items:
            if item.concerns or item.code in self._filters.items:
                title = (
                    item.title
                    if len(item.title) <= _TITLE_LENGTH
                    else item.title[:_TITLE_LENGTH] + "…"
                )
                self._choice(menu, f"{item.code}  {title}", items=(item.code,))

    def _days_menu(self, menu: QMenu) -> None:
        say = self._bench.say
        menu.clear()
        self._choice(menu, say("activities.whole_period"), month=None, all_years=False)
        self._choice(menu, say("activities.all_years"), month=None, all_years=True)
        menu.addSeparator()
        for month in months(self._bench.year):
            self._choice(menu, self._month_told(month), month=month, all_years=False)

    def _choice(self, menu: QMenu, text: str, **changed: object) -> None:
        choice = menu.addAction(text.replace("&", "&&"))
        choice.setCheckable(True)
        choice.setChecked(all(getattr(self._filters, key) == changed[key] for key in changed))
        choice.triggered.connect(lambda _checked=False: self._with(**changed))
