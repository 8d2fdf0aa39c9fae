"""Lịch sử và thùng rác: the way to both from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.dialogs.bin_dialog import BinDialog
from ttdn_desktop.gui.dialogs.journal_dialog import JournalDialog
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class PastCard(Card):
    """One sentence and two buttons."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card."""
        super().__init__(bench.look, bench.say("history.card"))
        self._bench = bench
        self.column.addWidget(label(bench.say("history.card_note"), "small", wrap=True))
        row = FlowLayout(gap=bench.look.px(6))
        self.journal = button(bench.say("history.open_journal"), self._open_journal)
        self.bin = button(bench.say("history.open_bin"), self._open_bin)
        row.addWidget(self.journal)
        row.addWidget(self.bin)
        self.column.addLayout(row)

    def _open_journal(self) -> None:
        JournalDialog(self.window(), self._bench).exec()

    def _open_bin(self) -> None:
        BinDialog(self.window(), self._bench).exec()
