"""One block of the report being written over, in the sheet's own letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.gui.widgets.report_sheet import FAMILIES
from ttdn_desktop.gui.widgets.undo_keys import UndoKeys

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench

_SIZE = 15
_FEWEST_LINES, _LINES = 2, 6


class BlockEditor(Card):
    """Hidden while nothing is written over. `typed` with each key; the rest are its buttons."""

    typed = Signal()
    write_wanted = Signal()
    revert_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Be hidden."""
        super().__init__(bench.look, edge=10)
        self._bench, say = bench, bench.say
        self.heading = label("", "heading")
        self.state = label("", "small")
        self.field = QPlainTextEdit()
        self.hint = label(say("report.edit.hint"), "small", wrap=True)
        self.write = button(say("report.edit.write"), self.write_wanted.emit, "primary")
        self.cancel = button(say("report.edit.cancel"), self.leave_wanted.emit)
        self.revert = button(say("report.edit.revert"), self.revert_wanted.emit, "link")
        self._build()
        self._undo = UndoKeys(self, lambda: self.field.document().isUndoAvailable())
        self.hide()

    def show_block(self, heading: str, text: str, hint: str, *, edited: bool) -> None:
        """Take up a block: `hint` stands in place of a text that is still to be written."""
        self.heading.setText(heading)
        self.field.blockSignals(True)  # noqa: FBT003 (Qt's)
        self.field.setPlainText(text)
        self.field.blockSignals(False)  # noqa: FBT003 (Qt's)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(heading)
        self.revert.setVisible(edited)
        self.tell("")
        self.show()
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def tell(self, sentence: str) -> None:
        """Say whether what is typed is kept."""
        self.state.setText(sentence)

    def text(self) -> str:
        """Return what was typed."""
        return self.field.toPlainText()

    def _build(self) -> None:
        look = self._bench.look
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(look.px(_SIZE))
        self.field.setFont(font)
        self.field.setStyleSheet(f"font-size: {look.px(_SIZE)}px")
        self.field.setTabChangesFocus(True)
        line = look.px(_SIZE) * 1.3
        self.field.setMinimumHeight(round(line * _FEWEST_LINES))
        self.field.setMaximumHeight(round(line * _LINES))
        self.field.textChanged.connect(self.typed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.state)
        for each in (self.write, self.cancel, self.revert):
            foot.addWidget(each)
        foot.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.field)
        self.column.addWidget(self.hint)
        self.column.addLayout(foot)
        keys = {"Ctrl+Return": self.write_wanted, "Ctrl+Enter": self.write_wanted}
        for shown, wanted in {**keys, "Escape": self.leave_wanted}.items():
            short = QShortcut(QKeySequence(shown), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(wanted.emit)
