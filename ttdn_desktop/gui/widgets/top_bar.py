"""The bar on top: menu, search, whose desk and which year, the one blue button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


_UNIT_CHARACTERS = 32
"""How much of a long unit's name is shown; the whole stands in the tooltip."""


class TopBar(QFrame):
    """Painted with the first paint; it works once the data are open."""

    new_wanted = Signal()
    year_wanted = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        """Build the bar."""
        super().__init__()
        self.setObjectName("topBar")
        self._words = words
        self.menu_button = QToolButton(self)
        self.menu_button.setProperty("kind", "quiet")
        self.menu_button.setText("☰")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setAccessibleName(words.say("shell.menu"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words.say("shell.search"))
        self.search.setAccessibleName(words.say("shell.search"))
        self.unit = QLabel(self)
        self.unit.setProperty("role", "quiet")
        self.year = EnterButton(self)
        self.year.setProperty("kind", "quiet")
        self.new = EnterButton(words.say("shell.new"), self)
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.new_wanted)
        self.year.clicked.connect(self.year_wanted)
        self._lay_out(look)
        self.set_ready(ready=False)

    def set_menu(self, menu: QMenu) -> None:
        """Hang the menu of all actions on the menu button."""
        self.menu_button.setMenu(menu)

    def set_ready(self, *, ready: bool) -> None:
        """Let the bar be used, or not yet."""
        for widget in (self.search, self.new, self.year):
            widget.setEnabled(ready)
        self.search.setClearButtonEnabled(ready)
        self.year.setVisible(ready)

    def set_whose(self, unit: str, year: int) -> None:
        """Say whose desk it is and which year is looked at."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 (after the first paint)

        self.unit.setToolTip(unit)
        metrics = self.unit.fontMetrics()
        room = metrics.averageCharWidth() * _UNIT_CHARACTERS
        self.unit.setText(metrics.elidedText(unit, Qt.TextElideMode.ElideRight, room))
        self.year.setText(self._words.say("shell.year", year=year))

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(8))
        brand = QLabel(self._words.say("shell.brand"), self)
        brand.setObjectName("brand")
        row.addWidget(self.menu_button)
        row.addWidget(brand)
        row.addSpacing(look.px(48))
        self.search.setMinimumWidth(look.px(120))
        self.search.setMaximumWidth(look.px(460))
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.unit)
        row.addWidget(self.year)
        row.addWidget(self.new)
