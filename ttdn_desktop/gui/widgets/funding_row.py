"""A line of money: source, stage, amount as typed and as understood, what was given in kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from ttdn_desktop.domain.funding import Source, Stage
from ttdn_desktop.domain.numbers import grouped, parse_amount
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.activity_form_text import FundingText
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.typed_row import TypedRow

if TYPE_CHECKING:
    from enum import StrEnum

    from ttdn_desktop.gui.workbench import Workbench


class FundingRow(TypedRow[FundingText]):
    """The amount is understood while it is typed: "18,5 triệu" is 18.500.000 đồng."""

    def __init__(self, bench: Workbench) -> None:
        """Be empty."""
        super().__init__(bench.look)
        self._bench = bench
        self.source = self._combo(Source, "source")
        self.stage = self._combo(Stage, "stage")
        self.amount, self.in_kind = QLineEdit(), QLineEdit()
        self.understood = label("", "small")
        self._build()
        self.show_text(FundingText())

    def text(self) -> FundingText:
        """Return what was typed."""
        return FundingText(
            self.source.currentData(),
            self.stage.currentData(),
            self.amount.text(),
            self.in_kind.text(),
        )

    def show_text(self, text: FundingText) -> None:
        """Show what was typed before."""
        self.source.setCurrentIndex(max(0, self.source.findData(text.source)))
        self.stage.setCurrentIndex(max(0, self.stage.findData(text.stage)))
        self.amount.setText(text.amount)
        self.in_kind.setText(text.in_kind)
        self._understand()

    def _build(self) -> None:
        look, say = self.look, self._bench.say
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(look.px(6))
            self.body.addLayout(row)
        top.addWidget(self.source, 3)
        top.addWidget(self.stage, 2)
        top.addWidget(self.remove_button(say("activity.remove_funding")))
        self.amount.setPlaceholderText(say("activity.amount_hint"))
        self.in_kind.setPlaceholderText(say("activity.in_kind"))
        self.amount.setAccessibleName(say("activity.amount"))
        self.in_kind.setAccessibleName(say("activity.in_kind"))
        for field in (self.amount, self.in_kind):
            field.setAcceptDrops(False)
        below.addWidget(self.amount, 2)
        below.addWidget(self.in_kind, 3)
        self.body.addWidget(self.understood)
        self.setFocusProxy(self.amount)
        for combo in (self.source, self.stage):
            combo.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.in_kind.textChanged.connect(self.edited)
        self.amount.textChanged.connect(self._on_amount)

    def _combo(self, kind: type[StrEnum], name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self._bench.say(f"activity.{name}"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        for each in kind:
            combo.addItem(self._bench.say(f"activity.{name}.{each.value}"), each.value)
        return combo

    def _on_amount(self) -> None:
        self._understand()
        self.edited.emit()

    def _understand(self) -> None:
        try:
            amount = parse_amount(self.amount.text()) if self.amount.text().strip() else None
        except KnownError:
            amount = None
        told = "" if amount is None else self._bench.say("activity.dong", amount=grouped(amount))
        self.understood.setText(told)
        self.understood.setVisible(bool(told))
