"""The figures of an activity: rows, and the usual ones for its items at a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ttdn_desktop.domain.text import shortened
from ttdn_desktop.gui.activity_form_text import ReadingText
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.figure_row import FigureRow
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.gui.widgets.typed_rows import TypedRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import FormDesk

_NAME_LENGTH = 44
_AT_A_CLICK = 3
"""How many usual figures are offered as buttons; the list in each row has them all."""


class FiguresEditor(QWidget):
    """`edited` when a figure is typed, added or taken off."""

    edited = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Hold no figures, and know of none, until `offer` is called."""
        super().__init__()
        self._bench = bench
        self._desk: FormDesk | None = None
        self._usual: tuple[str, ...] = ()
        self._choices: list[Choice] = []
        self.rows: TypedRows[ReadingText] = TypedRows(
            bench.look, self._row, bench.say("activity.add_figure")
        )
        self._clicks = QWidget()
        self._flow = FlowLayout(self._clicks, bench.look.px(4))
        self._build()

    def offer(self, desk: FormDesk, items: Sequence[str]) -> None:
        """Offer all figures, those that usually come of the items first."""
        usual = desk.indicators(items)
        if desk is self._desk and usual == self._usual:
            return
        self._desk, self._usual = desk, usual
        ranks = {code: rank for rank, code in enumerate(usual)}
        ordered = sorted(desk.catalogue.values(), key=lambda each: ranks.get(each.code, len(ranks)))
        self._choices = [Choice(each.code, each.name) for each in ordered]
        for row in self.rows.rows:
            if isinstance(row, FigureRow):
                row.offer(self._choices)
        self._offer_clicks()

    def texts(self) -> tuple[ReadingText, ...]:
        """Return what was typed."""
        return self.rows.texts()

    def show_texts(self, texts: Sequence[ReadingText]) -> None:
        """Show these figures."""
        self.rows.show_texts(texts)
        self._offer_clicks()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._bench.look.px(2))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._clicks.setSizePolicy(policy)
        column.addWidget(self.rows)
        column.addWidget(self._clicks)
        self.rows.edited.connect(self._on_edited)

    def _row(self) -> FigureRow:
        if self._desk is None:
            raise RuntimeError("no figures are known yet")
        return FigureRow(self._bench, self._desk, self._choices)

    def _on_edited(self) -> None:
        self._offer_clicks()
        self.edited.emit()

    def _offer_clicks(self) -> None:
        """Offer as buttons what usually comes of the items and has no row yet."""
        self._flow.clear()
        for code in self._left():
            self._flow.add(self._click(code), self._bench.look.px(80))
        self._clicks.setVisible(self._flow.count() > 0)
        self._clicks.updateGeometry()

    def _left(self) -> list[str]:
        if self._desk is None:
            return []
        catalogue = self._desk.catalogue
        taken = {text.code for text in self.rows.texts()}
        taken |= {pair for code in taken if code in catalogue and (pair := catalogue[code].pair)}
        left: list[str] = []
        for code in self._usual:
            if code in catalogue and code not in taken:
                left.append(code)
                taken |= {code, catalogue[code].pair or code}
        return left[:_AT_A_CLICK]

    def _click(self, code: str) -> QWidget:
        name = self._desk.catalogue[code].name if self._desk else code
        made = button(f"+ {shortened(name, _NAME_LENGTH)}", lambda: self._add(code), "link")
        made.setToolTip(f"{name}\n{self._bench.say('activity.usual_figure')}")
        return made

    def _add(self, code: str) -> None:
        row = self.rows.add_row(ReadingText(code))
        if isinstance(row, FigureRow):
            row.value.setFocus()
