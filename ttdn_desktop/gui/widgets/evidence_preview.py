"""One piece of evidence, looked at: its picture or its fields, its name, what it proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.domain.text import shortened
from ttdn_desktop.gui import picture
from ttdn_desktop.gui.evidence_words import ending, kind_word, size_of, size_word, type_word
from ttdn_desktop.gui.widgets.document_fields import DocumentFields
from ttdn_desktop.gui.widgets.evidence_naming import EvidenceNaming
from ttdn_desktop.gui.widgets.parts import Card, Empty, button, label
from ttdn_desktop.gui.widgets.picture_pane import PicturePane
from ttdn_desktop.gui.widgets.proven_list import ProvenList
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import copy_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.gui.picture import Picture
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_evidence import Piece

ACTS = ("open", "save", "folder", "bin")
_URL_SHOWN = 90
_ACTS_OF = {
    EvidenceKind.FILE: ACTS,
    EvidenceKind.LINK: ("open", "bin"),
    EvidenceKind.DOCUMENT: ("bin",),
}


class EvidencePreview(Card):
    """Buttons are told by `wanted` (one of `ACTS`); the rest by the parts' own signals."""

    wanted = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        """Build the pane; nothing is looked at yet."""
        super().__init__(bench.look, edge=12)
        self._bench = bench
        self.proof: Evidence | None = None
        self._pictured = ""
        self.picture = PicturePane(bench.look, bench.say("evidence.picture"))
        self.document = DocumentFields(bench)
        self.naming = EvidenceNaming(bench)
        self.meta = label("", "small", wrap=True)
        self.proven = ProvenList(bench)
        self.acts = {key: self._act(key) for key in ACTS}
        self._acts_grid = QGridLayout()
        self._stack = QStackedWidget()
        self._empty = Empty(bench.look, bench.say("evidence.choose_one"))
        self._build()

    def show_nothing(self) -> None:
        """Look at nothing."""
        self.proof = None
        self._stack.setCurrentWidget(self._empty)

    def show_piece(self, piece: Piece) -> None:
        """Look at a piece."""
        self.proof = proof = piece.evidence
        self._stack.setCurrentIndex(1)
        self.naming.show_piece(proof)
        self.meta.setText(self._told(proof))
        self.proven.show_activities(piece.activities)
        is_file, document = proof.kind is EvidenceKind.FILE, proof.document
        self.document.setVisible(document is not None)
        self.picture.setVisible(document is None)
        self._offer(_ACTS_OF[proof.kind])
        if document is not None:
            self.document.show_document(document)
        elif is_file:
            self._show_file(proof)
        else:
            self._pictured = ""
            kind = kind_word(self._bench.words, proof.kind).capitalize()
            self.picture.show_tile(kind, shortened(proof.url, _URL_SHOWN))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Be as wide as all buttons need, whichever of them are shown."""
        super().showEvent(event)
        for act in self.acts.values():
            act.ensurePolished()
        widest = max(act.sizeHint().width() for act in self.acts.values())
        margins = self.column.contentsMargins()
        edges = margins.left() + margins.right() + self._acts_grid.spacing()
        self.setMinimumWidth(2 * widest + edges + 2)

    def _show_file(self, proof: Evidence) -> None:
        if proof.sha256 == self._pictured and self.picture.has_picture:
            return
        self._pictured = proof.sha256
        name = copy_evidence.own_name(proof)
        self.picture.show_tile(type_word(self._bench.words, name), size_word(proof.size))
        if ending(name) in picture.ENDINGS:

            def read(office: Office) -> tuple[str, Picture]:
                with copy_evidence.read(office, proof.id) as stream:
                    return proof.sha256, picture.load(stream)

            self._bench.jobs.ask(
                read,
                self._take_picture,
                slot="evidence_picture",
                refused=lambda error: self.picture.note.setText(self._bench.words.refusal(error)),
            )

    def _take_picture(self, read: tuple[str, Picture]) -> None:
        digest, found = read
        if digest != self._pictured:
            return
        if found.image.isNull():
            self.picture.note.setText(self._bench.say(f"evidence.picture.{found.trouble}"))
        else:
            self.picture.show_picture(found.image)

    def _told(self, proof: Evidence) -> str:
        words = self._bench.words
        what = kind_word(words, proof.kind)
        if proof.kind is EvidenceKind.FILE:
            what = type_word(words, copy_evidence.own_name(proof))
        parts = [proof.code, what, size_of(words, proof.kind, proof.size)]
        if proof.original_name and proof.original_name != proof.name:
            parts.append(self._bench.say("evidence.original", name=proof.original_name))
        return " · ".join(part for part in parts if part)

    def _act(self, key: str) -> QPushButton:
        kind = "danger" if key == "bin" else ""
        return button(self._bench.say(f"evidence.act.{key}"), lambda: self.wanted.emit(key), kind)

    def _build(self) -> None:
        look = self._bench.look
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.px(4), 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.picture, 1)
        for widget in (self.document, self.naming, self.meta, self.proven):
            column.addWidget(widget)
        column.addStretch(0)
        scroll = VerticalScroll(inside)
        field = self.proven.field
        self.proven.began.connect(
            lambda: QTimer.singleShot(0, scroll, lambda: scroll.ensureWidgetVisible(field))
        )
        content = QWidget()
        pane = QVBoxLayout(content)
        pane.setContentsMargins(0, 0, 0, 0)
        pane.addWidget(scroll, 1)
        pane.setSpacing(look.px(8))
        for column_number in range(2):
            self._acts_grid.setColumnStretch(column_number, 1)
        self._acts_grid.setSpacing(look.px(8))
        self._offer(ACTS)
        pane.addLayout(self._acts_grid)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(content)
        self.column.addWidget(self._stack, 1)
        self.show_nothing()

    def _offer(self, keys: Sequence[str]) -> None:
        """Show the buttons of a kind in pairs; one alone stands at the right."""
        for act in self.acts.values():
            self._acts_grid.removeWidget(act)
            act.hide()
        for number, key in enumerate(keys):
            column = 1 if len(keys) == 1 else number % 2
            self._acts_grid.addWidget(self.acts[key], number // 2, column)
            self.acts[key].show()
