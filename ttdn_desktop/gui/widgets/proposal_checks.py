"""The reorganisations that touch a body, each to be confirmed or left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.widgets.wrapped_check import WrappedCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.confirm_successions import ProposalRow


class ProposalChecks(QWidget):
    """Those that concern the body are listed; one box stands for all the others."""

    def __init__(self, words: Words, look: Look) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._words, self._look = words, look
        self._boxes: dict[str, WrappedCheck] = {}
        self._rest: tuple[str, ...] = ()
        self.others = WrappedCheck(look, "")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, look.px(8), 0)
        self._column.setSpacing(look.px(4))
        scroll = VerticalScroll(self._inside)
        scroll.setMinimumHeight(look.px(96))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(label(words.say("start.proposals"), "heading"))
        column.addWidget(label(words.say("start.proposals_why"), "small", wrap=True))
        column.addWidget(scroll, 1)
        self.hide()

    def show_all(self, rows: Sequence[ProposalRow]) -> None:
        """Show the proposals for a body, none of them confirmed."""
        while self._column.count():
            widget: QWidget | None = self._column.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        self._boxes.clear()
        for row in rows:
            if row.concerns_unit:
                self._add(row)
        self._rest = tuple(row.code for row in rows if not row.concerns_unit)
        if self._rest:
            everybody = self._words.say("start.others", count=len(self._rest))
            self.others = WrappedCheck(self._look, everybody)
            self._column.addWidget(self.others)
        self._column.addStretch(1)
        self.setVisible(bool(rows))

    def codes(self) -> tuple[str, ...]:
        """Return the codes that are confirmed."""
        own = tuple(code for code, box in self._boxes.items() if box.is_ticked())
        return own + (self._rest if self._rest and self.others.is_ticked() else ())

    def _add(self, row: ProposalRow) -> None:
        sentence = self._words.say(
            "start.proposal",
            day=short(row.date),
            old="; ".join(row.old_names),
            new="; ".join(row.new_names) or self._words.say("start.nobody"),
        )
        box = WrappedCheck(self._look, sentence)
        box.setToolTip("\n".join(filter(None, (row.basis, row.note, row.certainty))))
        self._boxes[row.code] = box
        self._column.addWidget(box)
