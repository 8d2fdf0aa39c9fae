"""The fields of an activity, each made once and named; how they lie is the editor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.gui.activity_form_text import (
    ActivityFormText,
    FundingText,
    ObstacleText,
    ProposalText,
)
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.evidence_section import EvidenceSection
from ttdn_desktop.gui.widgets.figures_editor import FiguresEditor
from ttdn_desktop.gui.widgets.funding_row import FundingRow
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.gui.widgets.item_chips import ItemChips
from ttdn_desktop.gui.widgets.obstacle_row import ObstacleRow
from ttdn_desktop.gui.widgets.proposal_row import ProposalRow
from ttdn_desktop.gui.widgets.typed_rows import TypedRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.gui.workbench import Workbench


class ActivityFields(QWidget):
    """Together they show and tell an `ActivityFormText`."""

    edited = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Make the fields; they are laid out elsewhere."""
        super().__init__()
        look, say = bench.look, bench.say
        self._bench = bench
        self._by_hand = False
        self.title = GrowingText(look, 1, 4, one_line=True)
        self.when, self.place = QLineEdit(), QLineEdit()
        self.items = ItemChips(bench)
        self.part = QComboBox()
        self.kind = ChoosingEdit()
        self.content, self.result = GrowingText(look, 2, 10), GrowingText(look, 3, 12)
        self.partners, self.audience = GrowingText(look, 1, 5), GrowingText(look, 1, 4)
        self.highlight = QCheckBox(say("activity.highlight"))
        self.good_practice = QCheckBox(say("activity.good_practice"))
        self.figures = FiguresEditor(bench)
        self.fundings: TypedRows[FundingText] = TypedRows(
            look, lambda: FundingRow(bench), say("activity.add_funding")
        )
        self.obstacles: TypedRows[ObstacleText] = TypedRows(
            look, lambda: ObstacleRow(bench), say("activity.add_obstacle")
        )
        self.proposals: TypedRows[ProposalText] = TypedRows(
            look, lambda: ProposalRow(bench), say("activity.add_proposal")
        )
        self.evidence = EvidenceSection(bench)
        self._build_part()
        self._listen()

    def marks(self) -> QHBoxLayout:
        """Return the two marks side by side."""
        row = QHBoxLayout()
        row.setSpacing(self._bench.look.px(16))
        row.addWidget(self.highlight)
        row.addWidget(self.good_practice)
        row.addStretch(1)
        return row

    def text(self) -> ActivityFormText:
        """Return what was typed."""
        return ActivityFormText(
            title=self.title.text(),
            when=self.when.text(),
            items=self.items.codes(),
            part=self.part.currentData() if self._by_hand else "",
            kind=self.kind.text(),
            place=self.place.text(),
            content=self.content.text(),
            result=self.result.text(),
            partners=self.partners.text(),
            audience=self.audience.text(),
            highlight=self.highlight.isChecked(),
            good_practice=self.good_practice.isChecked(),
            readings=self.figures.texts(),
            fundings=self.fundings.texts(),
            obstacles=self.obstacles.texts(),
            proposals=self.proposals.texts(),
            evidence_ids=self.evidence.ids(),
        )

    def show_text(self, text: ActivityFormText, proofs: Sequence[Evidence]) -> None:
        """Show what was typed before, and the evidence that its ids stand for."""
        for field, words in (
            (self.title, text.title),
            (self.content, text.content),
            (self.result, text.result),
            (self.partners, text.partners),
            (self.audience, text.audience),
        ):
            field.set_text(words)
        for line, words in (
            (self.when, text.when),
            (self.place, text.place),
            (self.kind, text.kind),
        ):
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)
        self.items.set_codes(text.items)
        self._by_hand = bool(text.part)
        if text.part:
            self.part.setCurrentIndex(self.part.findData(text.part))
        self.highlight.setChecked(text.highlight)
        self.good_practice.setChecked(text.good_practice)
        self.figures.show_texts(text.readings)
        self.fundings.show_texts(text.fundings)
        self.obstacles.show_texts(text.obstacles)
        self.proposals.show_texts(text.proposals)
        self.evidence.show_proofs(proofs)

    def propose_part(self, part: Part) -> None:
        """Show the usual part of the items, until one is chosen by hand."""
        if not self._by_hand:
            self.part.setCurrentIndex(self.part.findData(part.value))

    def _build_part(self) -> None:
        for part in Part:
            self.part.addItem(self._bench.say(f"activity.part.{part.value}"), part.value)
        self.part.activated.connect(self._on_part)

    def _on_part(self, _index: int) -> None:
        self._by_hand = True
        self.edited.emit()

    def _listen(self) -> None:
        for text in (self.title, self.content, self.result, self.partners, self.audience):
            text.textChanged.connect(self.edited)
        for line in (self.when, self.place, self.kind):
            line.textChanged.connect(self.edited)
        for box in (self.highlight, self.good_practice):
            box.toggled.connect(lambda _on: self.edited.emit())
        self.items.changed.connect(self.edited)
        for rows in (self.figures, self.fundings, self.obstacles, self.proposals, self.evidence):
            rows.edited.connect(self.edited)
