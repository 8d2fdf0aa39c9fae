"""Cài đặt, "Hạn nội bộ": how long before the sending day the unit's own parts are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSpinBox

from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.services import keep_rounds

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class InternalDaysCard(Card):
    """A round whose own internal day was typed keeps it."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card; nothing is read yet."""
        super().__init__(bench.look, bench.say("settings.internal"))
        self._bench = bench
        self._kept = 0
        say = bench.say
        self.days = QSpinBox()
        self.days.setRange(0, keep_rounds.MOST_INTERNAL_DAYS)
        self.days.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the keys ↑ and ↓ go on
        self.days.setFixedWidth(bench.look.px(56))
        self.days.setAccessibleName(say("settings.internal"))
        self.write = button(say("settings.write"), self.save)
        self.write.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(bench.look.px(8))
        row.addWidget(label(say("settings.internal_before")))
        row.addWidget(self.days)
        row.addWidget(label(say("settings.internal_days")))
        row.addStretch(1)
        row.addWidget(self.write)
        self.column.addLayout(row)
        self.column.addWidget(label(say("settings.internal_why"), "small", wrap=True))
        self.days.valueChanged.connect(lambda days: self.write.setEnabled(days != self._kept))

    @property
    def is_changed(self) -> bool:
        """Tell whether another number is set that is not written."""
        return self.days.value() != self._kept

    def refresh(self) -> None:
        """Read what is kept; what is set and not written is left alone."""
        self._bench.jobs.ask(keep_rounds.internal_days, self._show, slot="internal_days")

    def save(self) -> None:
        """Write what is set."""
        days = self.days.value()

        def work(office: Office) -> int:
            keep_rounds.write_internal_days(office, days)
            return days

        self._bench.jobs.do(work, self._written)

    def _show(self, days: int) -> None:
        if not self.is_changed:
            self._fill(days)

    def _fill(self, days: int) -> None:
        self._kept = days
        self.days.setValue(days)
        self.write.setEnabled(self.is_changed)

    def _written(self, days: int) -> None:
        self._kept = days
        self.write.setEnabled(self.is_changed)
        told = self._bench.say("settings.internal_written", days=days)
        self._bench.desktop.told.emit(told, "good")
