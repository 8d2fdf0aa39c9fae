"""One piece of evidence in a form: its name, what it is, its day; opened, or taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.gui.evidence_words import kind_word, size_of, type_word
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.gui.workbench import Workbench

WIDTH = 184
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EvidenceTile(QFrame):
    """Enter or a click opens it, Delete or ✕ takes it off; it is never thrown away here."""

    opened = Signal()
    taken_off = Signal()

    def __init__(self, bench: Workbench, proof: Evidence) -> None:
        """Show a piece."""
        super().__init__()
        look, say = bench.look, bench.say
        self.proof = proof
        self.setObjectName("tile")
        self.setFixedWidth(look.px(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = label("", "")
        room = look.px(WIDTH - 44)
        middle = Qt.TextElideMode.ElideMiddle
        name.setText(name.fontMetrics().elidedText(proof.name, middle, room))
        told = self._told(bench)
        self.setToolTip(f"{proof.name}\n{told}")
        self.setAccessibleName(say("activity.tile", name=proof.name, about=told))
        off = button("✕", self.taken_off.emit, "quiet")
        off.setProperty("slim", "true")
        off.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off.setToolTip(say("activity.take_off"))
        off.setAccessibleName(say("activity.take_off"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(label(told, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), look.px(4), look.px(2), look.px(4))
        row.setSpacing(look.px(2))
        row.addLayout(words, 1)
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Open or take off by the keyboard."""
        if event.key() in _OPEN:
            self.opened.emit()
        elif event.key() in _OFF:
            self.taken_off.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Open what is clicked."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _told(self, bench: Workbench) -> str:
        proof = self.proof
        is_file = proof.kind is EvidenceKind.FILE
        kind = (
            type_word(bench.words, proof.original_name or proof.name)
            if is_file
            else kind_word(bench.words, proof.kind).capitalize()
        )
        day = short(proof.dated) if proof.dated else ""
        return " · ".join(
            word for word in (kind, size_of(bench.words, proof.kind, proof.size), day) if word
        )
