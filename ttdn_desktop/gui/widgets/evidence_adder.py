"""One line to add evidence that is no file: a document typed, a link, a piece that lies unfiled."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_evidence import EvidenceRow


class Way(StrEnum):
    """What the line adds."""

    DOCUMENT = "document"
    LINK = "link"
    UNFILED = "unfiled"


class EvidenceAdder(QWidget):
    """Hidden until it is wanted. Enter adds, Escape closes; what is refused stays to be mended."""

    typed = Signal(object, str)  # Way, what was typed
    picked = Signal(str)  # id of a piece that lay unfiled

    def __init__(self, bench: Workbench) -> None:
        """Be hidden."""
        super().__init__()
        self._bench = bench
        self._way = Way.DOCUMENT
        self.edit = ChoosingEdit(holds=False)
        self.wrong = label("", "error", wrap=True)
        self.add = button(bench.say("activity.add"), self._add)
        look = bench.look
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        row.addWidget(self.edit, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.edit.returnPressed.connect(self._add)
        self.edit.picked.connect(self.picked)
        self.edit.textEdited.connect(lambda _words: self.complain(""))
        self.hide()

    def begin(self, way: Way, unfiled: Sequence[EvidenceRow] = ()) -> None:
        """Show the line for one way of adding, ready to be typed in."""
        self._way = way
        hint = self._bench.say(f"activity.{way.value}_hint")
        self.edit.clear()
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.offer([Choice(row.id, f"{row.code}  {row.name}") for row in unfiled])
        self.add.setVisible(way is not Way.UNFILED)
        self.complain("")
        self.show()
        self.edit.setFocus()
        if way is Way.UNFILED:
            self.edit.open_list()

    def end(self) -> None:
        """Be ready for the next: what was typed has been added."""
        self.edit.clear()
        self.complain("")

    def complain(self, sentence: str) -> None:
        """Say why it was not added."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        words = self.edit.text().strip()
        if words and not self.edit.is_offering() and self._way is not Way.UNFILED:
            self.typed.emit(self._way, words)
