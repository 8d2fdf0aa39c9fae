"""A piece's name and own day, written where they stand: recorded on Enter or on leaving them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ttdn_desktop.domain.dates import parse_day, short
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.gui.workbench import Workbench


class _Unsaved(NamedTuple):
    typed: tuple[str, str]
    why: str


class EvidenceNaming(QWidget):
    """`renamed` gives id, name and day; what could not be recorded stays, even for a while away."""

    renamed = Signal(str, str, object)  # id, name, date | None

    def __init__(self, bench: Workbench) -> None:
        """Build the two fields."""
        super().__init__()
        self._bench = bench
        self._proof: Evidence | None = None
        self._sent: tuple[str, str] = ("", "")
        self._unsaved: dict[str, _Unsaved] = {}
        self.name = QLineEdit()
        self.dated = QLineEdit()
        self.error = label("", "error", wrap=True)
        self._build()

    def show_piece(self, proof: Evidence) -> None:
        """Show a piece's; what is being typed for this very piece is left alone."""
        is_same = self._proof is not None and self._proof.id == proof.id
        before, self._proof = self._known(), proof
        if is_same and self._typed() not in (before, self._sent):
            return
        unsaved = self._unsaved.get(proof.id, _Unsaved(self._known(), ""))
        self._fill(unsaved.typed)
        self._say_wrong(unsaved.why)
        self._sent = self._known()

    def say_wrong(self, error: KnownError) -> None:
        """Say why the new name was not recorded."""
        self._keep(self._bench.words.refusal(error))

    def _keep(self, sentence: str) -> None:
        if self._proof is not None:
            self._unsaved[self._proof.id] = _Unsaved(self._typed(), sentence)
        self._sent = self._known()
        self._say_wrong(sentence)

    def _build(self) -> None:
        look = self._bench.look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(4))
        grid.addWidget(self._head(self.name, "name"), 0, 0, 1, 2)
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(self._head(self.dated, "own_day"), 2, 0)
        grid.addWidget(self.dated, 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.error, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.dated.setPlaceholderText(self._bench.say("evidence.day_example"))
        self.dated.setFixedWidth(look.px(120))
        self.name.setMinimumWidth(look.px(80))
        self.error.hide()

    def _head(self, field: QLineEdit, key: str) -> QLabel:
        head = label(self._bench.say(f"evidence.{key}"), "field")
        head.setBuddy(field)
        field.setAccessibleName(self._bench.say(f"evidence.{key}"))
        field.setAcceptDrops(False)
        field.editingFinished.connect(self._finish)
        return head

    def _finish(self) -> None:
        proof, typed = self._proof, self._typed()
        if proof is None or typed == self._sent:
            return
        if typed == self._known():
            self._unsaved.pop(proof.id, None)
            self._say_wrong("")
            return
        try:
            day = parse_day(typed[1]) if typed[1] else None
        except KnownError:
            self._keep(self._bench.say("evidence.day_wrong", text=typed[1]))
            return
        self._unsaved.pop(proof.id, None)
        self._say_wrong("")
        self._sent = typed
        self.renamed.emit(proof.id, typed[0], day)

    def _known(self) -> tuple[str, str]:
        if self._proof is None:
            return "", ""
        return self._proof.name, short(self._proof.dated) if self._proof.dated else ""

    def _typed(self) -> tuple[str, str]:
        return self.name.text().strip(), self.dated.text().strip()

    def _fill(self, texts: tuple[str, str]) -> None:
        self.name.setText(texts[0])
        self.name.setCursorPosition(0)
        self.name.setToolTip(texts[0])
        self.dated.setText(texts[1])

    def _say_wrong(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
