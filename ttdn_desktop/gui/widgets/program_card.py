"""Chương trình: which version it is, what may be done with it, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ttdn_desktop import __version__
from ttdn_desktop.gui.dialogs.keys_dialog import KeysDialog
from ttdn_desktop.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench


class ProgramCard(Card):
    """Three lines and one button."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card."""
        super().__init__(bench.look, bench.say("settings.program"))
        self._bench = bench
        self.version = label(bench.say("settings.version", version=__version__), wrap=True)
        self.column.addWidget(self.version)
        for key in ("licence", "offline"):
            self.column.addWidget(label(bench.say(f"settings.{key}"), "small", wrap=True))
        row = QHBoxLayout()
        self.keys = button(bench.say("settings.keys"), self._show_keys)
        row.addWidget(self.keys)
        row.addStretch(1)
        self.column.addLayout(row)

    def _show_keys(self) -> None:
        KeysDialog(self.window(), self._bench.words, self._bench.look).exec()
