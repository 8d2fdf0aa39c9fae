"""Hiển thị: colours and the size of the text, from the next start on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Card, Note

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class LookCard(Card):
    """Two choices, kept as soon as they are made."""

    def __init__(self, bench: Workbench) -> None:
        """Show what is chosen now."""
        super().__init__(bench.look, bench.say("settings.look"))
        self._bench = bench
        self.scheme, self.percent = QComboBox(), QComboBox()
        for scheme in preferences.SCHEMES:
            self.scheme.addItem(bench.say(f"settings.scheme.{scheme}"), scheme)
        for percent in preferences.PERCENTS:
            self.percent.addItem(bench.say("settings.percent", percent=percent), percent)
        for box, chosen in zip((self.scheme, self.percent), preferences.chosen_look(), strict=True):
            box.setCurrentIndex(box.findData(chosen))
        self.note = Note(bench.look, "plain")
        row = QHBoxLayout()
        row.setSpacing(bench.look.px(12))
        row.addWidget(NamedField(bench.look, bench.say("settings.scheme"), self.scheme), 1)
        row.addWidget(NamedField(bench.look, bench.say("settings.size"), self.percent), 1)
        self.column.addLayout(row)
        self.column.addWidget(self.note)
        for box in (self.scheme, self.percent):
            box.currentIndexChanged.connect(lambda _number: self._keep())

    def _keep(self) -> None:
        preferences.choose_look(self.scheme.currentData(), self.percent.currentData())
        self.note.say(self._bench.say("settings.next_start"))
