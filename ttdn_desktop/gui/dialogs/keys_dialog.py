"""All shortcuts on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel

from ttdn_desktop.gui import actions
from ttdn_desktop.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class KeysDialog(Dialog):
    """Two columns of actions and their keys, out of the one table."""

    def __init__(self, parent: QWidget, words: Words, look: Look) -> None:
        """Build the page."""
        super().__init__(parent, look, words.say("dialogs.keys.title"), width=640)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(6))
        bound = [spec for spec in actions.ACTIONS if spec.shortcut]
        half = (len(bound) + 1) // 2
        for number, spec in enumerate(bound):
            row, side = number % half, number // half
            keys = QLabel(
                words.say(f"keys.{spec.shortcut}")
                if words.has(f"keys.{spec.shortcut}")
                else spec.shortcut,
                self,
            )
            keys.setProperty("role", "heading")
            grid.addWidget(keys, row, 2 * side)
            grid.addWidget(QLabel(words.say(f"actions.{spec.key}"), self), row, 2 * side + 1)
        self.body.addLayout(grid)
        self.add_button(words.say("dialogs.close"), self.accept, "primary").setFocus()
